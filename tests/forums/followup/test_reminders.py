"""Reminders: to whom, of what, once; what failed is tried again."""

import datetime as dt
import smtplib

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command

from forums.followup.models import Reminder
from tests.factories.followup import AssignmentFactory, ProgressReportFactory

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


def test_a_dry_run_prints_and_sends_nothing(duties, capsys):
    run("2018-02-25", "--dry-run")

    assert mail.outbox == []
    assert not Reminder.objects.exists()
    assert "petrova@example.org" in capsys.readouterr().out


def test_what_failed_is_logged_and_tried_again(duties, monkeypatch, caplog):
    tries = []

    def refuse(self, *args, **kwargs):
        tries.append(self.to)
        raise smtplib.SMTPServerDisconnected("no server")

    with monkeypatch.context() as patched:
        patched.setattr("django.core.mail.EmailMessage.send", refuse)
        with pytest.raises(CommandError, match="tried again"):
            run("2018-02-25")
    assert len(tries) == 3
    assert "petrova@example.org" in caplog.text
    assert list(Reminder.objects.values_list("sent_at", "attempts").distinct()) == [(None, 3)]

    run("2018-02-26")

    assert len(mail.outbox) == 1
    assert not Reminder.objects.filter(sent_at=None).exists()


def test_a_short_failure_is_overcome_at_once(duties, monkeypatch):
    from django.core.mail import EmailMessage

    real, tries = EmailMessage.send, []

    def stumble(self, *args, **kwargs):
        tries.append(1)
        if len(tries) == 1:
            raise OSError("connection reset")
        return real(self, *args, **kwargs)

    monkeypatch.setattr("django.core.mail.EmailMessage.send", stumble)

    run("2018-02-25")

    assert len(mail.outbox) == 1
