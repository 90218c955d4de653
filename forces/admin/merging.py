"""Two people at one page: what each of them typed is joined, field by field.

A form carries, hidden, a digest of every value that it showed. What the person left alone
takes the value that the database has now; what only they changed is saved; what both
changed, differently, is refused at its field with both versions. The page that is then
shown carries the values of now, so whoever saves it again replaces them knowingly.

Whoever uses these forms holds the rows from the look to the write (holding.py).
"""

import hashlib
from urllib.parse import parse_qsl, urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.forms.formsets import DELETION_FIELD_NAME
from django.template.defaultfilters import linebreaksbr
from django.template.loader import render_to_string
from django.utils.formats import localize
from django.utils.html import format_html

from . import yes_or_no

NOT_REMOVED = (
    "Not removed: somebody else changed this while your page was open. What is new is marked "
    "below. To remove it all the same, tick the box again and save."
)
REMOVED = (
    "Somebody else removed this {what} while your page was open. What you typed is still here. "
    "Save again to add it as a new {what}, or remove it here too."
)


class MergedForm(forms.ModelForm):
    """Takes what was typed as changes of what the page showed, and puts them on what is there now.

    Templates write `shown` inside the form. Every field is one of the model's; a kind of field
    whose value is not read as it is stored says how, in `as_read`.
    """

    was_removed = False  # Set by MergedRows where somebody else removed the row.

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.merged = list(self.fields)
        self.clashes, self.moved, self.is_removal_refused = [], [], False
        if self.is_bound and self.instance.pk:
            self._merge()

    @property
    def shown(self):
        """The hidden control that says what the page shows; none for a new row."""
        if not self.instance.pk or not self.merged:
            return ""
        digests = {name: self._digest(name, self._now(name)) for name in self.merged}
        # Without the attribute Firefox would keep an old value when the page is loaded again.
        control = '<input type="hidden" name="{}" value="{}" autocomplete="off">'
        return format_html(control, self.add_prefix("shown"), urlencode(digests))

    def has_typed(self):
        """Whether anything was changed of what the page showed, whatever is there now."""
        shown = self._digests_shown()
        return any(self._digest_typed(name) != shown.get(name) for name in self.merged)

    def is_said_by(self, row):
        """Whether all that was typed, apart from what was left blank, stands in `row` already."""
        try:
            typed = {name: self._typed(name) for name in self.merged}
        except ValidationError:
            return False
        theirs = {name: self._model_field(name).value_from_object(row) for name in typed}
        return all(
            self._digest(name, typed[name]) == self._digest(name, theirs[name])
            for name in typed
            if typed[name]
        )

    def in_words(self, name, value):
        """Return how `value` of a field reads, as safe HTML; an empty string where it is blank."""
        field = self.fields[name]
        value = field.prepare_value(value)
        if value in field.empty_values:
            return ""
        if choices := getattr(field.widget, "choices", None):
            labels = {str(key): label for key, label in choices}
            keys = value if isinstance(value, list) else [value]
            return linebreaksbr("\n".join(str(labels.get(str(key), key)) for key in keys))
        model_field = self._model_field(name)
        if hasattr(model_field, "as_read"):
            return model_field.as_read(value)
        if isinstance(value, bool):
            return yes_or_no.in_words(value)
        return linebreaksbr(localize(value))

    def typed_in_words(self, name):
        """Return how what was typed into a field reads; as it is where it cannot be read."""
        try:
            return self.in_words(name, self._typed(name))
        except ValidationError:
            raw = self._raw(name) or ""
            return linebreaksbr("\n".join(filter(None, raw)) if isinstance(raw, list) else raw)

    def clean(self):
        super().clean()
        if self.was_removed:
            self.add_error(None, REMOVED.format(what=self._meta.model._meta.verbose_name))
        if self.is_removal_refused:
            self.add_error(None, NOT_REMOVED)
        for name in self.moved if self.is_removal_refused else self.clashes:
            self.add_error(name, self._versions(name))
        return self.cleaned_data

    def _merge(self):
        """Give what was left alone the value of now; note what both changed, and what moved."""
        shown = self._digests_shown()
        for name in self.merged:
            was, now = shown.get(name, "not known"), self._digest(name, self._now(name))
            typed = self._digest_typed(name)
            if typed in (was, now):
                self._enter(name)
            elif was != now:
                self.clashes.append(name)
            if was != now:
                self.moved.append(name)
        removal = self.add_prefix(DELETION_FIELD_NAME)
        if self.moved and removal in self.data:
            self.is_removal_refused = True
            self.data = self.data.copy()
            del self.data[removal]

    def _versions(self, name):
        versions = {"now": self.in_words(name, self._now(name))}
        if name in self.clashes:
            versions["typed"] = self.typed_in_words(name)
        return render_to_string("admin/overtaken.html", versions)

    def _digests_shown(self):
        return dict(parse_qsl(self.data.get(self.add_prefix("shown"), "")))

    def _model_field(self, name):
        return self._meta.model._meta.get_field(name)

    def _now(self, name):
        return self.get_initial_for_field(self.fields[name], name)

    def _raw(self, name):
        widget = self.fields[name].widget
        return widget.value_from_datadict(self.data, self.files, self.add_prefix(name))

    def _typed(self, name):
        """Return the value that was typed, of a relation its keys; raises ValidationError."""
        raw = self._raw(name)
        return raw if self._model_field(name).is_relation else self.fields[name].clean(raw)

    def _digest_typed(self, name):
        """Return the digest of what was typed, None where it cannot be read."""
        try:
            return self._digest(name, self._typed(name))
        except ValidationError:
            return None

    def _digest(self, name, value):
        """Return the same few letters for all that would be stored as the same `value`."""
        model_field = self._model_field(name)
        if model_field.is_relation:
            keys = self.fields[name].prepare_value(value)
            keys = keys if isinstance(keys, list) else [keys]
            text = " ".join(sorted(str(key) for key in keys if key))
        else:
            text = str(model_field.get_prep_value(value)).replace("\r\n", "\n").strip()
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def _enter(self, name):
        """Put the value of now where the form reads what was typed, unless it says the same."""
        field, value, place = self.fields[name], self._now(name), self.add_prefix(name)
        if not field.has_changed(value, self._raw(name)):
            return
        self.data = self.data.copy()
        if isinstance(field.widget, forms.MultiWidget):
            parts = zip(field.widget.widgets_names, field.widget.decompress(value), strict=True)
            for part, words in parts:
                self.data[place + part] = words
            return
        value = field.prepare_value(value)
        if isinstance(value, list):
            self.data.setlist(place, [str(key) for key in value])
        else:
            self.data[place] = "" if value is None else str(value)
