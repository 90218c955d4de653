"""Hands on a keyboard and none on a mouse: what they press is counted, step by step.

With PICTURES_DIR in the environment each step leaves a picture there, and its counts in
steps.txt.
"""

import os
from pathlib import Path

MOST_TABS = 300
IS_BEFORE = """element => {
  const at = document.activeElement;
  return Boolean(at.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING);
}"""
HAS_FOCUS = "element => element.contains(document.activeElement)"
# Whether the middle of what has the focus is in view and not under the bar of buttons.
IS_SEEN = """() => {
  const { left, top, width, height } = document.activeElement.getBoundingClientRect();
  const there = document.elementFromPoint(left + width / 2, top + Math.min(height, 40) / 2);
  return document.activeElement.contains(there);
}"""


class Hands:
    def __init__(self, page, who):
        self.page = page
        self._who = who
        self._number = self._keys = self._fields = 0

    def press(self, key):
        self.page.keyboard.press(key)
        self._keys += 1

    def reach(self, place):
        """Press Tab, or Shift and Tab where `place` comes before, until it has the focus."""
        place.wait_for()
        key = "Shift+Tab" if place.evaluate(IS_BEFORE) else "Tab"
        for _ in range(MOST_TABS):
            if place.evaluate(HAS_FOCUS):
                assert self.page.evaluate(IS_SEEN), "What has the focus is hidden."
                return
            self.press(key)
        raise AssertionError(f"{MOST_TABS} times {key} did not reach {place}.")

    def follow(self, place):
        """Reach a link or a button and press Enter."""
        self.reach(place)
        self.press("Enter")

    def tick(self, place):
        self.reach(place)
        self.press("Space")
        assert place.is_checked()
        self._fields += 1

    def write(self, place, text):
        """Write `text` in place of what a field says."""
        self.reach(place)
        self.press("ControlOrMeta+a")
        self.page.keyboard.type(text)
        self._keys += len(text)
        self._fields += 1

    def write_day(self, place, day):
        """Write a date into a browser's own control, whose order is month, day, year here."""
        self.reach(place)
        self.page.keyboard.type(f"{day:%m%d%Y}")
        assert place.input_value() == day.isoformat()
        self._keys += 8
        self._fields += 1

    def choose(self, place, label):
        """Choose by the first letters of `label`, as a list that has the focus takes them."""
        self.reach(place)
        self.page.keyboard.type(label)
        assert place.evaluate("list => list.selectedOptions[0].label") == label
        self._keys += len(label)
        self._fields += 1

    def done(self, step):
        """End a step: keep what it took, and a picture of where it ended."""
        self._number += 1
        if folder := os.environ.get("PICTURES_DIR"):
            folder = Path(folder)
            name = f"{self._who}-{self._number}-{step}".replace(" ", "-")
            self.page.screenshot(path=folder / f"{name}.png", full_page=True)
            with (folder / "steps.txt").open("a") as steps:
                steps.write(f"{self._who}, {step}: {self._keys} keys, {self._fields} fields\n")
        self._keys = self._fields = 0
