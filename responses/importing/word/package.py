"""The parts of a Word document inside its archive, each read within bounds. Pure."""

import io
import posixpath
import zipfile
import zlib
from collections import defaultdict

from ..refusal import ImportRefusedError
from .trees import tree

MOST_PARTS = 5000
MOST_XML = 12 * 1024 * 1024
CONTENT_TYPES = "[Content_Types].xml"
MACROS = "macroEnabled"
IS_ENCRYPTED = 0x1

DAMAGED = "The Word document is damaged or cut short: open it in Word, save it again, and try that."
NOT_WORD = (
    "The file is no Word document, though it is packed like one: save it as .docx and try again."
)
WITH_MACROS = (
    "The Word document holds macros, which are programs: save it as a document without macros "
    "(.docx) and try again."
)
LOCKED = "The document is protected with a password: save it without one and try again."
TOO_MUCH = (
    "Unpacked, the text of the Word document is larger than {most} MB: no response is, so it is "
    "probably not the right file."
)


class Package:
    """What a document is packed in; `names` are the parts that it says it has."""

    def __init__(self, data):
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise ImportRefusedError(DAMAGED) from error
        parts = self._archive.infolist()
        if len(parts) > MOST_PARTS:
            raise ImportRefusedError(DAMAGED)
        self._sizes = {part.filename: part.file_size for part in parts}
        self.names = frozenset(self._sizes)
        self._left = MOST_XML
        if any(part.flag_bits & IS_ENCRYPTED for part in parts):
            raise ImportRefusedError(LOCKED)
        self._refuse_what_is_no_document()
        self.main = self._main()

    def _refuse_what_is_no_document(self):
        if CONTENT_TYPES not in self.names:
            raise ImportRefusedError(NOT_WORD)
        types = self._read(CONTENT_TYPES)
        is_program = any(name.endswith("vbaProject.bin") for name in self.names)
        if is_program or MACROS.encode() in types:
            raise ImportRefusedError(WITH_MACROS)

    def _main(self):
        """Return the name of the part that holds the text."""
        targets = self.related("").get("officeDocument", ["word/document.xml"])
        if targets[0] not in self.names:
            raise ImportRefusedError(NOT_WORD)
        if not targets[0].startswith("word/"):
            raise ImportRefusedError(NOT_WORD)
        return targets[0]

    def tree(self, name):
        """Return the root of the XML part `name`, or None where there is none."""
        return tree(self._read(name)) if name in self.names else None

    def related(self, name):
        """Return {kind: [names of parts]} of what the part `name` refers to inside the archive."""
        found = defaultdict(list)
        for _, kind, target, is_outside in self._relations(name):
            if not is_outside:
                found[kind].append(target)
        return found

    def addresses(self, name):
        """Return {id: address} of the links of the part `name` that lead out of the document."""
        relations = self._relations(name)
        return {key: target for key, kind, target, outside in relations if outside}

    def _relations(self, name):
        folder, base = posixpath.split(name)
        root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        for one in root if root is not None else ():
            kind = one.get("Type", "").rpartition("/")[2]
            target = one.get("Target", "")
            is_outside = one.get("TargetMode") == "External"
            if not is_outside:
                inside = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
                target = posixpath.normpath(inside).lstrip("/")
            yield one.get("Id"), kind, target, is_outside

    def _read(self, name):
        """Return the bytes of a part: what the archive says of its size is asked and then held."""
        if self._sizes[name] > self._left:
            raise ImportRefusedError(TOO_MUCH.format(most=MOST_XML // 1024 // 1024))
        try:
            with self._archive.open(name) as part:
                data = part.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise ImportRefusedError(DAMAGED) from error
        except RuntimeError as error:  # Of a part that is encrypted by itself.
            raise ImportRefusedError(LOCKED) from error
        self._left -= len(data)
        if self._left < 0:
            raise ImportRefusedError(TOO_MUCH.format(most=MOST_XML // 1024 // 1024))
        return data
