"""Sets the data of a document as PDF: here, or in a process of its own where it is large.

The typesetter keeps the memory of its last documents as long as its process. A large one, such as
the pack of a board with hundreds of rows, is therefore set by a child that gives all of it back:
this module, which reads the data from its input and writes the PDF to its output.
"""

import functools
import json
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import font_source_sans_pro
import typst

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = PROJECT / "templates" / "documents"
FACES = ("Regular", "It", "Bold", "BoldIt")
STANDARD = "ua-1"
# Characters of JSON. Responses have fewer and are set at once; a child takes longer to begin.
LARGE = 600_000
# Each takes some 400 MB while it is set, so a server process sets one at a time.
LARGE_AT_ONCE = threading.BoundedSemaphore(1)
# Seconds. One of national size takes some ten.
LONGEST = 120
FAULT = 3


def typeset(data, timestamp):
    """Return the document of `data`, JSON text, as PDF that says it was made at `timestamp`.

    Seconds since 1970. Equal data are equal bytes, wherever they are set. Raises typst.TypstError
    where the document cannot be made to keep the rules of PDF/UA-1, and
    subprocess.SubprocessError where a large one takes too long, or its process is ended.
    """
    if len(data) < LARGE:
        return typeset_here(data, timestamp)
    with LARGE_AT_ONCE:
        return typeset_apart(data, timestamp)


def typeset_here(data, timestamp):
    """The same as typeset, in this process."""
    # One compiler refuses a second thread.
    compiler = typst.Compiler(str(FOLDER / "document.typ"), root=str(FOLDER), font_paths=fonts())
    return compiler.compile(
        sys_inputs={"document": data}, format="pdf", pdf_standards=[STANDARD], timestamp=timestamp
    )


def typeset_apart(data, timestamp):
    """The same as typeset, in a process that ends with it."""
    command = [sys.executable, "-m", "responses.publishing.typesetting"]
    asked = json.dumps([data, timestamp]).encode()
    given = {"input": asked, "capture_output": True, "cwd": PROJECT, "timeout": LONGEST}
    done = subprocess.run(command, check=False, **given)  # noqa: S603 our own words
    if done.returncode == FAULT:
        raise typst.TypstError(done.stderr.decode(errors="replace").strip())
    done.check_returncode()
    return done.stdout


@functools.cache
def fonts():
    """Return the typefaces, which are read once."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[_typeface().name],
    )


@functools.cache
def _typeface():
    """Return a folder with one file for each face, which stays as long as the process.

    Its package has each face in two formats. Of these the file system decides which is
    taken, and equal documents would not be equal bytes on two machines.
    """
    folder = tempfile.TemporaryDirectory(prefix="typeface-")
    for face in FACES:
        name = f"SourceSansPro-{face}.otf"
        shutil.copy(Path(font_source_sans_pro.font_directory) / name, folder.name)
    return folder


def _answer():
    """Write the PDF of what is asked at the input; a fault is told, and ends with status FAULT."""
    try:
        sys.stdout.buffer.write(typeset_here(*json.load(sys.stdin.buffer)))
    except typst.TypstError as error:
        sys.stderr.write(str(error))
        sys.exit(FAULT)


if __name__ == "__main__":
    _answer()
