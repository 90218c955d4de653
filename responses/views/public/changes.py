"""What changed from one version of a response to the next."""

from django.shortcuts import get_object_or_404, render

from ...models import Publication
from ...pages import kept
from ...presenters import changes as presenter
from ...presenters.versions import version_url
from ...published import read
from ...publishing.changes import changes as changes_between
from .answering import answer, coding_for


def changes(request, force, report, number):
    """Version `number` beside the version before it; the first has none, so it is not found.

    Where one of the two is withdrawn, that is said in its place: the other would quote it.
    """
    listed = Publication.objects.filter(report__is_listed=True)
    listed = listed.select_related("force", "report", "withdrawal")
    publication = get_object_or_404(listed, force__slug=force, report__slug=report, number=number)
    earlier = get_object_or_404(listed, response=publication.response_id, number=number - 1)
    withdrawn = next((one for one in (publication, earlier) if hasattr(one, "withdrawal")), None)
    if withdrawn:
        coding = coding_for(request)
        return answer(request, kept.make(withdrawn, None, coding), coding)
    before, after = read([earlier, publication])
    found = changes_between(before.record, after.record)
    here, there = version_url(publication), version_url(earlier)
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
