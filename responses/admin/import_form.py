"""The form that takes a document to import."""

from django import forms
from django.conf import settings

from ..importing.files import KINDS, read
from ..importing.refusal import ImportRefusedError

# What a browser sends beside the file.
ROOM_FOR_THE_REST = 10_000


class DocumentForm(forms.Form):
    document = forms.FileField(
        label="Document",
        error_messages={"required": "Choose the document first."},
        allow_empty_file=True,
        help_text="A Word document (.docx), a PDF that holds text, or plain text (.txt).",
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(KINDS)}),
    )

    class Media:
        js = ["admin-upload.js"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        too_large = (
            f"Choose a file of at most {settings.LARGEST_UPLOAD // 1024 // 1024} MB. Pictures are "
            "not imported: take them out first."
        )
        self.fields["document"].widget.attrs |= {
            "data-most": settings.LARGEST_UPLOAD - ROOM_FOR_THE_REST,
            "data-too-large": too_large,
        }

    def source(self):
        """Return the Source of the file that was sent, or None, with why said at the field."""
        if not self.is_valid():
            return None
        file = self.cleaned_data["document"]
        try:
            return read(file.read(), file.name)
        except ImportRefusedError as refusal:
            self.refuse(str(refusal))
            return None

    def refuse(self, why):
        """Say at the field `why` the file is not taken."""
        self.add_error("document", why)
