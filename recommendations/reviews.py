"""When somebody reviewed a rating, and on which day that can have been. Pure."""

NOT_COME = "This day has not come yet."
# What a review comes to. Who sees to it, and when it is expected to close, is arranged without
# a look at where the force stands.
JUDGED = ("rag", "reason", "progress", "assurance", "assured_on")


def reviewed_on(before, after, *, given, on):
    """Return the day on which a rating that said `before` and is to say `after` was reviewed.

    Both have the fields of a rating. That is the day that the person has `given`; without one
    (None), the day `on` where what is `JUDGED` changes, and the last day so far where it stays.
    """
    if given:
        return given
    is_judged = any(differ(getattr(before, name), getattr(after, name)) for name in JUDGED)
    return on if is_judged else before.reviewed_on


def too_early(day, *, published, on):
    """Return the sentence that refuses what is of `day`, before its report was out, or "".

    That is a review, or the chief officer's comments. `published` is the PartialDate of the
    report: of one that is dated by its month, only a day before that month is refused. While a
    report is still to come on the day `on`, none is: an office that has it in advance may rate
    already.
    """
    first = published.earliest
    if first is None or first > on or day >= first:
        return ""
    return f"This is before the report was published, {published}."


def differ(one, other):
    """Whether two values of a field differ for a reader."""
    return plain(one) != plain(other)


def plain(value):
    """Return text as every program that it went through leaves it; other values as they are."""
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value
