"""What the inspectorate said, and where each force stands."""

from .action import Action, Evidence
from .assessment import Assessment, AssessmentChange
from .proposal import Decision, ProgressProposal
from .recommendation import Addressee, Addressing, Recommendation
from .report import FormerReportAddress, Grade, InspectionReport

__all__ = [
    "Action",
    "Addressee",
    "Addressing",
    "Assessment",
    "AssessmentChange",
    "Decision",
    "Evidence",
    "FormerReportAddress",
    "Grade",
    "InspectionReport",
    "ProgressProposal",
    "Recommendation",
]
