"""The form in which a reader searches, and what is said of what it cannot take."""

from django import forms

from .asking import FIELDS, Search
from .plain_select import PlainSelect

LONGEST = 200
TOO_LONG = f"Look for at most {LONGEST} characters."
NO_WORD = "Give at least one word to look for, other than such words as “the” or “and”."
NOTHING = "Nothing that is published here is of “%(value)s”. Choose from the list."
NO_CHARACTER = "Leave out the character with the code 0: no text has it."
LABELS = {"rag": "RAG", "body": "Published by"}


class SearchForm(forms.Form):
    """Words, and a box for each way to ask for less; `choices` has what there is to choose."""

    q = forms.CharField(
        label="Words",
        required=False,
        max_length=LONGEST,
        error_messages={"max_length": TOO_LONG, "null_characters_not_allowed": NO_CHARACTER},
    )
    recommendation = forms.CharField(
        label="Recommendation number",
        required=False,
        max_length=60,
        error_messages={"null_characters_not_allowed": NO_CHARACTER},
    )

    def __init__(self, data, choices):
        super().__init__(data)
        for name in ("force", "report", "rag", "body", "year"):
            self.fields[name] = forms.ChoiceField(
                label=LABELS.get(name, name.capitalize()),
                required=False,
                widget=PlainSelect,
                choices=[("", "All"), *getattr(choices, name)],
                error_messages={"invalid_choice": NOTHING},
            )
        self.order_fields(FIELDS)

    def clean_q(self):
        typed = self.cleaned_data["q"]
        if typed and not Search(q=typed).words.wanted:
            raise forms.ValidationError(NO_WORD)
        return typed

    @property
    def search(self):
        """The Search that a valid form asks for."""
        return Search(**self.cleaned_data)

    @property
    def boxes(self):
        """The fields beside the words."""
        return [self[name] for name in FIELDS if name != "q"]

    @property
    def chosen(self):
        """Label, words and address without it of each box in which something is chosen."""
        asked = self.search.asked
        for name in asked:
            if name != "q":
                without = Search(**(asked | {name: ""})).query_string
                yield self.fields[name].label, self._words(name, asked[name]), without

    @property
    def in_words(self):
        """What is asked for: “risk”, Force: Kent."""
        words = [f"{label}: {value}" for label, value, _ in self.chosen]
        typed = self.cleaned_data["q"]
        return ", ".join([f"“{typed}”", *words] if typed else words)

    def _words(self, name, value):
        return dict(getattr(self.fields[name], "choices", ())).get(value, value)
