"""What the inspectorate said, and where each force stands."""

from .assessment import Assessment, AssessmentChange
from .proposal import Decision, ProgressProposal
from .recommendation import Addressee, Addressing, Recommendation
from .report import Grade, InspectionReport

__all__ = [
    "Addressee",
    "Addressing",
    "Assessment",
    "AssessmentChange",
    "Decision",
    "Grade",
    "InspectionReport",
    "ProgressProposal",
    "Recommendation",
]
