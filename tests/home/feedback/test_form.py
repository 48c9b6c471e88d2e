import csv
import io
import smtplib

import pytest
from django.core import mail
from django.test import Client
from openpyxl import load_workbook
from wagtail.contrib.forms.models import FormSubmission

from home.feedback.forms import FeedbackForm
from home.feedback.mail import LIMIT, sender_address
from tests.factories.home import FeedbackPageFactory

pytestmark = pytest.mark.django_db

GOOD = {
    "name": "Анна Придуманная",
    "email": "anna@novodumsk.example",
    "topic": "Тема для форума",
    "text": "Предлагаю обсудить велодорожки.",
    "consent": "on",
    "website": "",
}


@pytest.fixture
def page(site):
    return FeedbackPageFactory(parent=site.home, topic_choices="Тема для форума\nОшибка на сайте")


def test_a_message_is_stored_mailed_and_confirmed(client, page):
    response = client.post(page.url, GOOD, follow=True)
    assert response.redirect_chain == [(f"{page.url}sent/", 302)]
    (kept,) = FormSubmission.objects.filter(page=page)
    assert kept.form_data == {name: GOOD[name] for name in ("name", "email", "topic", "text")} | {"consent": True}
    (letter,) = mail.outbox
    assert letter.to == ["one@novodumsk.example", "two@novodumsk.example"]
    assert letter.reply_to == ["anna@novodumsk.example"]
    assert GOOD["text"] in letter.body


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"name": ""}, "name"),
        ({"name": "я" * 121}, "name"),
        ({"email": "нет"}, "email"),
        ({"topic": "Чужая тема"}, "topic"),
        ({"topic": ""}, "topic"),
        ({"text": "мало"}, "text"),
        ({"text": "я" * 5001}, "text"),
        ({"text": "нулевой \x00 байт в тексте"}, "text"),
        ({"consent": ""}, "consent"),
    ],
)
def test_bad_input_is_answered_at_its_field_and_keeps_what_was_typed(client, page, change, name):
    response = client.post(page.url, {**GOOD, **change})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [name]
    if name != "name":
        assert GOOD["name"] in response.content.decode()
    assert not FormSubmission.objects.exists()


def test_an_empty_post_is_answered(client, page):
    assert client.post(page.url, {}).status_code == 422


def test_a_robot_is_thanked_and_forgotten(client, page):
    response = client.post(page.url, {**GOOD, "website": "https://spam.example"})
    assert response.status_code == 302
    assert not FormSubmission.objects.exists()
    assert not mail.outbox


def test_too_many_messages_from_one_address_are_refused(client, page):
    for _number in range(LIMIT):
        assert client.post(page.url, GOOD).status_code == 302
    response = client.post(page.url, GOOD)
    assert response.status_code == 422
    assert FormSubmission.objects.count() == LIMIT
    assert client.post(page.url, GOOD, REMOTE_ADDR="192.0.2.9").status_code == 302


def test_mail_that_fails_loses_nothing(client, page, monkeypatch, caplog):
    def refuse(*args, **kwargs):
        raise smtplib.SMTPConnectError(421, "busy")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    assert client.post(page.url, GOOD).status_code == 302
    assert FormSubmission.objects.count() == 1
    assert "the letter" in caplog.text


def test_a_line_break_cannot_reach_the_letters_header(client, page):
    page.topic_choices = "Тема"
    page.title = "Связь\nBcc: all@novodumsk.example"
    page.save(clean=False)
    client.post(page.url, {**GOOD, "topic": "Тема"})
    assert "\n" not in mail.outbox[0].subject


def test_the_form_wants_its_token(page):
    assert Client(enforce_csrf_checks=True).post(page.url, GOOD).status_code == 403


def test_the_form_is_never_cached(client, page):
    response = client.get(page.url)
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]


def test_messages_are_seen_by_editors_only(client, page, admin_client):
    client.post(page.url, GOOD)
    address = f"/admin/forms/submissions/{page.pk}/"
    assert client.get(address).status_code == 302
    assert "велодорожки" in admin_client.get(address).content.decode()


def test_a_hostile_message_does_no_harm_in_a_spreadsheet(client, page, admin_client):
    client.post(page.url, {**GOOD, "name": '=HYPERLINK("https://spam.example")', "text": "-2+3+cmd|' /C calc'!A0"})
    table = b"".join(admin_client.get(f"/admin/forms/submissions/{page.pk}/?export=csv")).decode("utf-8-sig")
    _head, row = csv.reader(io.StringIO(table, newline=""), delimiter=";")
    assert row[1] == '\'=HYPERLINK("https://spam.example")'
    assert row[4] == "'-2+3+cmd|' /C calc'!A0"
    book = admin_client.get(f"/admin/forms/submissions/{page.pk}/?export=xlsx")
    cells = load_workbook(io.BytesIO(b"".join(book))).active[2]
    assert [cell.data_type for cell in cells[1:5]] == ["s"] * 4


@pytest.mark.parametrize(
    ("header", "sent", "expected"),
    [
        ("", "203.0.113.5", "192.0.2.1"),
        ("X-Forwarded-For", "203.0.113.5", "203.0.113.5"),
        ("X-Forwarded-For", "198.51.100.1, 203.0.113.5", "203.0.113.5"),
        ("X-Forwarded-For", None, "192.0.2.1"),
    ],
)
def test_only_what_the_proxy_says_of_the_address_counts(rf, settings, header, sent, expected):
    settings.CLIENT_ADDRESS_HEADER = header
    headers = {"X-Forwarded-For": sent} if sent else {}
    assert sender_address(rf.get("/", headers=headers, REMOTE_ADDR="192.0.2.1")) == expected


def test_control_characters_do_not_survive():
    form = FeedbackForm({**GOOD, "name": "Анна\x07"}, topics=["Тема для форума"])
    assert form.is_valid()
    assert form.cleaned_data["name"] == "Анна"
