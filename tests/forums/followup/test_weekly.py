"""Monday's letter: to whom, of what, once a week, and in step with the reminders."""

import datetime as dt
import re

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.test import Client

from core.mail.sending import send_due_letters
from core.models import Letter, SiteSettings
from core.periodic import jobs
from forums.followup.models import Assignment, Reminder
from tests.factories.followup import AssignmentFactory

pytestmark = pytest.mark.django_db
#: A Thursday.
DUE = dt.date(2018, 3, 1)
FUND, TRADITIONS = "Создать благотворительный фонд", "Укреплять традиции"


@pytest.fixture
def duties(town):
    """Two reports of one contact, due on a Thursday and three weeks later."""
    for item, due_on in ((town.silent, DUE), (town.traditions, dt.date(2018, 3, 22))):
        AssignmentFactory(
            recommendation_key=item.translation_key,
            date=dt.date(2018, 2, 1),
            due_on=due_on,
            contact_email="petrova@example.org",
        )
    return town


def run(day: str, *commands: str) -> list[str]:
    """Run the day's commands, in the order of the clock; gives the texts of the letters that went out."""
    before = len(mail.outbox)
    with time_machine.travel(f"{day}T08:00:00+05:00"):
        for command in commands or ("send_weekly_letters", "send_reminders"):
            call_command(command)
        send_due_letters()
    return [letter.body for letter in mail.outbox[before:]]


def test_the_letter_lists_what_is_owed_with_a_link_that_opens_the_form(duties):
    (text,) = run("2018-02-26", "send_weekly_letters")
    assert FUND in text
    assert TRADITIONS not in text
    assert "01.03.2018" in text
    (path,) = re.findall(r"^https?://[^/]+(/report/\S+)$", text, re.MULTILINE)
    with time_machine.travel("2018-02-27T08:00:00+05:00"):
        assert FUND in Client().get(path).content.decode()


@pytest.mark.parametrize("command", ["send_weekly_letters", "send_reminders"])
def test_answers_to_the_letter_reach_the_office(duties, command):
    settings = SiteSettings.for_site(duties.first.get_site())
    settings.email = "office@novodumsk.example"
    settings.save()
    run("2018-02-26", command)
    assert mail.outbox[0].reply_to == ["office@novodumsk.example"]


def test_each_line_is_a_link_in_html_too(duties):
    run("2018-02-26", "send_weekly_letters")
    ((html, _type),) = mail.outbox[0].alternatives
    assert re.search(r'<a[^>]+href="https?://[^"]+/report/', html)


def test_once_a_week_while_something_is_owed(duties):
    assert len(run("2018-02-26", "send_weekly_letters")) == 1
    assert run("2018-02-27", "send_weekly_letters") == []
    (text,) = run("2018-03-05", "send_weekly_letters")
    assert "просрочен" in text


def test_who_owes_nothing_gets_nothing(duties):
    Assignment.objects.all().delete()
    assert run("2018-02-26") == []
    assert not Letter.objects.exists()


def test_one_letter_a_week_about_one_thing(duties):
    """Monday names the fund; the reminder that it is overdue would come on Friday of the same week and does not."""
    (monday,) = run("2018-02-26")
    assert FUND in monday
    for day in ("2018-02-27", "2018-02-28", "2018-03-01", "2018-03-02", "2018-03-03", "2018-03-04"):
        assert run(day, "send_reminders") == []
    (monday,) = run("2018-03-05")
    assert FUND in monday


def test_what_comes_near_later_in_the_week_is_a_reminder_and_monday_names_it_again(duties):
    run("2018-03-12")
    assert run("2018-03-14", "send_reminders") == []
    (thursday,) = run("2018-03-15", "send_reminders")
    assert TRADITIONS in thursday
    assert FUND not in thursday
    (monday,) = run("2018-03-19")
    assert TRADITIONS in monday


def test_a_weekly_letter_that_is_late_leaves_out_what_a_reminder_has_told(duties):
    (reminder,) = run("2018-02-26", "send_reminders")
    assert FUND in reminder
    assert run("2018-02-27", "send_weekly_letters") == []


def test_a_dry_run_prints_and_keeps_nothing(duties, capsys):
    with time_machine.travel("2018-02-26T08:00:00+05:00"):
        call_command("send_weekly_letters", "--dry-run")
    assert "/report/" in capsys.readouterr().out
    assert not Letter.objects.exists()
    assert not Reminder.objects.exists()


def test_the_clock_sends_it_on_mondays_before_the_reminders():
    weekly, daily = jobs()["send_weekly_letters"], jobs()["send_reminders"]
    assert (weekly.weekday, weekly.at) == (0, dt.time(8))
    assert (daily.weekday, daily.at) == (None, dt.time(9))
    assert weekly.at < daily.at
