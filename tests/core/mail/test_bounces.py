import mailbox as mailboxes
from email.message import EmailMessage
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from django.core.management import CommandError, call_command

from core.mail import write_letter
from core.mail.sending import send_due_letters
from core.models import BouncingAddress, Letter

pytestmark = pytest.mark.django_db
ANNA = "anna@novodumsk.example"


def report(message_id: str, action: str = "failed", status: str = "5.1.1") -> MIMEMultipart:
    """A delivery report as mail servers write it."""
    whole = MIMEMultipart("report", report_type="delivery-status")
    whole.attach(MIMEText("Your message could not be delivered."))
    state = MIMEBase("message", "delivery-status")
    about_message, about_recipient = EmailMessage(), EmailMessage()
    about_message["Reporting-MTA"] = "dns; mx.novodumsk.example"
    about_recipient["Final-Recipient"] = f"rfc822; {ANNA}"
    about_recipient["Action"], about_recipient["Status"] = action, status
    state.set_payload([about_message, about_recipient])
    whole.attach(state)
    headers = MIMEBase("text", "rfc822-headers")
    headers.set_payload(f"Message-ID: {message_id}\nTo: {ANNA}\n")
    whole.attach(headers)
    return whole


@pytest.fixture
def letters(site, mailbox):
    for number in range(3):
        write_letter(ANNA, f"tests.{number}", "Тема", "core/mail/moved")
    send_due_letters()
    return [letter["Message-ID"] for letter in mailbox.letters]


@pytest.fixture
def maildir(tmp_path):
    return mailboxes.Maildir(tmp_path / "bounces")


def test_reports_suspend_an_address_and_leave_the_mailbox(letters, maildir):
    for message_id in letters[:2]:
        maildir.add(report(message_id))
    call_command("read_bounces", maildir._path)
    assert BouncingAddress.objects.get(recipient=ANNA).suspended_until
    assert Letter.objects.filter(state="failed").count() == 2
    assert not list(maildir.keys())


@pytest.mark.parametrize(
    "change",
    [{"action": "delayed", "status": "4.4.1"}, {"status": "4.2.2"}, {"message_id": "<letter-1-1@elsewhere.example>"}],
)
def test_what_is_no_failure_of_a_letter_of_ours_counts_nothing(letters, maildir, change):
    maildir.add(report(**{"message_id": letters[0], **change}))
    call_command("read_bounces", maildir._path)
    assert not BouncingAddress.objects.exists()
    assert len(maildir.keys()) == 1


def test_one_letter_comes_back_once(letters, maildir):
    for _turn in range(3):
        maildir.add(report(letters[0]))
    call_command("read_bounces", maildir._path)
    assert BouncingAddress.objects.get().bounces == 1


def test_an_mbox_is_read_too(letters, tmp_path):
    box = mailboxes.mbox(tmp_path / "bounces.mbox")
    box.add(report(letters[0]))
    box.flush()
    call_command("read_bounces", tmp_path / "bounces.mbox")
    assert BouncingAddress.objects.get().bounces == 1


def test_no_mailbox_is_said(tmp_path):
    with pytest.raises(CommandError, match="is not there"):
        call_command("read_bounces", tmp_path / "nowhere")
