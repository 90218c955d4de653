"""What of a board's entries the address asks for, as boxes to choose in."""

from django import forms
from django.utils.functional import cached_property

from ...presenters.board import FACETS, Due, Filters
from ...publishing.board.record import Chosen

LABELS = {"rag": "RAG"}


class FilterForm(forms.Form):
    """A box for each way to ask for entries; `options` has what there is to choose, by name.

    What an address asks for and no entry has stays chosen, so that it can be seen and taken away.
    """

    def __init__(self, data, options):
        super().__init__(data)
        for name in FACETS:
            self.fields[name] = _box(LABELS.get(name, name.capitalize()), options[name], data, name)
        self.fields["due"] = _box("Due", Due.choices, data, "due")

    @cached_property
    def filters(self):
        """The Filters that are asked for."""
        self.full_clean()
        asked = {name: value for name, value in self.cleaned_data.items() if value}
        return Filters(
            {name: asked[name] for name in FACETS if name in asked}, asked.get("due", "")
        )

    @property
    def in_words(self):
        """What is asked for as Chosen: the label of each box, and what was chosen in it."""
        asked = self.filters
        values = {**asked.facets, **({"due": asked.due} if asked.due else {})}
        return tuple(
            Chosen(self.fields[name].label, str(dict(self.fields[name].choices)[value]))
            for name, value in values.items()
        )

    @property
    def kept(self):
        """What is asked for, as names and values that another form can carry on."""
        return [(name, value) for name in self.fields if (value := self.data.get(name))]


def _box(label, choices, data, name):
    asked = data.get(name, "")
    more = [] if asked in dict(choices) or not asked else [(asked, asked)]
    return forms.ChoiceField(label=label, required=False, choices=[("", "All"), *choices, *more])
