import datetime as dt
import smtplib

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone

from core.contacts.erasure import erase_expired
from core.mail import Attachment, refuse_mailing, write_letter
from core.mail.sending import LEASE, WAITS, send_due_letters, send_letter
from core.models import BouncingAddress, Letter
from core.models.mail import FAILED_WORDS_LIFETIME

pytestmark = pytest.mark.django_db
ANNA = "anna@novodumsk.example"


def write(recipient=ANNA, event="tests.event", **options) -> Letter | None:
    """A queued letter; the task after the transaction does not run in these tests."""
    return write_letter(recipient, event, "Подтвердите запись на форум", "core/mail/moved", **options)


def test_a_letter_goes_out_as_text_and_html_in_the_recipients_language(site, mailbox):
    write(language="en", attachments=[Attachment("forum.ics", b"BEGIN:VCALENDAR\r\n", "text/calendar")])
    assert send_due_letters() == 1
    (letter,) = mailbox.letters
    assert letter["To"] == ANNA
    assert letter["Subject"].strip() == "Подтвердите запись на форум"
    text = letter.get_body(("plain",)).get_content()
    html = letter.get_body(("html",)).get_content()
    assert "Novodumsk Public Forum" in text
    assert "Novodumsk City Administration" in text
    assert '<html lang="en">' in html
    assert [part.get_filename() for part in letter.iter_attachments()] == ["forum.ics"]
    assert "List-Unsubscribe" not in letter


def test_answers_go_to_the_address_that_the_letter_names(site, mailbox):
    letter = write(reply_to="office@novodumsk.example")
    assert send_due_letters() == 1
    assert mailbox.letters[0]["Reply-To"] == "office@novodumsk.example"
    letter.refresh_from_db()
    assert letter.reply_to == ""


@pytest.mark.parametrize("address", [f"{ANNA}\r\nBcc: all@novodumsk.example", f"{ANNA}, b@novodumsk.example", "anna"])
def test_answers_go_to_one_address_and_no_other_header(site, address):
    with pytest.raises(ValidationError):
        write(reply_to=address)
    assert not Letter.objects.exists()


def test_the_same_event_is_written_once_and_another_version_again(site, mailbox):
    assert write()
    assert write() is None
    assert write(version="2")
    assert send_due_letters() == 2
    assert send_due_letters() == 0
    assert len(mailbox.letters) == 2


def test_what_is_sent_is_not_kept(site, mailbox):
    letter = write()
    send_due_letters()
    letter.refresh_from_db()
    assert (letter.state, letter.text, letter.html) == ("sent", "", "")


