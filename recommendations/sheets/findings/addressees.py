"""The addressees that a cell names, as people write them. Pure."""

import re

PARTED = re.compile(r"[;\n]")
PARTED_TOO = re.compile(r",|/|&|\band\b", re.IGNORECASE)
INFERRED = re.compile(r"\s*\((?:inferred|our reading)\)\s*$", re.IGNORECASE)
LEAST_INITIALS = 3
MOST_TOLD = 12

UNKNOWN = (
    "No addressee is called {names}. Write one of those that are known: {known}; or add it under "
    "Addressees first, where it is said whom it is for. Who sees to it in one force is said in "
    "its ratings, not here."
)
TWICE = "{name} stands here twice."


class Known:
    """Finds addressees by their names, in whatever case, in the singular, or by their initials."""

    def __init__(self, addressees):
        self._names = [one.name for one in addressees]
        self._found = {}
        for one in addressees:
            self._found.setdefault(_initials(one.name), one)
        for one in addressees:
            self._found[_plain(one.name)] = one
        self._found.pop("", None)

    def read(self, text):
        """Return ((addressee, whether that is inferred), …) of the text of a cell.

        Raises ValueError with a sentence that has each name that is not known.
        """
        found, unknown = [], []
        for part in self._parts(text):
            name = INFERRED.sub("", part)
            if one := self._found.get(_plain(name)):
                found.append((one, name != part))
            else:
                unknown.append(f"“{name[:80]}”")
        if unknown:
            known = [*self._names[:MOST_TOLD], *(["…"] if len(self._names) > MOST_TOLD else [])]
            raise ValueError(
                UNKNOWN.format(names=" or ".join(unknown), known="; ".join(known) or "none yet")
            )
        self._refuse_twice([one for one, _ in found])
        return tuple(found)

    def _parts(self, text):
        """Yield each name: an “and” or a comma parts two only where it is in no known name."""
        for part in PARTED.split(text):
            whole = " ".join(part.split())
            if not whole:
                continue
            pieces = [piece.strip() for piece in PARTED_TOO.split(whole) if piece.strip()]
            is_one = _plain(INFERRED.sub("", whole)) in self._found
            are_known = any(_plain(INFERRED.sub("", piece)) in self._found for piece in pieces)
            yield from [whole] if is_one or not are_known else pieces

    @staticmethod
    def _refuse_twice(found):
        for place, one in enumerate(found):
            if one in found[:place]:
                raise ValueError(TWICE.format(name=one.name))


def _plain(name):
    """Return `name` without what people leave out, or put otherwise."""
    words = re.findall(r"\w+", name.casefold().replace("’", "").replace("'", ""))
    while words and words[0] in ("the", "all"):
        words = words[1:]
    return " ".join(word.removesuffix("s") for word in words)


def _initials(name):
    """Return "npcc" of National Police Chiefs’ Council, or "" where there are few."""
    letters = [word[0] for word in re.findall(r"[^\W\d_][\w’']*", name) if word[0].isupper()]
    return _plain("".join(letters)) if len(letters) >= LEAST_INITIALS else ""
