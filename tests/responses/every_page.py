"""Every address of the admin that there is for the rows of the database, to look for leaks."""

import io
import re
from zipfile import ZipFile

from django.contrib import admin

from recommendations.models import InspectionReport
from responses.documents.making import MEDIA_TYPES

SAMPLES = {
    "step": (
        *("send", "decline", "take_back", "put_back", "accept"),
        *("submit", "take_back", "return", "approve", "publish", "open_next_draft"),
    ),
    "layout": ("statement", "record"),
    "recipient": ("home_secretary",),
    # A PDF says the same, and is no text to look through.
    "suffix": ("docx",),
}
PLACE = re.compile(r"<(?:\w+:)?(\w+)>")
ROWS = {"pk", "object_id", "id"}


def shown_to(client):
    """Return what `client` is shown at each address of the admin.

    Refusals are answers too, and may not say more than they should.
    """
    shown = {}
    for address in ["/admin/", *addresses()]:
        answer = client.get(address, follow=True)
        assert answer.status_code in (200, 403, 404, 405), address
        shown[address] = text_of(answer)
    return shown


def text_of(answer):
    """Return what `answer` says, that of a Word file too."""
    if answer["Content-Type"] != MEDIA_TYPES["docx"]:
        return answer.content.decode(errors="replace")
    return ZipFile(io.BytesIO(answer.content)).read("word/document.xml").decode()


def samples(place):
    """Return what may stand in a place of an address that is not the key of its row."""
    if place == "report":
        return list(InspectionReport.objects.values_list("slug", flat=True))
    return SAMPLES[place]


def addresses():
    for model, model_admin in admin.site._registry.items():
        place = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
        keys = [str(key) for key in model._base_manager.values_list("pk", flat=True)]
        for one in model_admin.urls:
            yield from (place + filled for filled in fill(str(one.pattern), keys))


def fill(route, keys):
    """Return `route` with each key in the place of a row, and each sample in each other place."""
    place = PLACE.search(route)
    if not place:
        return [route]
    values = keys if place[1] in ROWS else samples(place[1])
    return [
        filled
        for value in values
        for filled in fill(route[: place.start()] + value + route[place.end() :], keys)
    ]
