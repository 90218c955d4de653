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
    AddresseeFactory,
    AddressingFactory,
    AssessmentFactory,
    InspectionReportFactory,
    ProgressProposalFactory,
    RecommendationFactory,
)
from .responses import (
    AnswerFactory,
    ChiefOfficerCommentsFactory,
    LabelledFieldFactory,
    NarrativeSectionFactory,
    ResponseFactory,
    SignatoryFactory,
)

__all__ = [
    "AddresseeFactory",
    "AddressingFactory",
    "AnswerFactory",
    "AssessmentFactory",
    "ChiefOfficerCommentsFactory",
    "InspectionReportFactory",
    "LabelledFieldFactory",
    "LocalPolicingBodyFactory",
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
