"""Every address of the site, asked by each role and by nobody, over data that could leak."""

import datetime
import re

import pytest
from django.contrib import admin
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver
from django.utils import timezone

from forces.models import CopyAddressee, Role, User
from recommendations.services import record_rating
from responses.models import CoveringLetter
from responses.services import freeze
from tests import addresses
from tests.addresses import BOARD, LIAISON, NOBODY, OWNER, PEOPLE, REGISTER, STRANGER
from tests.factories import (
    ActionFactory,
    AddressingFactory,
    AnswerFactory,
    AssessmentFactory,
    ChiefOfficerCommentsFactory,
    EvidenceFactory,
    InspectionReportFactory,
    MeetingFactory,
    MembershipFactory,
    NarrativeSectionFactory,
    OfficeHolderFactory,
    OversightFactory,
    PoliceForceFactory,
    ProgressProposalFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)
from tests.responses.publishing import put_through

pytestmark = pytest.mark.django_db

# What stands in the text of an office, in comments that are being written, in ratings, and in
# what belongs to ratings and is for no board.
TEXT, COMMENTS, RATING, PART = "kestrel", "buzzard", "osprey", "merlin"
MAY_READ = {
    TEXT: addresses.OFFICE,
    COMMENTS: addresses.those(LIAISON),
    RATING: addresses.FORCE_AND_OFFICE | {BOARD},
    PART: addresses.FORCE_AND_OFFICE,
}
NAMES = "Ambridge", "Felpersham"
LONG_AGO = datetime.date(2026, 5, 1)
WORKING = (Role.EDITOR, Role.LIAISON, Role.APPROVER)
CHOICES = {"step", "layout", "recipient", "suffix"}
ROUTE = re.compile(r"<(?:(\w+):)?(\w+)>")


class World:
    """A force with a draft, comments, ratings and a publication, and a key for each address."""

    def __init__(self, name, report):
        self.force = force = PoliceForceFactory(short_name=name, slug=name.lower())
        oversight = OversightFactory(force=force)
        holder = OfficeHolderFactory(body=oversight.body)
        draft = ResponseFactory(
            force=force, body=oversight.body, title=f"{TEXT} {name}", late_reason=f"{TEXT} {name}"
        )
        finding = RecommendationFactory(report=draft.report)
        addressing = AddressingFactory(recommendation=finding)
        NarrativeSectionFactory(response=draft, body=f"<p>{TEXT} {name}</p>")
        AnswerFactory(response=draft, findings=[finding], action=f"<p>{TEXT} {name}</p>")
        comments = ChiefOfficerCommentsFactory(response=draft, text=f"<p>{COMMENTS} {name}</p>")
        rating = record_rating(
            assessment=AssessmentFactory(force=force, recommendation=finding),
            by=None,
            now=timezone.now(),
            rag="amber",
            reason=f"{RATING} {name}",
        )
        ActionFactory(assessment=rating, title=f"{PART} {name}", due_on=LONG_AGO)
        EvidenceFactory(assessment=rating, note=f"{PART} {name}")
        proposal = ProgressProposalFactory(assessment=rating)
        publication = put_through(ResponseFactory(force=force, body=oversight.body, report=report))
        rows = [force, oversight, oversight.body, holder, draft, finding, addressing.addressee]
        letter = CoveringLetter.objects.create(recipient="inspectorate", body=oversight.body)
        rows += [letter, CopyAddressee.objects.create(recipient="inspectorate")]
        meeting = MeetingFactory(force=force, held_on=timezone.localdate())
        frozen, _ = freeze(meeting=meeting, since=(None, ""), by=None, now=timezone.now())
        self.on_boards = {"minutes": frozen.pk, "meetings": meeting.pk}
        rows += [draft.report, comments, rating, proposal, publication, meeting]
        rows += [MembershipFactory().user]
        self.keys = {type(row): row.pk for row in rows}
        self.rated = draft.report.slug
        self.slugs = {"force": force.slug, "slug": force.slug, "report": report.slug}

    def fill(self, route):
        """Return `route` with the keys of this force's rows in it."""
        model = next((m for m in self.keys if _place(m) in route), None)
        values = {"number": 1, "layout": "record", "suffix": "json", "ref": "1", "url": "nowhere"}
        values["rest"] = "nowhere"
        values |= self.slugs | dict.fromkeys(("pk", "object_id", "id"), self.keys.get(model, 1))
        if route.startswith("reports/"):
            values["slug"] = self.slugs["report"]
        if route.startswith("board/reports/"):
            values["report"] = self.rated
        elif route.startswith("board/<") and "pk" in route:
            values["pk"] = self.on_boards[route.split("/")[2]]
        if "<document:suffix>" in route:
            values["suffix"] = "pdf"
        return "/" + ROUTE.sub(lambda found: str(values[found[2]]), route)


def _place(model):
    return f"admin/{model._meta.app_label}/{model._meta.model_name}/"


@pytest.fixture
def worlds():
    """Our own force and another, which answer the same report."""
    report = InspectionReportFactory(slug="villages")
    RecommendationFactory(report=report, label="1")
    return tuple(World(name, report) for name in NAMES)


def client_of(person, force, elsewhere=()):
    """Return a client of `person`, who holds the roles `elsewhere` in forces of no concern here."""
    client = Client()
    if person == NOBODY:
        return client
    user = UserFactory(is_staff=person != BOARD, is_superuser=person == OWNER)
    if person not in (STRANGER, OWNER):
        own = None if person == REGISTER else force
        MembershipFactory(user=user, role=Role(person), force=own)
        for role in elsewhere:
            MembershipFactory(user=user, role=role)
    client.force_login(user)
    return client


