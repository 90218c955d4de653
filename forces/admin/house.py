"""What every page of the admin shares: plain controls, and a message where rows clash."""

import functools

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models
from django.forms import inlineformset_factory
from django.http import HttpResponseRedirect
from django.utils.text import capfirst
from js_asset import Media, Script

from ..kept import SaysWhatIsSaved
from .faults import faults_of
from .filters import AskableChangeList, lookups_of
from .left_out import TellsWhatWasLeftOut
from .list_memory import RemembersLists
from .yes_or_no import read_in_words

# The years of a PartialDate, which a day becomes where it is shown.
FIRST_YEAR, LAST_YEAR = 1829, 2199
CLASH = (
    "Nothing was saved: somebody else changed this at the same moment, or something still "
    "depends on it. Look at it as it is now, and repeat your change."
)


class DayInput(forms.DateInput):
    """The browser's own date control: it needs no script and speaks the reader's language."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class DayField(forms.DateField):
    """A day of a year that a document here can have; a mistyped one is refused at its field."""

    def clean(self, value):
        day = super().clean(value)
        if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValidationError(f"No document here is of the year {day.year}.")
        return day


def name_the_blank(field):
    """Have the blank choice of a form's `field` say what it means, in place of dashes."""
    words = "Choose" if getattr(field, "required", False) else "Not set"
    if getattr(field, "empty_label", None):
        field.empty_label = words
    elif isinstance(field, forms.TypedChoiceField):
        field.choices = [(key, label if key else words) for key, label in field.choices]


class PlainControls:
    """Controls that every browser and screen reader knows, for pages and for inlines."""

    formfield_overrides = {
        models.DateField: {"form_class": DayField, "widget": DayInput},
        models.URLField: {"assume_scheme": "https"},
    }
    view_on_site = False

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Leave out the icons beside a choice: other rows have pages of their own."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        name_the_blank(field)
        return field

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs.setdefault("widget", forms.CheckboxSelectMultiple)
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class FewScripts:
    """Loads of Django's scripts those that its pages use: the others weigh more than a page."""

    makes_slugs = False  # Whether an address is made of a name while that is typed.

    @property
    def media(self):
        if self.makes_slugs:
            return super().media
        jquery = "jquery.js" if settings.DEBUG else "jquery.min.js"
        names = [f"vendor/jquery/{jquery}", "jquery.init.js", "core.js"]
        names += ["actions.js"] if self.actions else []
        return forms.Media(js=[f"admin/js/{name}" for name in names])


class HouseAdmin(
    RemembersLists,
    PlainControls,
    TellsWhatWasLeftOut,
    SaysWhatIsSaved,
    FewScripts,
    admin.ModelAdmin,
):
    """A page of this register's admin."""

    actions = None
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER

    def lookup_allowed(self, lookup, value, request):
        """Whether an address may filter by `lookup`: only by what stands beside the list.

        Django's own answer lets an address ask about rows that refer to this one, and
        so whether another force has a draft. It also takes any comparison with any
        field, and some of them a database refuses.
        """
        return any(lookup in lookups_of(one) for one in self.get_list_filter(request))

    def get_changelist(self, request, **kwargs):
        return AskableChangeList

    def changeform_view(self, request, object_id=None, *args, **kwargs):
        """Answer for a row that is not there as a page to read does, whoever may write it.

        Who has nothing to do with rows of this kind is refused, whichever row is asked for.
        """
        try:
            return self._or_clash(request, super().changeform_view, object_id, *args, **kwargs)
        except PermissionDenied:
            asks_for_a_row = object_id and self.has_view_permission(request)
            if asks_for_a_row and self.get_object(request, unquote(object_id)) is None:
                return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
            raise

    def changelist_view(self, request, extra_context=None):
        named = {"title": capfirst(self.opts.verbose_name_plural)} | (extra_context or {})
        answer = self._or_clash(request, super().changelist_view, named)
        rows = getattr(answer, "context_data", {}).get("cl")
        if rows and rows.formset and rows.formset.is_bound:
            answer.context_data["faults"] = faults_of(None, [rows.formset])
        return answer

    def delete_view(self, request, *args, **kwargs):
        return self._or_clash(request, super().delete_view, *args, **kwargs)

    def _or_clash(self, request, view, *args, **kwargs):
        """Answer with `view`; where the database refuses its write, say so and start again."""
        try:
            return view(request, *args, **kwargs)
        except (IntegrityError, ValidationError):
            if request.method != "POST":
                raise
            request.is_saved = False
            self.message_user(request, CLASH, messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        """Name the page after its row, and give the visual editor's import map its nonce."""
        if context.get("original"):
            context |= {"title": str(context["original"]), "subtitle": None}
        is_only_read = obj is not None and not self.has_change_permission(request, obj)
        read_in_words(context["adminform"], self.opts, is_only_read=is_only_read)
        for rows in context["inline_admin_formsets"]:
            is_only_read = not rows.has_change_permission
            read_in_words(rows, rows.opts.opts, is_only_read=is_only_read)
        formsets = [part.formset for part in context["inline_admin_formsets"]]
        context["faults"] = faults_of(context["adminform"].form, formsets)
        context["errors"] = None  # Django's own note says no more than that there are some.
        context["media"] = Media.from_media(context["media"], nonce=request.csp_nonce)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    class Media:
        js = ["admin-editor.js", "admin-focus.js", Script("admin-enter.js", type="module")]


class PartInline(PlainControls, admin.StackedInline):
    """Parts of a row, each folded to its name until it is opened."""

    template = "admin/edit_inline/parts.html"
    extra = 0
    intro = ""
    extract = ""  # The field whose first words tell a folded part from the others.

    def get_formset(self, *args, **kwargs):
        formset = super().get_formset(*args, **kwargs)
        formset.extract = self.extract
        formset.called = self.verbose_name
        return formset

    def rows_to_write(self, request):
        """Return its formset as those who may change its rows have it."""
        return inlineformset_factory(
            self.parent_model,
            self.model,
            form=self.form,
            formset=self.formset,
            fields=flatten_fieldsets(self.fieldsets),
            formfield_callback=functools.partial(self.formfield_for_dbfield, request=request),
        )

    class Media:
        js = [
            "admin-rows.js",
            Script("parts/order.js", type="module"),
            Script("parts/fold.js", type="module"),
        ]
