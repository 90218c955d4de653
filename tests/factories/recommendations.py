import datetime

import factory
from factory.django import DjangoModelFactory

from recommendations.models import (
    Action,
    Addressee,
    Addressing,
    Assessment,
    Evidence,
    InspectionReport,
    ProgressProposal,
    Recommendation,
)
from recommendations.partial_dates import parse

from .forces import PoliceForceFactory


class InspectionReportFactory(DjangoModelFactory):
    class Meta:
        model = InspectionReport

    title = factory.Sequence(lambda n: f"An inspection of village policing {n}")
    short_title = factory.Sequence(lambda n: f"Village policing {n}")
    slug = factory.Sequence(lambda n: f"village-policing-{n}")
    kind = "thematic"
    published_on = parse("15 April 2026")
    is_listed = True


class RecommendationFactory(DjangoModelFactory):
    class Meta:
        model = Recommendation

    report = factory.SubFactory(InspectionReportFactory)
    label = factory.Sequence(lambda n: str(n + 1))
    ref = factory.SelfAttribute("label")
    order = factory.Sequence(int)
    subject = factory.LazyAttribute(lambda finding: f"Subject {finding.label}")
    text = factory.LazyAttribute(lambda finding: f"<p>Forces should do thing {finding.label}.</p>")


class AddresseeFactory(DjangoModelFactory):
    class Meta:
        model = Addressee

    name = factory.Sequence(lambda n: f"Addressee {n}")


class AddressingFactory(DjangoModelFactory):
    class Meta:
        model = Addressing

    recommendation = factory.SubFactory(RecommendationFactory)
    addressee = factory.SubFactory(AddresseeFactory)


class AssessmentFactory(DjangoModelFactory):
    class Meta:
        model = Assessment

    force = factory.SubFactory(PoliceForceFactory)
    recommendation = factory.SubFactory(RecommendationFactory)


class ProgressProposalFactory(DjangoModelFactory):
    class Meta:
        model = ProgressProposal

    assessment = factory.SubFactory(AssessmentFactory)
    progress = "pending_sign_off"
    proposed_at = datetime.datetime(2026, 5, 12, 9, tzinfo=datetime.UTC)


class ActionFactory(DjangoModelFactory):
    class Meta:
        model = Action

    assessment = factory.SubFactory(AssessmentFactory)
    title = factory.Sequence(lambda n: f"Mend fence {n}")


class EvidenceFactory(DjangoModelFactory):
    class Meta:
        model = Evidence

    assessment = factory.SubFactory(AssessmentFactory)
    note = factory.Sequence(lambda n: f"Photograph {n} of the fence")
    url = "https://documents.example.org/fence"
