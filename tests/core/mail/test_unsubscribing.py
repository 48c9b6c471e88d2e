import re

import pytest
from django.test import Client

from core.mail import accept_mailing, mailing_refused, write_letter
from core.mail.sending import send_due_letters
from core.models import Letter, MailingRefusal

pytestmark = pytest.mark.django_db
ANNA = "anna@novodumsk.example"


@pytest.fixture
def sent(site, mailbox):
    """A letter of a mailing, as it arrived."""
    write_letter(
        ANNA, "tests.digest", "Новое за неделю", "core/mail/moved", kind=Letter.Kind.MAILING, mailing="tests.news"
    )
    send_due_letters()
    return mailbox.letters[0]


def path_of(header: str) -> str:
    return re.fullmatch(r"<https?://[^/]+(/[^>]+)>", header.strip())[1]


def test_a_mail_program_unsubscribes_without_cookie_or_token(sent):
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    client = Client(enforce_csrf_checks=True)
    response = client.post(path_of(sent["List-Unsubscribe"]), {"List-Unsubscribe": "One-Click"})
    assert response.status_code == 200
    assert not response.cookies
    assert MailingRefusal.objects.filter(recipient=ANNA, mailing="tests.news").exists()


def test_opening_the_link_changes_nothing_and_shows_a_button(sent, client):
    path = path_of(sent["List-Unsubscribe"])
    assert path in sent.get_body(("plain",)).get_content()
    response = client.get(path)
    assert 'type="submit"' in response.content.decode()
    assert not MailingRefusal.objects.exists()


def test_rooms_are_told_once(sent):
    told = []
    mailing_refused.connect(lambda sender, **named: told.append(named["mailing"]), weak=False, dispatch_uid="test")
    for _turn in range(2):
        Client().post(path_of(sent["List-Unsubscribe"]))
    mailing_refused.disconnect(dispatch_uid="test")
    assert told == ["tests.news"]


def test_a_refusal_can_be_taken_back(sent):
    Client().post(path_of(sent["List-Unsubscribe"]))
    accept_mailing(ANNA, "tests.news")
    assert not MailingRefusal.objects.exists()


def test_a_forged_link_is_not_found(client, site):
    assert client.post("/mail/unsubscribe/WyJhIiwiYiJd:x:y/").status_code == 404
    assert client.get("/mail/unsubscribe/не-ссылка/").status_code == 404
