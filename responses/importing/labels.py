"""The numbers of recommendations as an office prints them: "3", "Rec. 3a", "5 to 7". Pure."""

import re

# "3", "3a", "7.1".
ONE = r"\d{1,3}(?:\.\d{1,3})*[a-z]?(?!\w)"
# "Recommendation", "HMICFRS rec. no.", "AFI", the "R" of "R3", "Recommendation #". It gives back
# no space that it took: what follows takes any too, and a long list would be tried in each way.
KIND = (
    r"(?:hmicfrs\s+)?"
    r"(?:recommendations?|recs?|r(?=\s?\d)|afis?|areas? for improvement|causes? of concern)"
    r"\.?\s*+(?:nos?\.?|numbers?|#)?"
)
# The ", and" of "3, and 5", the "&" of "3 & 5", the dash of "3–5".
BETWEEN = r"\s*(?:,\s*(?:and\b|&)|,|;|/|&|\+|and\b|to\b|[-–—])\s*"
# "3, 4 and 7", "5 to 7", "3 and Recommendation 5", "3 (and 5)".
SEVERAL = rf"(?:{ONE}(?:{BETWEEN}(?:{KIND}\s*)?{ONE})+|{ONE}\s*\((?:and\b|&)\s*{ONE}\))"
# "3, 4 and 7", but not "5 to 7".
LISTED = rf"{ONE}(?:\s*(?:,\s*(?:and\b|&)|[,;/&+]|and\b)\s*(?:{KIND}\s*)?{ONE})+"
# What follows several numbers in a heading: a mark, as in "3 and 5: vans", or a capital letter,
# as in "3 and 5 Vans".
THEN = r"(?=\s*(?:[:.(–—-]|$)|\s+(?-i:[A-Z]))"
# After a list any word that does not count something: "3 and 5 are met", not "3 and 12 months".
WORDS = r"(?=\s+(?!(?:and|to|days?|weeks?|months?|years?|hours?|new|more|per|out)\b)[^\W\d])"
# The number of a chapter that is typed before a heading: "1.1 Recommendation 1".
CHAPTER = r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?"
# Each of "5", "to" and "7" of "5 to 7".
PART = re.compile(rf"(?P<number>{ONE})|(?P<range>\bto\b|[-–—])", re.IGNORECASE)
# "Recommendations 3 and 5" and "3 & 5.", with nothing beside them.
WHOLE = re.compile(rf"\W*(?:{KIND})?\W*(?P<numbers>{SEVERAL})\W*", re.IGNORECASE)
# The "Ref." of "Ref. 3", the "Thematic" of "Thematic 2".
BEFORE = rf"(?:{KIND}|(?:ref|reference|item|number|point|peel|thematic)\b\.?|r)"
# "3", "Rec 3a.", "(3)", "Ref. 7.1", with nothing beside it.
SOLE = re.compile(rf"\W*(?:{BEFORE})?\W*{ONE}\W*", re.IGNORECASE)
# "three" of "Recommendation three".
IN_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
)
# "three", where nothing or a mark follows: not "three months".
WORD = rf"(?:{'|'.join(IN_WORDS)})(?=\s*(?:[:.–—-]|$))"
# Whose reply it is: that of the local policing body, whose document it is: "Our response to the",
# "PCC's reply on".
REPLY_TO = (
    r"(?:(?:(?:our|my|the|opcc|pf?cc|commissioner)(?:['’]s)?\s+)*(?:response|reply|answer)s?\s+"
    r"(?:to|on)\s+(?:the\s+)?)?"
)
# "Recommendation 1 of 16" counts them, and says no more than "Recommendation 1".
OF_ALL = r"(?:\s*\(?of\s+\d{1,3}(?!\w)\)?)?"
# "Recommendation 3", "2.1 Response to recommendation 3: vans", "Recs 3, 4 and 7 are met".
ABOUT = re.compile(
    rf"{CHAPTER}{REPLY_TO}(?P<label>{KIND}\s*(?:{SEVERAL}{THEN}|{LISTED}{WORDS}|{ONE}|{WORD})){OF_ALL}"
    r"[\s:.–—-]*(?P<words>.*)",
    re.IGNORECASE,
)
# "Staffing (Recs 2 and 8)".
AFTER = re.compile(
    rf"(?P<words>[^(\[]*\w)\s*[(\[](?P<label>{KIND}\s*(?:{SEVERAL}|{ONE}))[)\]]", re.IGNORECASE
)
# "Recommendations 3 and 4 are for others", at the start of a paragraph.
NAMED_FIRST = re.compile(
    rf"\W{{0,4}}(?P<label>{KIND}\s*(?:{SEVERAL}|{ONE}))(?=\W|$)", re.IGNORECASE
)
# "Recommendation 2: we accept", its label bold or not.
RUN_IN = re.compile(
    rf"(?P<bold>\*\*)?(?P<label>{KIND}\s*(?:{SEVERAL}|{ONE}|{WORD})){OF_ALL}\s*(?(bold)(?P<end>\*\*)?)"
    r"\s*(?::|\.(?=\s+(?-i:[A-Z]))|[–—-](?=[\s*]))(?(bold)(?P<late>\*\*)?)\s*(?P<words>\S.*)",
    re.IGNORECASE,
)
# "**Recommendation 2** We accept": bold alone parts a label from a sentence.
IN_BOLD = re.compile(
    rf"\*\*(?P<label>{KIND}\s*(?:{SEVERAL}|{ONE}|{WORD})){OF_ALL}\s*\*\*\s+"
    r"(?P<words>(?-i:[\"“‘'(]*[A-Z]).*)",
    re.IGNORECASE,
)
# "3. Mark vans", "3a) Mark vans".
NUMBERED = re.compile(rf"(?P<label>{ONE})[.)]\s+(?P<words>\S.*)")
# "3 Mark vans", "3 – Mark vans".
FOLLOWED = re.compile(rf"(?P<label>{ONE})[\s:–—-]+(?P<words>[^\W\d].*)", re.IGNORECASE)
# "7." and "1" of "7.1", "3" and "a" of "3a".
COUNT = re.compile(r"(.*?)(\d+|[a-z])")
LONGEST, MOST = 60, 20


