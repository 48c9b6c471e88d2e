"""Reminders: to whom, of what, once."""

import datetime as dt

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.mail.sending import send_due_letters
from core.models import Letter
from forums.followup.models import Assignment, Reminder
from forums.followup.owing import owed_by_contact
from forums.resolutions.models import Recommendation
from tests.factories.followup import AssignmentFactory, ProgressReportFactory, adopted, forum_on, items_of

pytestmark = pytest.mark.django_db
#: Everything is due on 1 March 2018.
DUE = dt.date(2018, 3, 1)


@pytest.fixture
def duties(town):
    def duty(item, email: str) -> None:
        AssignmentFactory(
            recommendation_key=item.translation_key, date=dt.date(2017, 12, 1), due_on=DUE, contact_email=email
        )

    duty(town.silent, "petrova@example.org")
    duty(town.traditions, "Petrova@example.org")
    duty(town.fair, "")
    duty(town.base, "ivanov@example.org")  # done long ago
    return town


@pytest.fixture(autouse=True)
def no_report_in_january(town):
    from forums.followup.models import ProgressReport

    ProgressReport.objects.filter(date=dt.date(2018, 1, 15)).delete()


def run(day: str, *options: str) -> None:
    with time_machine.travel(f"{day}T09:00:00+05:00"):
        call_command("send_reminders", *options)
        send_due_letters()


def test_one_letter_a_contact_with_all_that_is_due(duties):
    run("2018-02-25")

    (letter,) = mail.outbox
    assert letter.to == ["petrova@example.org"]
    assert "Создать благотворительный фонд" in letter.body
    assert "Укреплять традиции" in letter.body
    assert "01.03.2018" in letter.body
    assert "/resolution/1-4/" in letter.body


def test_not_too_early(duties):
    run("2018-02-20")

    assert mail.outbox == []


def test_another_time_ahead_may_be_asked_for(duties):
    run("2018-02-20", "--days", "10")

    assert len(mail.outbox) == 1


def test_nothing_is_sent_twice_but_overdue_is_told_once_more(duties):
    for day in ("2018-02-25", "2018-02-26", "2018-03-02", "2018-03-03"):
        run(day)

    assert len(mail.outbox) == 2
    assert "просрочен с 01.03.2018" in mail.outbox[1].body


def test_who_reported_is_left_in_peace(duties):
    for item in (duties.silent, duties.traditions):
        outcome = "done" if item is duties.silent else "active"
        ProgressReportFactory(recommendation_key=item.translation_key, date=dt.date(2018, 2, 1), outcome=outcome)

    run("2018-02-25")

    assert mail.outbox == []


def test_a_report_that_waits_for_approval_is_not_asked_for(duties, admin_user):
    report = ProgressReportFactory(
        recommendation_key=duties.silent.translation_key, date=dt.date(2018, 2, 1), outcome="done", live=False
    )
    report.save_revision()
    report.get_workflow().start(report, admin_user)
    mail.outbox.clear()  # what Wagtail writes to those who approve

    run("2018-02-25")

    (letter,) = mail.outbox
    assert "Создать благотворительный фонд" not in letter.body
    assert "Укреплять традиции" in letter.body


def test_a_dry_run_prints_and_sends_nothing(duties, capsys):
    run("2018-02-25", "--dry-run")

    assert mail.outbox == []
    assert not Reminder.objects.exists()
    assert not Letter.objects.exists()
    assert "petrova@example.org" in capsys.readouterr().out


@pytest.mark.parametrize("new", [{"due_on": dt.date(2018, 3, 2)}, {"contact_email": "sidorova@example.org"}])
def test_another_day_or_another_contact_is_told(duties, new):
    run("2018-02-25")
    duty = Assignment.objects.get(recommendation_key=duties.silent.translation_key)
    for name, value in new.items():
        setattr(duty, name, value)
    duty.save()

    run("2018-02-26")

    assert len(mail.outbox) == 2
    assert "Создать благотворительный фонд" in mail.outbox[1].body
    assert "Укреплять традиции" not in mail.outbox[1].body


def test_what_is_told_is_told_once_by_two_processes(duties):
    with time_machine.travel("2018-02-25T09:00:00+05:00"):
        call_command("send_reminders")
        Reminder.objects.all().delete()  # as the other process sees it
        call_command("send_reminders")

    assert Letter.objects.count() == 1


def test_a_mail_server_that_is_away_loses_nothing(duties, settings):
    backend = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    run("2018-02-25")
    assert mail.outbox == []

    settings.EMAIL_BACKEND = backend
    run("2018-02-26")

    (letter,) = mail.outbox
    assert letter.to == ["petrova@example.org"]


def test_queries_do_not_grow_with_what_is_due(duties):
    def queries(day: str) -> int:
        with time_machine.travel(f"{day}T09:00:00+05:00"), CaptureQueriesContext(connection) as seen:
            owed_by_contact()
        return len(seen)

    queries("2018-02-25")  # fills the caches
    before = queries("2018-02-25")
    more = [Recommendation(text=f"Создать {n}-й сквер", kind=Recommendation.Kind.ONE_OFF) for n in range(20)]
    for item in items_of(adopted(forum_on("2017-05-26", 9, duties.first.get_parent()), more)):
        AssignmentFactory(
            recommendation_key=item.translation_key,
            date=dt.date(2017, 12, 1),
            due_on=DUE,
            contact_email=f"{item.pk}@example.org",
        )

    assert queries("2018-02-25") == before
