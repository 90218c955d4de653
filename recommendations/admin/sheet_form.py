"""The form that takes a spreadsheet of ratings."""

from django import forms
from django.conf import settings

from ..sheets import KINDS

# What a browser sends beside the file.
ROOM_FOR_THE_REST = 10_000


class SheetForm(forms.Form):
    sheet = forms.FileField(
        label="Spreadsheet",
        allow_empty_file=True,
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(KINDS)}),
        help_text="The file that you exported here and edited: .xlsx or .csv.",
    )

    class Media:
        js = ["admin-upload.js"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        most = settings.LARGEST_UPLOAD - ROOM_FOR_THE_REST
        too_large = f"Choose a file of at most {settings.LARGEST_UPLOAD // 1024 // 1024} MB."
        attributes = {"data-most": most, "data-too-large": too_large}
        self.fields["sheet"].widget.attrs |= attributes

    def content(self):
        """Return the bytes of the file, and its name."""
        sheet = self.cleaned_data["sheet"]
        return sheet.read(), sheet.name
