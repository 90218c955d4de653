"""A digest as its recipient reads it, and the mail of several days."""

from forces.roles import Role
from recommendations.deadlines import judge_report
from recommendations.partial_dates import parse
from responses.reminders.days import mail_of_days
from responses.reminders.mail import mails
from responses.workflow import Status

from .facts import SITE, day, material, person, ratings, response

WHOLE = """\
Answerable: 2 reminders for 6 June 2026.

1. Borchester: 3 days left to answer Village policing, 2026
The last day to answer is 9 June 2026 (day 56).
State: draft.
Also: the chief officer’s comments on Village policing, 2026 are 36 days overdue.
Asked for by 1 May 2026, and neither received nor declined.
https://answerable.example/admin/responses/response/1/change/

2. Borchester: 2 ratings not reviewed for more than 90 days
The oldest was last reviewed on 1 January 2026, 156 days ago.
https://answerable.example/admin/recommendations/assessment/?force=7

Choose which reminders you get: https://answerable.example/admin/reminders/
"""
ASKED = response(reply_by_on=day("1 May 2026"))


def mail_of(facts, on):
    (mail,) = mails(facts, on=day(on), **SITE)
    return mail


def test_a_digest_says_the_most_urgent_in_its_subject_and_all_of_it_in_order():
    facts = material(ASKED, ratings=[ratings("1 January 2026", "2 January 2026")])
    mail = mail_of(facts, "6 June 2026")
    assert mail.subject == "Borchester: 3 days left to answer Village policing, 2026 (and 1 more)"
    assert mail.body == WHOLE


def test_one_reminder_alone_has_no_number():
    mail = mail_of(material(response()), "9 June 2026")
    assert mail.subject == "Borchester: today is the last day to answer Village policing, 2026"
    assert "1 reminder for 9 June 2026." in mail.body
    assert f"\n\n{mail.subject}\n" in mail.body


def test_a_response_opened_with_five_days_left_says_so():
    mail = mail_of(material(response()), "4 June 2026")
    assert mail.subject == "Borchester: 5 days left to answer Village policing, 2026"


def test_overdue_in_words():
    mail = mail_of(material(response(status=Status.RETURNED)), "10 June 2026")
    assert mail.subject == "Borchester: the answer to Village policing, 2026 is 1 day overdue"
    assert "was 9 June 2026 (day 56).\nState: returned to its editors." in mail.body


def test_an_approval_in_words():
    facts = response(status=Status.SUBMITTED, submitted_on=day("1 May 2026"))
    mail = mail_of(material(facts, people=[person(Role.APPROVER)]), "8 May 2026")
    assert (
        mail.subject == "Borchester: the response to Village policing, 2026 waits for your approval"
    )
    assert "Submitted on 1 May 2026, 7 days ago.\nThe last day to answer is 9 June" in mail.body


def test_a_last_day_at_the_weekend_is_said_to_be_one():
    judged = judge_report(report_on=parse("12 April 2026"), answered_on=parse(""))
    facts = response(judgement=judged, last_day_words="6 June 2026 (day 56)")
    assert "6 June 2026 (day 56), a Saturday." in mail_of(material(facts), "3 June 2026").body


def test_a_report_dated_to_a_month_is_overdue_by_at_least_so_many_days():
    judged = judge_report(report_on=parse("March 2026"), answered_on=parse(""))
    mail = mail_of(material(response(judgement=judged)), "27 May 2026")
    assert mail.subject.endswith("the answer to Village policing, 2026 is at least 2 days overdue")
    assert "to answer lies between 25 April 2026 and 25 May 2026.\n" in mail.body


def test_what_was_submitted_today_says_so():
    facts = response(status=Status.SUBMITTED, submitted_on=day("8 May 2026"))
    mail = mail_of(material(facts, people=[person(Role.APPROVER)]), "8 May 2026")
    assert "Submitted today, 8 May 2026." in mail.body


def test_comments_in_words_and_the_liaison_is_led_to_where_they_are_written():
    facts = material(ASKED, people=[person(Role.LIAISON)])
    for on, words in (
        ("29 April 2026", "2 days left for the chief officer’s comments on Village policing, 2026"),
        ("1 May 2026", "today is the last day for the chief officer’s comments on Village"),
        ("2 May 2026", "the chief officer’s comments on Village policing, 2026 are 1 day overdue"),
    ):
        mail = mail_of(facts, on)
        assert words in mail.subject
        assert "/admin/responses/chiefofficercomments/5/change/" in mail.body
        assert "/response/1/" not in mail.body


def test_a_name_with_a_line_break_cannot_end_the_subject():
    mail = mail_of(material(response(report="Village\r\nBcc: somebody")), "9 June 2026")
    assert mail.subject.endswith("to answer Village Bcc: somebody")


def test_the_same_said_again_has_the_same_message_id_and_anything_else_another():
    first = mail_of(material(response()), "6 June 2026")
    again = mail_of(material(response()), "7 June 2026")
    assert first.message_id == again.message_id
    assert first.message_id.endswith("@answerable.example>")
    others = [
        mail_of(material(response(), people=[person(key=2)]), "6 June 2026"),
        mail_of(material(response()), "8 June 2026"),
        mail_of(material(ASKED), "7 June 2026"),
    ]
    assert len({first.message_id, *(mail.message_id for mail in others)}) == 4


def test_the_mail_of_a_week_says_each_thing_once():
    facts = material(response(), ratings=[ratings("1 January 2026")])
    days = dict(mail_of_days(facts, day("5 June 2026"), 7, **SITE))
    said = {
        on.day: [(one.kind.value, one.days) for mail in found for one in mail.reminders]
        for on, found in days.items()
    }
    assert said == {
        5: [("deadline", 4), ("ratings", 155)],
        6: [("deadline", 3)],
        7: [],
        8: [("deadline", 1)],
        9: [],
        10: [("overdue", 1)],
        11: [],
    }


def test_what_was_sent_before_is_not_said_again():
    facts = material(response())
    (mail,) = mails(facts, on=day("6 June 2026"), **SITE)
    sent = {1: {one.key: day("6 June 2026") for one in mail.reminders}}
    again = material(response(), sent=sent)
    assert mails(again, on=day("7 June 2026"), **SITE) == []
    assert len(mails(again, on=day("8 June 2026"), **SITE)) == 1
