"""Under which former addresses a page or a file is to be found too. Pure."""

import itertools

# What stands first below each place, one after the other, as in `views/public/moved.py`.
PLACES = {"forces": ("forces", "reports"), "reports": ("reports",)}


def former_paths(path, moved):
    """Return the paths at which `path` was found before, by the Moves `moved`; in one order."""
    _, place, *parts = path.split("/")
    kinds = PLACES.get(place, ())
    named = zip(kinds, parts, strict=False)
    slugs = [(slug, *_before(getattr(moved, kind), slug)) for kind, slug in named]
    rest = parts[len(slugs) :]
    every = ("/".join(["", place, *chosen, *rest]) for chosen in itertools.product(*slugs))
    return [one for one in every if one != path]


def _before(moves, slug):
    return sorted(before for before, now in moves.items() if now == slug)
