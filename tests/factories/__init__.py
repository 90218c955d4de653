"""One factory per model. Names are plainly invented; nothing here is a fact."""

from .forces import (
    LocalPolicingBodyFactory,
    MembershipFactory,
    OfficeHolderFactory,
    OversightFactory,
    PoliceForceFactory,
    UserFactory,
)
from .recommendations import (
    ActionFactory,
    AddresseeFactory,
    AddressingFactory,
    AssessmentFactory,
    EvidenceFactory,
    InspectionReportFactory,
    ProgressProposalFactory,
    RecommendationFactory,
)
from .responses import (
    AnswerFactory,
    ChiefOfficerCommentsFactory,
    LabelledFieldFactory,
    MeetingFactory,
    NarrativeSectionFactory,
    ResponseFactory,
    SignatoryFactory,
)

__all__ = [
    "ActionFactory",
    "AddresseeFactory",
    "AddressingFactory",
    "AnswerFactory",
    "AssessmentFactory",
    "ChiefOfficerCommentsFactory",
    "EvidenceFactory",
    "InspectionReportFactory",
    "LabelledFieldFactory",
    "LocalPolicingBodyFactory",
    "MeetingFactory",
    "MembershipFactory",
    "NarrativeSectionFactory",
    "OfficeHolderFactory",
    "OversightFactory",
    "PoliceForceFactory",
    "ProgressProposalFactory",
    "RecommendationFactory",
    "ResponseFactory",
    "SignatoryFactory",
    "UserFactory",
]
