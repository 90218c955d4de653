"""Withdrawing a version: who may, what is kept of it, and what readers are told."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from forces.models import Role
from responses.models import Publication, ResponseEvent, Withdrawal
from responses.publishing import chain
from responses.services import withdraw
from tests.factories import (
    InspectionReportFactory,
    MembershipFactory,
    RecommendationFactory,
    ResponseFactory,
    UserFactory,
)

from .publishing import (
    NOW,
    address,
    publish_again,
    publish_response,
    put_through,
    version_address,
    words,
)
from .test_public_pages import hide
from .test_public_structure import faults

pytestmark = pytest.mark.django_db
LATER = NOW + datetime.timedelta(days=6)
REASON = "It named a member of the public <by mistake>."
SHOWN = "It named a member of the public &lt;by mistake&gt;."


def take(publication, *, reason=REASON, by=None, now=LATER):
    return withdraw(publication=publication, by=by, now=now, reason=reason)


@pytest.fixture
def first():
    report = InspectionReportFactory(short_title="Ponds, 2026")
    RecommendationFactory(report=report, label="1", subject="Depth")
    return publish_response(report=report)


@pytest.fixture
def second(first):
    return publish_again(first, now=NOW + datetime.timedelta(days=1))


class TestService:
    def test_a_withdrawal_is_tied_to_its_version_by_its_hash(self, first):
        withdrawal = take(first, reason=f"  {REASON}\n")
        assert withdrawal.reason == REASON
        assert withdrawal.sha256 == chain.withdrawal_link(
            version=first.chain_sha256, reason=REASON, withdrawn_at=LATER
        )
        assert not Publication.objects.current().exists()

    def test_it_stands_among_what_was_done_with_the_response(self, first):
        user = MembershipFactory(role=Role.APPROVER, force=first.force).user
        withdrawal = take(first, by=user)
        event = ResponseEvent.objects.order_by("pk").last()
        assert (event.words, event.reason, event.by) == ("Withdrew version 1", REASON, user)
        assert (withdrawal.withdrawn_by, withdrawal.withdrawn_at) == (user, event.at)

    def test_a_version_is_withdrawn_once(self, first):
        take(first)
        with pytest.raises(ValidationError, match="withdrawn already"):
            take(first, reason="Another reason.")
        with pytest.raises(IntegrityError), transaction.atomic():
            Withdrawal.objects.create(publication=first, reason="x", sha256="", withdrawn_at=NOW)
        assert Withdrawal.objects.get().reason == REASON

    @pytest.mark.parametrize("reason", ["", "  \n "])
    def test_a_withdrawal_wants_its_reason(self, first, reason):
        with pytest.raises(ValidationError) as refused:
            take(first, reason=reason)
        assert "Say why" in refused.value.message_dict["reason"][0]
        assert not Withdrawal.objects.exists()

    @pytest.mark.parametrize("role", [None, *Role])
    def test_only_who_approves_for_the_force_withdraws(self, first, role):
        member = UserFactory()
        MembershipFactory(user=member, role=Role.APPROVER)
        if role:
            force = None if role == Role.REGISTER_EDITOR else first.force
            MembershipFactory(user=member, role=role, force=force)
        if role == Role.APPROVER:
            take(first, by=member)
        else:
            with pytest.raises(PermissionDenied):
                take(first, by=member)
        assert Withdrawal.objects.exists() == (role == Role.APPROVER)


class TestPublic:
    def test_the_addresses_of_the_withdrawn_version_are_gone_and_say_why(
        self, client, first, second
    ):
        take(second)
        for layout in (None, "statement", "record"):
            for path in (address(second, layout), version_address(second, layout)):
                response = client.get(path)
                page = words(response)
                assert response.status_code == 410, path
                assert SHOWN in page
                assert "Version 2 of this response was withdrawn on 4 June 2026" in page
                assert '<meta name="robots" content="noindex">' in page
                assert "The Commissioner has looked at" not in page
                assert "Read the current version" not in page
                assert list(faults(response.content.decode())) == []

    def test_what_is_gone_is_sent_as_any_page_but_never_as_unchanged(self, client, first):
        take(first)
        response = client.get(address(first))
        assert response["Cache-Control"] == "public, max-age=0, s-maxage=60, must-revalidate"
        assert response["Vary"] == "Accept-Encoding"
        for held in (response["ETag"], "*"):
            again = client.get(address(first), headers={"if-none-match": held})
            assert again.status_code == 410
            assert again.content == response.content
        head = client.head(address(first))
        assert (head.status_code, head.content) == (410, b"")

    def test_a_withdrawn_version_costs_one_query(self, client, first, django_assert_num_queries):
        take(first)
        with django_assert_num_queries(1):
            client.get(address(first))

    def test_an_older_version_never_takes_its_place_but_stays_where_it_is(
        self, client, first, second
    ):
        take(second)
        response = client.get(version_address(first))
        page = words(response)
        assert response.status_code == 200
        assert "The Commissioner has looked at" in page
        assert (
            "Version 2, published here 30 May 2026, took its place and was withdrawn 4 June 2026, "
            "so no version is current."
        ) in page
        assert f'<a href="{address(first)}">Why it was withdrawn</a>' in page
        assert "published here 30 May 2026, withdrawn 4 June 2026<" in page
        assert ", current" not in page

    def test_a_superseded_version_can_be_withdrawn_and_the_current_one_stays(
        self, client, first, second
    ):
        take(first)
        assert client.get(address(second)).status_code == 200
        response = client.get(version_address(first))
        assert response.status_code == 410
        assert f'<a href="{address(second)}">Read the current version</a>' in words(response)
        assert "Version 1</a>, published here 29 May 2026, withdrawn 4 June 2026<" in words(
            client.get(address(second))
        )

    def test_the_next_version_is_current_again_and_the_withdrawn_one_stays_gone(
        self, client, first, second
    ):
        take(second)
        third = publish_again(second, now=LATER)
        assert client.get(address(third)).status_code == 200
        assert client.get(version_address(second)).status_code == 410
        assert "Version 3, published here 4 June 2026, took its place." in words(
            client.get(version_address(first))
        )
        assert "<h2>Withdrawn responses</h2>" not in words(
            client.get(first.force.get_absolute_url())
        )

    def test_no_difference_quotes_a_withdrawn_version(self, client, first, second):
        third = publish_again(second, now=LATER)
        fourth = publish_again(third, now=LATER)
        take(second)
        page = words(client.get(address(fourth)))
        told = {
            version.number: f"{version_address(version)}changes/" for version in (third, fourth)
        }
        assert told[4] in page
        assert "changes/" not in page.replace(told[4], "")
        for number, status in ((2, 410), (3, 410), (4, 200)):
            response = client.get(f"{address(fourth)}v{number}/changes/")
            assert response.status_code == status, number
            assert (SHOWN in words(response)) == (status == 410)

    def test_the_lists_no_longer_show_it(self, client, first, second):
        report, force = first.report, first.force
        finding = report.findings.get()
        lists = {
            reverse("home"): "There are no responses yet.",
            reverse("reports"): "0 forces",
            finding.get_absolute_url(): "No response to this is shown here now.",
        }
        for path, empty in lists.items():
            assert empty not in words(client.get(path)), path
        take(second)
        for path, empty in lists.items():
            page = words(client.get(path))
            assert empty in page, path
            assert address(first) not in page, path
        assert "response here" not in words(client.get(reverse("forces")))
        assert "<h2>Open recommendations</h2>" not in words(client.get(force.get_absolute_url()))

    def test_the_page_of_the_force_says_what_was_withdrawn_when_and_why(self, client, first):
        other = publish_response(force=first.force)
        path = first.force.get_absolute_url()
        assert "Withdrawn" not in words(client.get(path))
        take(first)
        page = words(client.get(path))
        part = page[page.index("<h2>Withdrawn responses</h2>") :].split("</section>")[0]
        assert f'<a href="{address(first)}">Ponds, 2026</a>' in part
        assert "Version 1, published here 29 May 2026, withdrawn 4 June 2026" in part
        assert SHOWN in part
        assert address(other) not in part
        assert "<h2>No response recorded here</h2>" not in page
        assert "Withdrawn" not in words(client.get(publish_response().force.get_absolute_url()))
        hide(first.report)
        assert "Withdrawn" not in words(client.get(path))

    def test_the_page_of_the_report_says_so_too(self, client, first):
        path = first.report.get_absolute_url()
        assert "Withdrawn" not in words(client.get(path))
        take(first)
        page = words(client.get(path))
        part = page[page.index("<h2>Withdrawn responses</h2>") :].split("</section>")[0]
        assert f'<a href="{address(first)}">{first.force.name}</a>' in part
        assert "Version 1, published here 29 May 2026, withdrawn 4 June 2026" in part
        assert "No response to this report is shown here now." in page
        assert f">{first.force.short_name}</a>" not in page.split("<h2>Not recorded here</h2>")[-1]

    def test_a_further_report_leads_to_what_is_said_of_the_withdrawal(self, client):
        further = InspectionReportFactory()
        draft = ResponseFactory(report=InspectionReportFactory())
        draft.further_reports.add(further)
        publication = put_through(draft)
        take(publication)
        path = reverse("response", args=[draft.force.slug, further.slug])
        response = client.get(path, follow=True)
        assert response.redirect_chain == [(address(publication), 302)]
        assert response.status_code == 410
