"""The two kinds of value that this register adds to Django's own: partial dates and rich text."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.safestring import mark_safe
from django_prose_editor.fields import ProseEditorFormField

from . import partial_dates, rich_text, rich_text_notes
from .date_words import why_not_beside
from .editor import EDITOR
from .partial_dates import PartialDate


class PartialDateWidget(forms.MultiWidget):
    """A box for the date and a box for the words that the document uses."""

    template_name = "components/partial_date_widget.html"

    def __init__(self, attrs=None):
        date = forms.TextInput(attrs={"placeholder": "15 April 2026", "class": "partial-date"})
        phrase = forms.TextInput(attrs={"class": "partial-date-phrase"})
        super().__init__({"date": date, "phrase": phrase}, attrs)

    def decompress(self, value):
        return [value.words, value.phrase] if value else ["", ""]


class PartialDateFormField(forms.MultiValueField):
    widget = PartialDateWidget

    def __init__(self, *, required=False, max_length=None, **kwargs):
        fields = (forms.CharField(required=False), forms.CharField(required=False, max_length=200))
        super().__init__(fields, required=required, require_all_fields=False, **kwargs)

    def compress(self, values):
        date, phrase = values or ("", "")
        try:
            known = partial_dates.parse(date)
        except ValueError as error:
            raise ValidationError(str(error)) from error
        if refusal := why_not_beside(known, phrase):
            raise ValidationError(refusal)
        return PartialDate(known.year, known.month, known.day, phrase)


class PartialDateField(models.CharField):
    """Stores a PartialDate as one sortable line of text; blank is unknown."""

    description = "A day, a month or unknown, with the phrase where there is one"

    def __init__(self, *args, **kwargs):
        kwargs["max_length"] = 240
        kwargs["blank"] = True
        kwargs["default"] = partial_dates.UNKNOWN
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        for fixed in ("max_length", "blank", "default"):
            kwargs.pop(fixed, None)
        return name, path, args, kwargs

    def db_parameters(self, connection):
        """Compare by character on PostgreSQL too, whose languages pass over spaces and hyphens."""
        parameters = super().db_parameters(connection)
        if connection.vendor == "postgresql":
            parameters["collation"] = "C"
        return parameters

    def from_db_value(self, value, expression, connection):
        return self.to_python(value)

    def to_python(self, value):
        if isinstance(value, PartialDate):
            return value
        try:
            return PartialDate.from_stored(value or "")
        except ValueError as error:
            raise ValidationError(str(error)) from error

    def get_prep_value(self, value):
        return value.stored() if isinstance(value, PartialDate) else value

    def value_to_string(self, obj):
        return self.value_from_object(obj).stored()

    def formfield(self, **kwargs):
        defaults = {"form_class": PartialDateFormField, "required": False} | kwargs
        defaults.pop("widget", None)
        return super(models.CharField, self).formfield(**defaults)

    def validate(self, value, model_instance):
        """Every PartialDate is valid; a stored one is checked as it is read."""

    def run_validators(self, value):
        super().run_validators(value.stored())


class RichTextFormField(ProseEditorFormField):
    """Cleans what is entered; `left_out` then says what did not get in, in words."""

    left_out = ""

    def clean(self, value):
        self.left_out = rich_text_notes.in_words(rich_text_notes.left_out(value))
        return super().clean(rich_text.clean(value))

    def bound_data(self, data, initial):
        """Show again, beside an error, what got in."""
        return rich_text.clean(super().bound_data(data, initial))


class RichTextField(models.TextField):
    """Narrative text: a small, safe subset of HTML, cleaned whenever it is saved."""

    description = "Rich text"

    def pre_save(self, model_instance, add):
        cleaned = rich_text.clean(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, cleaned)
        return cleaned

    def get_db_prep_save(self, value, connection):
        """Clean what comes by update() and bulk_update() too, which pass by `pre_save`."""
        cleaned = rich_text.clean(value) if isinstance(value, str) else value
        return super().get_db_prep_save(cleaned, connection)

    def to_python(self, value):
        return rich_text.clean(super().to_python(value))

    def as_read(self, value):
        """Return `value` as its readers see it, as safe HTML."""
        return mark_safe(self.to_python(value))  # Cleaned just now.

    def formfield(self, **kwargs):
        editor = {"form_class": RichTextFormField, "config": EDITOR}
        return super().formfield(**(editor | kwargs))
