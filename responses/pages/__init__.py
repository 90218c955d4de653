"""The public pages of publications as bytes: a cache beside them, made again at any time."""
