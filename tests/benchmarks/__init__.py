"""Measurements, as commands: no test, since machines differ. Each prints medians and ratios."""
