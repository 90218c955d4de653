"""The kinds of thing that a response is made of, and what each is called. Pure."""

from django.db import models


class LayoutName(models.TextChoices):
    STATEMENT = "statement", "Statement: the commissioner's narrative, then the recommendations"
    RECORD = "record", "Record: the labelled form, then the text under its headings"


class DocumentFormat(models.TextChoices):
    PDF = "pdf", "PDF"
    WORD = "docx", "Word"


class FieldKind(models.TextChoices):
    VERSION = "version", "Version of the form"
    FORCE = "force", "Force"
    BODY = "body", "Local policing body"
    CHIEF_OFFICER = "chief_officer", "Chief officer"
    REPORT_TITLE = "report_title", "Title of the report"
    REPORT_DATE = "report_date", "Date of the report"
    RESPONSE_DATE = "response_date", "Date of the response"
    INSPECTORATE = "inspectorate", "Inspectorate"
    SUMMARY = "summary", "Summary"
    GRADE = "grade", "Grade"
    RECOMMENDATIONS = "recommendations", "Recommendations"
    OTHER = "other", "Other"


class SectionKind(models.TextChoices):
    INTRODUCTION = "introduction", "Introduction"
    RESPONSE = "response", "Response"
    POSITION = "position", "Position of the force"
    POSITIVE = "positive", "Positive practice"
    DEVELOPMENT = "development", "Areas for development"
    OVERSIGHT = "oversight", "Oversight"
    THEME = "theme", "Theme"
    OVERALL = "overall", "Overall view"
    CONCLUSION = "conclusion", "Conclusion"
    COMMENTS = "comments", "Comments of the chief officer"
    REPLY = "reply", "Reply to the chief officer’s comments"
    OTHER = "other", "Other"
    UNPLACED = "unplaced", "Not placed by the import"


class Voice(models.TextChoices):
    COMMISSIONER = "commissioner", "Local policing body"
    CHIEF_OFFICER = "chief_officer", "Chief officer"


class Level(models.IntegerChoices):
    SECTION = 1, "Section"
    SUBSECTION = 2, "Part of the section before it"


class Position(models.TextChoices):
    ACCEPTED = "accepted", "Accepted"
    PARTLY = "partly", "Accepted in part"
    NOT_ACCEPTED = "not_accepted", "Not accepted"
    NOT_FOR_THIS_FORCE = "not_for_force", "Not for this force"


class CommentsState(models.TextChoices):
    DRAFT = "draft", "Not sent"
    SUBMITTED = "submitted", "Received"
    DECLINED = "declined", "Declined"
