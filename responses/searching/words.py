"""What a reader types to look for, as the words and phrases that it asks for. Pure."""

import re
from dataclasses import dataclass

# A phrase in quotes, straight or curly, or a word; a hyphen in front leaves it out.
TERM = re.compile(r'(?<!\S)(-?)(?:["“”]([^"“”]+)["“”]?|(\S+))')
LETTER = re.compile(r"\w")
# Words that nearly every passage holds, of which a search is none the wiser.
COMMON = frozenset(
    (
        *("a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "in"),
        *("is", "it", "of", "on", "or", "that", "the", "this", "to", "was", "were", "will", "with"),
    )
)


@dataclass(frozen=True)
class Words:
    """The words and phrases that a passage must hold, and those that it must not."""

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()

    @classmethod
    def of(cls, typed):
        """Read what was `typed`; what holds no letter and no figure is passed over, and COMMON."""
        terms = {"": [], "-": []}
        for hyphen, phrase, word in TERM.findall(typed):
            term = (phrase or word).replace('"', " ").strip()
            if LETTER.search(term) and (phrase or term.lower() not in COMMON):
                terms[hyphen].append(term)
        return cls(tuple(terms[""]), tuple(terms["-"]))

    def for_postgresql(self):
        """Return them for `websearch_to_tsquery`."""
        return " ".join(
            [*map(_quoted, self.wanted), *(f"-{_quoted(one)}" for one in self.unwanted)]
        )

    def for_sqlite(self):
        """Return them for a `MATCH` of FTS5."""
        wanted = " AND ".join(map(_quoted, self.wanted))
        return " NOT ".join([wanted, *map(_quoted, self.unwanted)])


def _quoted(term):
    return f'"{term}"'
