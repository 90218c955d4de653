"""Under which former addresses a page or a file is to be found too. Pure."""

import itertools

from ..publishing.addresses_of_today import parted


def former_paths(path, moved):
    """Return the paths at which `path` was found before, by the Moves `moved`; in one order."""
    place, kinds, slugs, rest = parted(path)
    every = (
        [slug, *_before(getattr(moved, kind), slug)]
        for kind, slug in zip(kinds, slugs, strict=True)
    )
    found = ("/".join([place, *chosen, *rest]) for chosen in itertools.product(*every))
    return [one for one in found if one != path]


def _before(moves, slug):
    return sorted(before for before, now in moves.items() if now == slug)
