"""How many ratings stood in each state at the end of each month, as numbers and as a drawing. Pure.

Its lengths are those of a drawing WIDTH wide and HEIGHT high, whose top left corner is 0, 0.
"""

import calendar
import datetime
import math
from collections import Counter
from dataclasses import dataclass

from recommendations.partial_dates import PartialDate
from recommendations.rag import Rag

MONTHS = 24
TITLE = "How many ratings stood in each state at the end of each month"
# From the foot of a column up. What is not for the force is nobody's to move.
DRAWN = (Rag.RED, Rag.AMBER, Rag.GREEN, Rag.NOT_ASSESSED)
WIDTH, HEIGHT = 760, 282
LEFT, RIGHT, TOP, FOOT = 66, 196, 34, 30
# How much of the place of a column it fills.
FILLED = 0.78
# What a month's words want of the width, and a line of words of the height.
LABEL_WIDTH, LINE_HEIGHT = 56, 17
# A key says what a pattern stands for, on the left, where a narrow screen begins.
KEY_WIDTH, KEY_HEIGHT, LETTER_WIDTH, KEY_GAP = 22, 12, 8, 12


@dataclass(frozen=True)
class Bar:
    """A part of a column: how many stood in a state on a day."""

    rag: Rag
    number: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Label:
    """Words beside or under the drawing."""

    words: str
    x: float
    y: float


@dataclass(frozen=True)
class Key:
    """A piece of the pattern of a state, and its name beside it."""

    sample: Bar
    label: Label


@dataclass(frozen=True)
class OverTime:
    """What is counted, the days with the number of each state, and the drawing of them.

    The days are the last of months, but for the last day of all.
    """

    title: str
    words: str
    months: tuple[tuple[datetime.date, tuple[tuple[Rag, int], ...]], ...]
    bars: tuple[Bar, ...]
    lines: tuple[Label, ...]
    days: tuple[Label, ...]
    ends: tuple[Label, ...]
    keys: tuple[Key, ...]
    size: tuple[int, int] = (WIDTH, HEIGHT)
    left: int = LEFT
    right: int = WIDTH - RIGHT


def days_before(on, months=MONTHS):
    """Return the last days of the months before that of the day `on`, and `on` itself."""
    days, first = [on], on.replace(day=1)
    for _ in range(months - 1):
        last = first - datetime.timedelta(days=1)
        days.append(last)
        first = last.replace(day=1)
    return days[::-1]


def over_time(days, numbers, *, title=TITLE):
    """Return the OverTime of `days`, of each of which `numbers` counts the ratings by their Rag.

    Days before the first rating are left out; None where fewer than two are left. `title` says
    what is counted, of which days.
    """
    months = [(day, Counter(own)) for day, own in zip(days, numbers, strict=True)]
    first = next((place for place, (_, own) in enumerate(months) if own.total()), len(months))
    months = months[first:]
    if len(months) < 2:
        return None
    top = _round_up(max(_height(own) for _, own in months))
    return OverTime(
        title=title,
        words=_in_words(months),
        months=tuple((day, tuple((rag, own[rag]) for rag in Rag)) for day, own in months),
        bars=tuple(_bars(months, top)),
        lines=tuple(_lines(top)),
        days=tuple(_days(months)),
        ends=tuple(_ends(months[-1][1], top)),
        keys=tuple(_keys()),
    )


def _keys():
    x = 0.5
    for rag in DRAWN:
        sample = Bar(rag, 0, x, 3, KEY_WIDTH, KEY_HEIGHT)
        yield Key(sample, Label(rag.label, x + KEY_WIDTH + 6, 13.5))
        x = round(x + KEY_WIDTH + 6 + len(rag.label) * LETTER_WIDTH + KEY_GAP, 1)


def _height(numbers):
    return sum(numbers[rag] for rag in DRAWN)


def _round_up(number):
    """Return an even, round number, not below `number`: the top of the scale."""
    step = max(10 ** (len(str(number)) - 1) // 5, 2)
    return max(-(-number // step) * step, 2)


def _y(number, top):
    return round(HEIGHT - FOOT - number * (HEIGHT - FOOT - TOP) / top, 1)


def _lines(top):
    for number in (0, top // 2, top):
        yield Label(f"{number:,}", LEFT - 8, _y(number, top))


def _place(number, months):
    """Return the left edge and the width of a column."""
    room = (WIDTH - LEFT - RIGHT) / len(months)
    return round(LEFT + number * room, 1), round(room * FILLED, 1)


def _bars(months, top):
    for number, (_, own) in enumerate(months):
        x, width = _place(number, months)
        below = 0
        for rag in DRAWN:
            if own[rag]:
                y = _y(below + own[rag], top)
                height = round(_y(below, top) - y, 1)
                yield Bar(rag, own[rag], x, y, width, height)
            below += own[rag]


def _days(months):
    last = len(months) - 1
    _, width = _place(last, months)
    every = math.ceil(LABEL_WIDTH * FILLED / width)
    for number, (day, _) in enumerate(months):
        if (last - number) % every == 0:
            x, width = _place(number, months)
            words = f"{calendar.month_abbr[day.month]} {day.year % 100:02}"
            yield Label(words, round(x + width / 2, 1), HEIGHT - FOOT + 18)


def _ends(numbers, top):
    """Return what each part of the last column is, each beside it and none over another."""
    below, lowest = 0, HEIGHT - FOOT + LINE_HEIGHT
    for rag in DRAWN:
        if not numbers[rag]:
            continue
        middle = _y(below + numbers[rag] / 2, top) + 5
        lowest = min(middle, lowest - LINE_HEIGHT)
        yield Label(f"{numbers[rag]:,} {rag.label}", WIDTH - RIGHT + 8, lowest)
        below += numbers[rag]


def _in_words(months):
    """Return the sentence that says what the drawing shows, from its first month to its last."""
    (first, was), (last, now) = months[0], months[-1]
    moved = ", ".join(f"{rag.in_sentence} from {was[rag]:,} to {now[rag]:,}" for rag in DRAWN)
    return f"From {PartialDate.of(first)} to {PartialDate.of(last)}: {moved}."
