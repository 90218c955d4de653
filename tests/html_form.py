"""What a browser would send back from the forms of a page, and what they say is wrong."""

from html.parser import HTMLParser


def form_data(response):
    """Return the fields of the page's forms as a browser would post them."""
    reader = _FormReader()
    reader.feed(response.content.decode())
    return reader.data


def errors(answer):
    """All messages of a page's forms, in one text."""
    formsets = [inline.formset for inline in answer.context["inline_admin_formsets"]]
    parts = [answer.context["adminform"].form.errors]
    parts += [form.errors for formset in formsets for form in formset.forms]
    parts += [formset.non_form_errors() for formset in formsets]
    return " ".join(str(part) for part in parts)


def with_row(data, prefix, **fields):
    """Add a new row to an inline of a page's form data, as its "Add another" button does."""
    number = int(data[f"{prefix}-TOTAL_FORMS"])
    empty = {key: value for key, value in data.items() if f"{prefix}-__prefix__" in key}
    row = {key.replace("__prefix__", str(number)): value for key, value in empty.items()}
    row |= {f"{prefix}-{number}-{name}": value for name, value in fields.items()}
    return data | row | {f"{prefix}-TOTAL_FORMS": str(number + 1)}


class _FormReader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.data = {}
        self._select = None
        self._textarea = None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "input" and attrs.get("name"):
            self._input(attrs)
        elif tag == "select":
            self._select = attrs["name"]
        elif tag == "option" and "selected" in attrs and attrs.get("value"):
            self.data[self._select] = attrs["value"]
        elif tag == "textarea":
            self._textarea = attrs["name"]
            self.data[self._textarea] = ""

    def _input(self, attrs):
        if attrs.get("type") == "submit":
            return
        name, value = attrs["name"], attrs.get("value", "")
        if attrs.get("type") not in ("checkbox", "radio"):
            self.data[name] = value
        elif "checked" in attrs and attrs.get("type") == "radio":
            self.data[name] = value or "on"
        elif "checked" in attrs:
            self.data.setdefault(name, []).append(value or "on")

    def handle_data(self, data):
        if self._textarea is not None:
            self.data[self._textarea] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.data[self._textarea] = self.data[self._textarea].removeprefix("\n")
            self._textarea = None
