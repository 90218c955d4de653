"""A folder of files with their hashes, put in its place only when it is whole."""

import hashlib
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

# As `sha256sum -c` reads it: one line for each other file of the folder.
SUMS = "SHA256SUMS"
# The first words of a file that only such a folder has.
ABOUT, SIGN = "ABOUT-THIS-COPY.txt", "A copy of a register, made by export_site"
NO_FOLDER = "{place} is a file. Name a folder, or none yet."
NOT_OURS = (
    "{place} is not empty, and no copy that this command made. Name another folder, or empty it."
)
ADDED = (
    "{place} is a copy that this command made, but {name} was added to it, and would be lost. Move "
    "it elsewhere, or name another folder."
)


class Folder:
    """Files to be written below `place`, each once; `sums` are their hashes, by name."""

    def __init__(self, place):
        self.place = place
        self.sums = {}

    def write(self, name, content):
        """Write the bytes `content` as the file `name`, a relative path."""
        if name in self.sums:
            raise ValueError(f"{name} is written twice.")
        path = self.place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.sums[name] = hashlib.sha256(content).hexdigest()

    def finish(self):
        """Write the hashes of all that was written, in the order of the names."""
        lines = (f"{digest}  {name}\n" for name, digest in sorted(self.sums.items()))
        (self.place / SUMS).write_text("".join(lines), "utf-8")


def why_not(place):
    """Return the sentence that refuses to put a copy at `place`, or ""."""
    if not os.path.lexists(place):
        return ""
    if not place.is_dir():
        return NO_FOLDER.format(place=place)
    there = {path.relative_to(place).as_posix() for path in place.rglob("*") if not path.is_dir()}
    if not there and not any(place.iterdir()):
        return ""
    if not _is_ours(place):
        return NOT_OURS.format(place=place)
    added = sorted(there - _listed(place) - {SUMS})
    return ADDED.format(place=place, name=added[0]) if added else ""


@contextmanager
def new_folder(place):
    """Give a Folder beside `place`, and put it there at the end; what fails leaves no trace.

    A copy that was there before goes when the new one is whole.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    try:
        made.chmod(0o755)
        folder = Folder(made)
        yield folder
        folder.finish()
        _put(made, place)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _put(made, place):
    if not place.exists():
        made.rename(place)
        return
    before = Path(tempfile.mkdtemp(prefix=f".{place.name}-before-", dir=place.parent))
    place.rename(before)
    made.rename(place)
    shutil.rmtree(before)


def _is_ours(place):
    about = place / ABOUT
    if not (about.is_file() and (place / SUMS).is_file()):
        return False
    return about.read_text("utf-8", errors="replace").startswith(SIGN)


def _listed(place):
    lines = (place / SUMS).read_text("utf-8").splitlines()
    return {line.partition("  ")[2] for line in lines}
