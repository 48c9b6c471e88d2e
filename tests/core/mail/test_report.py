"""The ledger in the admin: what is shown to whom, sending again, lifting suspensions."""

import datetime as dt

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core.contacts.erasure import erase_expired
from core.mail import write_letter
from core.mail.sending import send_due_letters
from core.models import BouncingAddress, Letter
from core.models.mail import FAILED_WORDS_LIFETIME
from core.roles import ADMINISTRATORS, CHIEF_EDITORS

pytestmark = pytest.mark.django_db
ANNA = "anna@novodumsk.example"
LETTERS, SUSPENDED = "/admin/reports/letters/", "/admin/reports/suspended/"


def write(event="tests.event", recipient=ANNA) -> Letter:
    letter = write_letter(recipient, event, "Подтвердите запись на форум", "core/mail/moved")
    assert letter
    return letter


def signed_in(client, role):
    user = get_user_model().objects.create_user("somebody", "somebody@novodumsk.example", "secret")
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    return client


@pytest.fixture
def administrator(client, site):
    return signed_in(client, ADMINISTRATORS)


@pytest.fixture
def refused(site, mailbox) -> Letter:
    """A letter that the mail server would not take; it takes the next one."""
    letter = write()
    mailbox.refuse[ANNA] = "550 no such user"
    assert send_due_letters() == 0
    mailbox.refuse.clear()
    letter.refresh_from_db()
    return letter


def test_the_report_tells_what_became_of_a_letter(administrator, refused):
    html = administrator.get(LETTERS).content.decode()
    for said in (ANNA, "Подтвердите запись на форум", "tests.event", "550 no such user"):
        assert said in html
    assert reverse("letter_again", args=[refused.pk]) in html


def test_letters_are_filtered_by_state_and_recipient(administrator, refused):
    write(event="tests.waits", recipient="boris@novodumsk.example")
    shown = administrator.get(LETTERS, {"state": "queued"}).content.decode()
    assert "tests.waits" in shown
    assert "tests.event" not in shown
    shown = administrator.get(LETTERS, {"recipient": "anna"}).content.decode()
    assert "tests.event" in shown
    assert "tests.waits" not in shown


def test_a_failed_letter_is_sent_again_with_its_words(administrator, refused, mailbox):
    administrator.post(reverse("letter_again", args=[refused.pk]))
    assert send_due_letters() == 1
    (letter,) = mailbox.letters
    assert "Подтвердите" in letter["Subject"]
    assert "вы сменили" in letter.get_body(("plain",)).get_content()
    refused.refresh_from_db()
    assert (refused.state, refused.text) == ("sent", "")


def test_what_was_sent_is_not_sent_again(administrator, site, mailbox):
    letter = write()
    send_due_letters()
    assert reverse("letter_again", args=[letter.pk]) not in administrator.get(LETTERS).content.decode()
    answer = administrator.post(reverse("letter_again", args=[letter.pk]), follow=True)
    assert [message.level_tag for message in answer.context["messages"]] == ["error"]
    assert send_due_letters() == 0


def test_the_words_of_a_failed_letter_are_erased_after_a_while(administrator, refused):
    with time_machine.travel(timezone.now() + FAILED_WORDS_LIFETIME - dt.timedelta(hours=1)):
        assert erase_expired()["words of letters that failed"] == 0
    with time_machine.travel(timezone.now() + FAILED_WORDS_LIFETIME + dt.timedelta(hours=1)):
        assert erase_expired()["words of letters that failed"] == 1
    refused.refresh_from_db()
    assert (refused.state, refused.text, refused.html) == ("failed", "", "")
    assert reverse("letter_again", args=[refused.pk]) not in administrator.get(LETTERS).content.decode()


def test_a_suspension_is_lifted_before_the_letter_goes(administrator, refused, mailbox):
    mailbox.refuse[ANNA] = "550 no such user"
    write(event="tests.second")
    send_due_letters()
    mailbox.refuse.clear()
    administrator.post(reverse("letter_again", args=[refused.pk]))
    refused.refresh_from_db()
    assert refused.state == "failed"
    assert refused.text

    html = administrator.get(SUSPENDED).content.decode()
    assert ANNA in html
    address = BouncingAddress.objects.get()
    administrator.post(reverse("suspension_lift", args=[address.pk]))
    assert ANNA not in administrator.get(f"{SUSPENDED}results/").content.decode()
    administrator.post(reverse("letter_again", args=[refused.pk]))
    assert send_due_letters() == 1


def test_failed_letters_wait_on_the_first_screen_of_administrators(administrator, refused):
    html = administrator.get("/admin/").content.decode()
    assert f"{LETTERS}?state=failed" in html


def test_nobody_else_sees_or_does_anything(client, refused):
    BouncingAddress.objects.update(suspended_until=timezone.now() + dt.timedelta(days=1))
    address = BouncingAddress.objects.get()
    signed_in(client, CHIEF_EDITORS)
    assert LETTERS not in client.get("/admin/").content.decode()
    for screen in (LETTERS, SUSPENDED, f"{LETTERS}results/", f"{LETTERS}?export=csv"):
        assert client.get(screen).status_code == 302
    for name, pk in (("letter_again", refused.pk), ("suspension_lift", address.pk)):
        assert client.post(reverse(name, args=[pk])).status_code in (302, 403)
    refused.refresh_from_db()
    assert refused.state == "failed"
    assert BouncingAddress.objects.exists()


@pytest.mark.parametrize("name", ["letter_again", "suspension_lift"])
def test_a_link_alone_changes_nothing(administrator, refused, name):
    address = BouncingAddress.objects.get()
    pk = refused.pk if name == "letter_again" else address.pk
    assert administrator.get(reverse(name, args=[pk])).status_code == 405
    assert administrator.post(reverse(name, args=[pk + 1])).status_code == 404


def test_the_report_as_a_table(administrator, refused):
    table = b"".join(administrator.get(LETTERS, {"export": "csv"})).decode("utf-8-sig")
    assert "550 no such user" in table


def test_queries_do_not_grow(administrator, site):
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert administrator.get(LETTERS).status_code == 200
        return len(seen)

    write()
    queries()  # fills the caches
    before = queries()
    for number in range(20):
        write(event=f"tests.{number}")
    assert queries() == before
