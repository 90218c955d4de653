"""The form that takes a spreadsheet, and what its page shows of one that is not taken."""

from django import forms
from django.conf import settings

from forces.admin.faults import faults_of

from .. import sheets

# What a browser sends beside the file.
ROOM_FOR_THE_REST = 10_000
MOST_FAULTS = 100


class SheetForm(forms.Form):
    """Takes a file; `which` says in a sentence which one is meant."""

    sheet = forms.FileField(
        label="Spreadsheet",
        allow_empty_file=True,
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(sheets.KINDS)}),
    )

    class Media:
        js = ["admin-upload.js"]

    sheet_read = ""  # The sheet whose rows these are, where the workbook has others.

    def __init__(self, *args, which, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        most = settings.LARGEST_UPLOAD - ROOM_FOR_THE_REST
        too_large = f"Choose a file of at most {settings.LARGEST_UPLOAD // 1024 // 1024} MB."
        attributes = {"data-most": most, "data-too-large": too_large}
        self.fields["sheet"].widget.attrs |= attributes
        self.fields["sheet"].help_text = which

    def rows(self):
        """Return the rows of the file that was sent, or None where there is none to be had.

        Why there is none is then said at the field.
        """
        if not self.is_valid():
            return None
        file = self.cleaned_data["sheet"]
        content = file.read()
        try:
            rows = sheets.read(content, file.name)
            self.sheet_read = sheets.first_of_several(content, file.name)
            return rows
        except sheets.SheetError as error:
            self.refuse(str(error))
            return None

    def refuse(self, why):
        """Say at the field `why` the file is not taken."""
        self.add_error("sheet", why)


def as_asked(form, faults=()):
    """Return what the page that asks for a spreadsheet shows: `form`, and each Fault of a file."""
    return {
        "form": form,
        "faults": faults_of(form, ()),
        "cells": sheets.in_order(faults)[:MOST_FAULTS],
        "number": len(faults),
        "more": max(len(faults) - MOST_FAULTS, 0),
    }