def apart(cell):
    """Return the label and the words of a `cell`: "3" and "Mark vans" of "3. Mark vans".

    A label stands at the start, and without a mark after it only in a short cell; a number
    inside a sentence ("within 3 months") is none.
    """
    is_short = len(cell) <= LONGEST
    if is_short and (SOLE.fullmatch(cell) or several(cell)):
        return cell, ""
    printed = ABOUT.fullmatch(cell) or NUMBERED.fullmatch(cell)
    if not printed and is_short:
        printed = FOLLOWED.fullmatch(cell)
    return (printed["label"], printed["words"]) if printed else ("", cell)


def one_below_another(lines):
    """Return the `lines` of a cell of numbers as one label: "1, 2" of "1." over "2."."""
    is_list = len(lines) > 1 and all(map(SOLE.fullmatch, lines))
    return ", ".join(line.strip("():. ") for line in lines) if is_list else " ".join(lines)


def run_in(text):
    """Return the label and the words of a paragraph that begins with a label, or None.

    A colon or a dash follows the label: "Recommendation 2 is linked to it" only names one. Of
    a label in bold the words keep what bold goes on in them, or begin a sentence of their own.
    """
    if found := IN_BOLD.fullmatch(text):
        return found["label"], found["words"]
    found = RUN_IN.fullmatch(text)
    if not found:
        return None
    goes_on = found["bold"] and bool(found["end"]) == bool(found["late"])
    return found["label"], f"{'**' if goes_on else ''}{found['words']}"


def named(text):
    """Return the label that a `text` is or begins with, as a heading does; "" for none."""
    begun = run_in(text)
    return bare(text) or (begun[0] if begun else "")


def bare(text):
    """Return the label that a `text` is, with nothing beside it; "" for any other."""
    found = ABOUT.fullmatch(text.replace("**", "")) if len(text) <= LONGEST else None
    return found["label"] if found and not found["words"] else ""


def in_figures(label):
    """Return a `label` with its number in figures: "Recommendation 3" of "Recommendation three"."""
    words = label.rstrip(":. ").casefold().rpartition(" ")
    return f"{words[0]} {IN_WORDS.index(words[2]) + 1}" if words[2] in IN_WORDS else label


def several(label):
    """Return the numbers of a `label` that has several, () of any other: "3", "5" of "3 and 5".

    Of "5 to 7" and "3a-3c" those between are meant too.
    """
    found = WHOLE.fullmatch(label) if len(label) <= LONGEST else None
    if not found:
        return ()
    numbers, is_range = [], False
    for part in PART.finditer(found["numbers"].casefold()):
        if part["range"]:
            is_range = True
            continue
        here = _up_to(numbers[-1], part["number"]) if is_range else [part["number"]]
        if not here:
            return ()
        numbers += here
        is_range = False
    return tuple(dict.fromkeys(numbers)) if len(numbers) <= MOST else ()


def _up_to(first, last):
    """Return the numbers after `first` up to `last`, [] where they do not count on."""
    (before, start), (same, end) = (COUNT.fullmatch(number).groups() for number in (first, last))
    if before != same or start.isdecimal() != end.isdecimal():
        return []
    if start.isdecimal():
        past = min(int(end), int(start) + MOST) + 1
        found = [str(number) for number in range(int(start) + 1, past)]
    else:
        found = [chr(letter) for letter in range(ord(start) + 1, ord(end) + 1)]
    return [before + each for each in found] if found and found[-1] == end else []
