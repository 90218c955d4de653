"""The bytes of a Word document: its parts, in an archive without an hour. Pure."""

import io
import zipfile

from docx.opc.constants import CONTENT_TYPE
from docx.opc.oxml import CT_Types, serialize_part_xml
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI

NO_DAY = (1980, 1, 1, 0, 0, 0)


def bytes_of(word):
    """Return the bytes of `word`, a document of python-docx: equal parts, equal bytes.

    What the library itself saves has the hour in it, and to pack it anew takes twice the time.
    """
    package = word.part.package
    parts = list(package.iter_parts())
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, CONTENT_TYPES_URI, _types(parts))
        _add(archive, PACKAGE_URI.rels_uri, package.rels.xml)
        for part in parts:
            _add(archive, part.partname, part.blob)
            if len(part.rels):
                _add(archive, part.partname.rels_uri, part.rels.xml)
    return made.getvalue()


def _add(archive, place, data):
    archive.writestr(zipfile.ZipInfo(place.membername, NO_DAY), data, zipfile.ZIP_DEFLATED)


def _types(parts):
    """Return the part that says what each of the others is."""
    types = CT_Types.new()
    types.add_default("rels", CONTENT_TYPE.OPC_RELATIONSHIPS)
    for part in parts:
        types.add_override(part.partname, part.content_type)
    return serialize_part_xml(types)
