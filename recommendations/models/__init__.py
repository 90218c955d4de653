"""What the inspectorate said, and where each force stands."""

from .assessment import Assessment, AssessmentChange
from .recommendation import Addressee, Addressing, FindingKind, Recommendation
from .report import Grade, InspectionReport, ReportKind

__all__ = [
    "Addressee",
    "Addressing",
    "Assessment",
    "AssessmentChange",
    "FindingKind",
    "Grade",
    "InspectionReport",
    "Recommendation",
    "ReportKind",
]