def routes(resolver=None, before=""):
    """Yield the route of every address that the site answers, moves and steps spelled out."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from routes(pattern, route)
        else:
            yield route


def spelled_out(route):
    """Return the addresses of the table that `route` of the resolver answers."""
    if route == "admin/^(?P<app_label>forces|recommendations|responses)/$":
        return {"admin/forces/"}
    if not route.startswith("admin/") or not CHOICES & {m[2] for m in ROUTE.finditer(route)}:
        return {route}
    shape = ROUTE.sub(
        lambda found: r"[a-z_]+" if found[2] in CHOICES else re.escape(found[0]), route
    )
    return {one for one in addresses.STEPS if re.fullmatch(shape, one)}


def test_the_table_holds_every_address_and_no_other():
    answered = set().union(*(spelled_out(route) for route in routes()))
    known = {*addresses.guarded(), *addresses.PUBLIC, *addresses.DOORS, *addresses.CATCH_ALL}
    assert answered == known


def test_the_table_holds_every_move_and_step():
    steps = {route.rsplit("/", 2)[1] for route in addresses.STEPS}
    for model_admin in admin.site._registry.values():
        assert set(getattr(model_admin, "steps", ())) <= steps


def answer(client, method, path):
    """Ask as a browser would, and take back what is written; return the answer and the writes."""
    with transaction.atomic():
        with CaptureQueriesContext(connection) as queries:
            got = getattr(client, method)(path)
        transaction.set_rollback(True)
    written = [query["sql"] for query in queries if _writes(query["sql"])]
    return got, written


def _writes(sql):
    is_write = sql.startswith(("INSERT", "UPDATE", "DELETE"))
    return is_write and "session" not in sql and "last_login" not in sql


def faults_of(got, written, may, method):
    """Yield what is wrong with an answer, given whether the person `may` have it."""
    if may and got.status_code not in (200, 302, 409):
        yield f"{got.status_code} instead of an answer"
    if not may and not is_refusal(got):
        yield f"{got.status_code} instead of a refusal"
    if written and (not may or method == "get"):
        yield f"wrote {written[0][:80]}"


def is_refusal(got):
    """Whether `got` lets nobody in; to those who are not staff the admin shows its door."""
    is_door = got.status_code == 302 and got.url.startswith("/admin/login/")
    return is_door or got.status_code in (403, 404, 405)


def leaks(got, person, own, other):
    """Yield the secrets in an answer that the person may not read."""
    text = b"".join(got).decode(errors="replace")
    for secret, readers in MAY_READ.items():
        if f"{secret} {other}" in text and person != OWNER:
            yield f"shows the {secret} of another force"
        if f"{secret} {own}" in text and person not in readers:
            yield f"shows the {secret}"


@pytest.mark.parametrize("person", [person for person in PEOPLE if person != NOBODY])
def test_each_person_gets_in_where_the_table_says_and_nowhere_else(worlds, person):
    ours, theirs = worlds
    plain, faults = client_of(person, ours.force), []
    # A role in one force must lend nothing in another.
    several = client_of(person, ours.force, elsewhere=WORKING)
    for route, allowed in addresses.guarded().items():
        is_a_row = any(found[2] in ("pk", "object_id", "force") for found in ROUTE.finditer(route))
        for world in (ours, theirs) if is_a_row else (ours,):
            for method, people in zip(("get", "post"), allowed, strict=True):
                client = several if is_a_row and person not in (BOARD, REGISTER) else plain
                got, written = answer(client, method, world.fill(route))
                may = _may(person, people, world is ours, route)
                found = [*faults_of(got, written, may, method), *leaks(got, person, *NAMES)]
                faults += [f"{method} {world.fill(route)}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


def _may(person, people, is_own, route):
    """Whether `person` is let in: of another force's work, nobody but the owner is."""
    is_work = route.startswith(("admin/responses/", "board/<")) or any(
        name in route for name in ("assessment", "progressproposal")
    )
    is_work = is_work and "coveringletter" not in route  # The words of letters are on the register.
    leads_on = route.endswith("<path:object_id>/")
    return person in people and (is_own or person == OWNER or not is_work or leads_on)


def test_nobody_is_led_to_the_sign_in_from_all_that_is_not_public(worlds):
    ours, _ = worlds
    client, faults = Client(), []
    for route in addresses.guarded().keys() - {"sign-out/"}:
        for method in ("get", "post"):
            got, written = answer(client, method, ours.fill(route))
            # The admin's own pages lead there by the admin's old address.
            led = got.status_code == 302 and got.url.startswith(("/sign-in/?", "/admin/login/?"))
            if not led or written:
                faults.append(f"{method} {route}: {got.status_code}")
            faults += [f"{route}: {fault}" for fault in leaks(got, NOBODY, *NAMES)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("person", PEOPLE)
def test_public_pages_are_for_everybody_and_only_read(worlds, person):
    client, faults = client_of(person, worlds[0].force), []
    for route, status in addresses.PUBLIC.items():
        for world in worlds:
            got, written = answer(client, "get", world.fill(route))
            sent, sent_written = answer(client, "post", world.fill(route))
            if (got.status_code, sent.status_code) != (status, 405) or written + sent_written:
                faults.append(f"{route}: {got.status_code}, {sent.status_code}")
            for one in (got, sent):
                faults += [f"{route}: {fault}" for fault in leaks(one, NOBODY, *NAMES)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("person", PEOPLE)
def test_any_other_address_under_the_admin_is_not_found(person):
    client = client_of(person, PoliceForceFactory())
    assert client.get("/admin/nowhere/").status_code == (302 if person in (NOBODY, BOARD) else 404)
    assert User.objects.count() == (0 if person == NOBODY else 1)
