"""A small builder of PDFs: pages of lines, each at its place, in Helvetica."""

import zlib

FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold"}
TOP, LEFT, STEP, LOOSE, SIZE = 780, 72, 14, 26, 11


def at(x, y, text, *, size=SIZE, bold=False):
    """A piece of text at a place that counts from the lower left corner."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    font = "F2" if bold else "F1"
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET"


def lines(*texts, top=TOP, x=LEFT, **look):
    """Lines below each other; a blank one leaves a gap, as between paragraphs."""
    y, found = top, []
    for text in texts:
        if text:
            found.append(at(x, y, text, **look))
        y -= STEP if text else LOOSE - STEP
    return found


def pdf(*pages):
    """Return the bytes of a PDF, each of whose pages is a list of pieces."""
    fonts = " ".join(f"/{key} {3 + n} 0 R" for n, key in enumerate(FONTS))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    objects += [
        f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>"
        for name in FONTS.values()
    ]
    kids = []
    for pieces in pages:
        drawn = zlib.compress("\n".join(pieces).encode("cp1252"))
        kids.append(len(objects) + 1)
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<<{fonts}>>>>"
            f"/Contents {len(objects) + 2} 0 R>>"
        )
        stream = f"<</Length {len(drawn)}/Filter/FlateDecode>>stream\n".encode()
        objects.append(stream + drawn + b"\nendstream")
    refs = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{refs}]>>"
    return _file(objects)


def _file(objects):
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        content = body if isinstance(body, bytes) else body.encode()
        data += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return (
        data
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}/Root 1 0 R>>"
            f"\nstartxref\n{len(data)}\n%%EOF"
        ).encode()
    )
