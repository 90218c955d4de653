import datetime

import factory
from factory.django import DjangoModelFactory

from responses.models import (
    Answer,
    ChiefOfficerComments,
    LabelledField,
    Meeting,
    NarrativeSection,
    Response,
    Signatory,
)

from .forces import LocalPolicingBodyFactory, PoliceForceFactory
from .recommendations import InspectionReportFactory


class ResponseFactory(DjangoModelFactory):
    class Meta:
        model = Response

    force = factory.SubFactory(PoliceForceFactory)
    body = factory.SubFactory(LocalPolicingBodyFactory)
    report = factory.SubFactory(InspectionReportFactory)


class ChiefOfficerCommentsFactory(DjangoModelFactory):
    """Comments that the force is writing."""

    class Meta:
        model = ChiefOfficerComments

    response = factory.SubFactory(ResponseFactory)
    text = factory.Sequence(lambda n: f"<p>The Chief Constable has read point {n}.</p>")


class NarrativeSectionFactory(DjangoModelFactory):
    class Meta:
        model = NarrativeSection

    response = factory.SubFactory(ResponseFactory)
    heading = factory.Sequence(lambda n: f"Part {n}")
    body = factory.Sequence(lambda n: f"<p>The Commissioner has looked at point {n}.</p>")
    order = factory.Sequence(int)


class AnswerFactory(DjangoModelFactory):
    class Meta:
        model = Answer
        skip_postgeneration_save = True

    response = factory.SubFactory(ResponseFactory)
    action = "<p>The force will review it by the end of the year.</p>"

    @factory.post_generation
    def findings(self, create, extracted, **kwargs):
        if create and extracted:
            self.findings.set(extracted)


class LabelledFieldFactory(DjangoModelFactory):
    class Meta:
        model = LabelledField

    response = factory.SubFactory(ResponseFactory)
    label = factory.Sequence(lambda n: f"Label {n}")
    value = factory.Sequence(lambda n: f"<p>Value {n}</p>")


class SignatoryFactory(DjangoModelFactory):
    class Meta:
        model = Signatory

    response = factory.SubFactory(ResponseFactory)
    name = factory.Sequence(lambda n: f"Signatory {n}")


class MeetingFactory(DjangoModelFactory):
    class Meta:
        model = Meeting

    force = factory.SubFactory(PoliceForceFactory)
    held_on = datetime.date(2026, 3, 10)
    name = factory.Sequence(lambda n: f"Meeting {n}")
