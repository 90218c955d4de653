"""Forms of ratings that were on somebody's screen while somebody else recorded another."""

from django import forms

from forces.admin.holding import is_key

from ..models import Assessment
from ..services import STANDING

OVERTAKEN = (
    "Somebody else changed this while your page was open. It is now: {now}. "
    "To replace that with what you entered, save again."
)


class OvertakenForm(forms.ModelForm):
    """Takes what was typed as a change of what the page showed, and puts it on what is there now.

    The page carries the key of the newest entry of history that it showed; that entry
    says what was on the screen. What the person left alone takes the value it has now.
    What both changed is refused at its field, once. The rating is read with
    `newest_entry`, that key as it is now.
    """

    shown = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.changed_by_both = []
        if not self.instance.pk:
            return
        self.initial["shown"] = self.instance.newest_entry or 0
        if self.is_bound and self["shown"].data != str(self.initial["shown"]):
            self._take_up()

    def clean(self):
        super().clean()
        for name in self.changed_by_both:
            self.add_error(name, OVERTAKEN.format(now=_in_words(self.instance, name)))

    def _take_up(self):
        before = self._on_the_screen(self["shown"].data)
        self.data = self.data.copy()
        self._enter("shown", self.initial["shown"])
        for name in before.keys() & self.fields.keys():
            field, typed, now = self.fields[name], self[name].data, getattr(self.instance, name)
            if field.disabled or not field.has_changed(before[name], typed):
                self._enter(name, now)
            elif name in STANDING and before[name] != now and field.has_changed(now, typed):
                self.changed_by_both.append(name)

    def _on_the_screen(self, key):
        """Return what the page showed, by field; where it had no entry yet, an empty rating."""
        entry = self.instance.changes.filter(pk=key).first() if is_key(key) else None
        standing = entry or Assessment()
        values = {name: getattr(standing, name) for name in STANDING}
        return values | {"reviewed_on": entry and entry.true_on}

    def _enter(self, name, value):
        """Put `value` where the form reads what was typed into the field."""
        widget, place = self.fields[name].widget, self.add_prefix(name)
        if not isinstance(widget, forms.MultiWidget):
            self.data[place] = "" if value is None else str(value)
            return
        for part, words in zip(widget.widgets_names, widget.decompress(value), strict=True):
            self.data[place + part] = words


def _in_words(rating, name):
    display = getattr(rating, f"get_{name}_display", None)
    value = display() if display else getattr(rating, name)
    return str(value) if value else "blank"
