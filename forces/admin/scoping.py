"""Who gets what in the admin: every question goes to forces/policies.py, never to Django's tables.

Two kinds of page: the register, which register editors keep, and the work of a force,
which only its own people see. A row outside a person's forces does not exist for them.
"""

from django.http import Http404
from django.shortcuts import get_object_or_404

from .. import policies


def rights(request):
    """The rights of the person who makes `request`, asked for once per request."""
    if not hasattr(request, "rights"):
        request.rights = policies.Rights(request.user)
    return request.rights


class UnknownIsNotFound:
    """A row that does not exist, or not for this person, is a plain 404."""

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        raise Http404(f"No {opts.verbose_name} {object_id}.")


class RegisterScope(UnknownIsNotFound):
    """The register: register editors keep it; offices and forces read what they work with."""

    is_read_by_offices = False

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def has_view_permission(self, request, obj=None):
        if self.has_change_permission(request, obj):
            return True
        return self.is_read_by_offices and rights(request).may_somewhere(policies.READ_REGISTER)

    def has_add_permission(self, request):
        return rights(request).edits_register

    def has_change_permission(self, request, obj=None):
        return rights(request).edits_register

    def has_delete_permission(self, request, obj=None):
        return rights(request).edits_register

    def get_deleted_objects(self, objs, request):
        """Say that something stands in the way of a deletion, and not what: it may be a draft."""
        to_delete, counts, perms_needed, protected = super().get_deleted_objects(objs, request)
        if protected or perms_needed:
            protected = ["Other entries, or the work of an office, that depend on it."]
        return to_delete, counts, set(), protected


class ForceScope(UnknownIsNotFound):
    """The work of a force: rows of a force in which the person has a role."""

    see = policies.SEE_DRAFTS
    edit = policies.EDIT_DRAFTS

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)

    def own_or_404(self, request, pk):
        """Return the row `pk` of the person's own forces; raises Http404 where it is none."""
        own = self.get_queryset(request).select_related(*self.list_select_related)
        return get_object_or_404(own, pk=pk)

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def has_view_permission(self, request, obj=None):
        return self._may(request, self.see, obj)

    def has_add_permission(self, request):
        return self._may(request, self.edit)

    def has_change_permission(self, request, obj=None):
        return self._may(request, self.edit, obj)

    def has_delete_permission(self, request, obj=None):
        return self._may(request, self.edit, obj)

    def force_id_of(self, row):
        """Return the key of the force whose `row` it is."""
        return row.force_id

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Offer the forces for which the person may write."""
        if db_field.name == "force":
            kwargs["queryset"] = policies.forces_of(request.user, self.edit)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request):
        """Choose the force for those who write for one only."""
        initial = super().get_changeform_initial_data(request)
        own = list(policies.forces_of(request.user, self.edit)[:2])
        return {"force": own[0].pk} | initial if len(own) == 1 else initial

    def _may(self, request, roles, obj=None):
        if obj is None:
            return rights(request).may_somewhere(roles)
        return rights(request).may(roles, self.force_id_of(obj))


class FollowsParent:
    """An inline: who may change the row that it belongs to may change its parts."""

    def has_view_permission(self, request, obj=None):
        return self.parent_admin.has_view_permission(request, obj)

    def has_add_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        return self.parent_admin.has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)

    @property
    def parent_admin(self):
        return self.admin_site.get_model_admin(self.parent_model)
