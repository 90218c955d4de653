"""What is wrong with a page of several forms, in one list whose entries lead to their fields."""

from dataclasses import dataclass

OVERTAKEN = "somebody else changed it too"


@dataclass(frozen=True)
class Fault:
    """A sentence, and the address of the field in the page; "" where it is about none."""

    words: str
    address: str = ""


def faults_of(form, formsets):
    """Return the Faults of a page's main `form`, if any, and of its `formsets`, in order."""
    found = list(_of_form(form)) if form else []
    for formset in formsets:
        found += [Fault(error) for error in formset.non_form_errors()]
        called = getattr(formset, "called", formset.model._meta.verbose_name)
        for number, row in enumerate(formset.forms, start=1):
            found += _of_form(row, of=f"{_name(row.instance, called, number)}: ")
    return found


def _of_form(form, of=""):
    for error in form.non_field_errors():
        yield Fault(f"{of}{error}")
    for field in form.visible_fields():
        for error in field.errors:
            # Both versions stand side by side at the field itself.
            what = OVERTAKEN if field.name in getattr(form, "clashes", ()) else error
            yield Fault(f"{of}{field.label}: {what}", f"#{field.auto_id}")


def _name(row, called, number):
    """Return the name by which the page calls `row`, one of those `called` so, with its number."""
    if not row.pk:
        return f"New {called} #{number}"
    return getattr(row, "summary", "") or str(row)