def test_it_goes_out_after_the_transaction(site, mailbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        write()
    assert len(mailbox.letters) == 1


def test_a_letter_that_is_put_off_waits(site, mailbox):
    write(not_before=timezone.now() + dt.timedelta(hours=1))
    assert send_due_letters() == 0
    with time_machine.travel(timezone.now() + dt.timedelta(minutes=61)):
        call_command("send_letters")
    assert len(mailbox.letters) == 1


def test_a_busy_server_gets_it_later_and_later_and_then_no_more(site, mailbox):
    letter, now = write(), timezone.now()
    mailbox.busy = "451 try later"
    for wait in WAITS:
        with time_machine.travel(now, tick=False):
            assert send_due_letters() == 0
            letter.refresh_from_db()
            assert letter.state == "queued"
            assert letter.next_try_at - now == wait
        now += wait
    with time_machine.travel(now, tick=False):
        send_due_letters()
    letter.refresh_from_db()
    assert letter.state == "failed"
    assert "451" in letter.last_error


def test_no_server_at_all_loses_nothing(site, mailbox, settings):
    letter, right = write(), settings.EMAIL_PORT
    settings.EMAIL_PORT = 1
    assert send_due_letters() == 0
    settings.EMAIL_PORT = right
    with time_machine.travel(timezone.now() + WAITS[0]):
        assert send_due_letters() == 1
    letter.refresh_from_db()
    assert letter.state == "sent"


def test_a_process_killed_before_handing_over_leaves_the_letter_to_the_next(site, mailbox, monkeypatch):
    letter = write()
    monkeypatch.setattr("core.mail.sending._message", _die)
    with pytest.raises(SystemExit):
        send_letter(letter.pk)
    monkeypatch.undo()
    assert send_due_letters() == 0  # it may still be at work
    with time_machine.travel(timezone.now() + LEASE + dt.timedelta(seconds=1)):
        assert send_due_letters() == 1
    assert len(mailbox.letters) == 1


def test_a_process_killed_after_handing_over_sends_nothing_twice(site, mailbox, monkeypatch):
    letter = write()
    monkeypatch.setattr("core.mail.sending._finish", _die)
    with pytest.raises(SystemExit):
        send_letter(letter.pk)
    monkeypatch.undo()
    with time_machine.travel(timezone.now() + dt.timedelta(days=30)):
        assert send_due_letters() == 0
    assert len(mailbox.letters) == 1


def test_a_line_that_breaks_after_handing_over_sends_nothing_twice(site, mailbox, monkeypatch):
    letter = write()
    send = smtplib.SMTP.sendmail

    def break_off(self, *args, **kwargs):
        send(self, *args, **kwargs)
        raise smtplib.SMTPServerDisconnected("gone")

    monkeypatch.setattr(smtplib.SMTP, "sendmail", break_off)
    assert not send_letter(letter.pk)
    with time_machine.travel(timezone.now() + dt.timedelta(days=30)):
        assert send_due_letters() == 0
    letter.refresh_from_db()
    assert letter.state == "handed_over"
    assert len(mailbox.letters) == 1


def test_the_words_of_a_letter_without_an_answer_are_erased_after_a_while(site, mailbox):
    letter = write()
    Letter.objects.filter(pk=letter.pk).update(state=Letter.State.HANDED_OVER)
    for hours, words in ((-1, letter.text), (1, "")):
        with time_machine.travel(timezone.now() + FAILED_WORDS_LIFETIME + dt.timedelta(hours=hours)):
            erase_expired()
        assert Letter.objects.get().text == words


def test_two_processes_send_one_letter(site, mailbox, monkeypatch):
    letter, seen = write(), []

    def rival(pk):
        seen.append(send_letter(pk))

    from core.mail import sending

    build = sending._message
    monkeypatch.setattr(sending, "_message", lambda *args: (rival(letter.pk), build(*args))[1])
    assert send_letter(letter.pk)
    assert seen == [False]
    assert len(mailbox.letters) == 1


def test_mailings_can_be_refused_and_service_letters_cannot(site, mailbox):
    refuse_mailing(ANNA, "tests.news")
    write(event="tests.mailing", kind=Letter.Kind.MAILING, mailing="tests.news")
    write(event="tests.other", kind=Letter.Kind.MAILING, mailing="tests.else")
    write(event="tests.service")
    assert send_due_letters() == 2
    assert Letter.objects.get(event="tests.mailing").state == "withheld"


def test_a_refusal_withholds_what_waits(site, mailbox):
    write(kind=Letter.Kind.MAILING, mailing="tests.news")
    refuse_mailing(ANNA, "tests.news")
    assert send_due_letters() == 0


def test_addresses_that_refuse_for_good_are_suspended(site, mailbox):
    mailbox.refuse[ANNA] = "550 no such user"
    write(event="tests.1")
    write(event="tests.2")
    assert send_due_letters() == 0
    address = BouncingAddress.objects.get(recipient=ANNA)
    assert address.bounces == 2
    assert address.suspended_until
    mailbox.refuse.clear()
    write(event="tests.3")
    assert send_due_letters() == 0
    assert Letter.objects.get(event="tests.3").state == "withheld"
    write(event="tests.4", kind=Letter.Kind.REQUESTED)
    assert send_due_letters() == 1


def test_a_line_break_reaches_no_header(site, mailbox):
    write_letter(ANNA, "tests.event", "Тема\r\nBcc: all@novodumsk.example", "core/mail/moved")
    assert send_due_letters() == 1
    assert mailbox.letters[0]["Subject"] == "Тема Bcc: all@novodumsk.example"
    assert "Bcc" not in mailbox.letters[0]


def _die(*args, **kwargs):
    raise SystemExit
