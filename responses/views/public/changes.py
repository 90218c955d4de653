"""What changed from one version of a response to the next."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from ...models import Publication
from ...presenters import changes as presenter
from ...published import read
from ...publishing.changes import changes as changes_between


def changes(request, force, report, number):
    """Version `number` beside the version before it; the first has none, so it is not found."""
    listed = Publication.objects.filter(report__is_listed=True).select_related("force", "report")
    publication = get_object_or_404(listed, force__slug=force, report__slug=report, number=number)
    earlier = get_object_or_404(listed, response=publication.response_id, number=number - 1)
    before, after = read([earlier, publication])
    found = changes_between(before.record, after.record)
    here, there = _address(publication), _address(earlier)
    context = {
        "record": after.record,
        "publication": publication,
        "earlier": earlier,
        "version_url": here,
        "earlier_url": there,
        "changes": found,
        "summary": presenter.summary(found),
        "groups": presenter.groups(found, here=here, earlier=there),
    }
    return render(request, "public/changes.html", context)


def _address(publication):
    """Return the address of a version, which stands under that of its response."""
    names = [publication.force.slug, publication.report.slug]
    return f"{reverse('response', args=names)}v{publication.number}/"
