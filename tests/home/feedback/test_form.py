import csv
import io

import pytest
from django.core import mail
from django.db import DatabaseError
from django.test import Client
from openpyxl import load_workbook
from wagtail.contrib.forms.models import FormSubmission

from core.mail.sending import send_due_letters
from core.models import Letter
from home.feedback.forms import FeedbackForm
from tests.factories.core import stamped
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
NAME = FeedbackForm.form_name


@pytest.fixture
def page(site):
    return FeedbackPageFactory(parent=site.home, topic_choices="Тема для форума\nОшибка на сайте")


def test_a_message_is_stored_mailed_and_confirmed(client, page):
    response = client.post(page.url, stamped(NAME, GOOD), follow=True)
    assert response.redirect_chain == [(f"{page.url}sent/", 302)]
    (kept,) = FormSubmission.objects.filter(page=page)
    assert kept.form_data == {name: GOOD[name] for name in ("name", "email", "topic", "text")} | {"consent": True}
    assert send_due_letters() == 2
    assert [letter.to for letter in mail.outbox] == [["one@novodumsk.example"], ["two@novodumsk.example"]]
    for letter in mail.outbox:
        assert letter.reply_to == ["anna@novodumsk.example"]
        assert GOOD["text"] in letter.body
        assert f"/admin/forms/submissions/{page.pk}/" in letter.body


def test_who_leaves_no_address_gets_no_answer(client, page):
    client.post(page.url, stamped(NAME, {**GOOD, "email": ""}))
    send_due_letters()
    assert [letter.reply_to for letter in mail.outbox] == [[], []]
    assert "не указана" in mail.outbox[0].body


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
    response = client.post(page.url, stamped(NAME, {**GOOD, **change}))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [name]
    if name != "name":
        assert GOOD["name"] in response.content.decode()
    assert not FormSubmission.objects.exists()


def test_an_empty_post_is_answered(client, page):
    assert client.post(page.url, {}).status_code == 422


def test_a_robot_is_thanked_and_forgotten(client, page):
    response = client.post(page.url, stamped(NAME, {**GOOD, "website": "https://spam.example"}))
    assert response.status_code == 302
    assert not FormSubmission.objects.exists()
    assert not Letter.objects.exists()


def test_too_many_messages_from_one_address_are_answered_with_what_was_typed(client, page):
    for _number in range(FeedbackForm.limit_per_address):
        assert client.post(page.url, stamped(NAME, GOOD)).status_code == 302
    response = client.post(page.url, stamped(NAME, GOOD))
    assert response.status_code == 429
    assert GOOD["text"] in response.content.decode()
    assert FormSubmission.objects.count() == FeedbackForm.limit_per_address
    assert client.post(page.url, stamped(NAME, GOOD), REMOTE_ADDR="192.0.2.9").status_code == 302


def test_mail_that_fails_loses_nothing(client, page, settings, django_capture_on_commit_callbacks):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(page.url, stamped(NAME, GOOD)).status_code == 302
    assert FormSubmission.objects.count() == 1
    assert list(Letter.objects.values_list("state", "attempts")) == [("queued", 1)] * 2


def test_no_message_is_kept_without_its_letters(client, page, monkeypatch):
    def fail(*args, **kwargs):
        raise DatabaseError("no room")

    monkeypatch.setattr("home.feedback.models.write_letter", fail)
    with pytest.raises(DatabaseError):
        client.post(page.url, stamped(NAME, GOOD))
    assert not FormSubmission.objects.exists()


def test_a_line_break_cannot_reach_the_letters_header(client, page):
    page.topic_choices = "Тема"
    page.title = "Связь\nBcc: all@novodumsk.example"
    page.save(clean=False)
    client.post(page.url, stamped(NAME, {**GOOD, "topic": "Тема"}))
    send_due_letters()
    assert "\n" not in mail.outbox[0].subject


def test_the_form_wants_its_token(page):
    assert Client(enforce_csrf_checks=True).post(page.url, GOOD).status_code == 403


def test_the_form_is_never_cached(client, page):
    response = client.get(page.url)
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]


def test_messages_are_seen_by_editors_only(client, page, admin_client):
    client.post(page.url, stamped(NAME, GOOD))
    address = f"/admin/forms/submissions/{page.pk}/"
    assert client.get(address).status_code == 302
    assert "велодорожки" in admin_client.get(address).content.decode()


def test_a_hostile_message_does_no_harm_in_a_spreadsheet(client, page, admin_client):
    client.post(
        page.url,
        stamped(NAME, {**GOOD, "name": '=HYPERLINK("https://spam.example")', "text": "-2+3+cmd|' /C calc'!A0"}),
    )
    table = b"".join(admin_client.get(f"/admin/forms/submissions/{page.pk}/?export=csv")).decode("utf-8-sig")
    _head, row = csv.reader(io.StringIO(table, newline=""), delimiter=";")
    assert row[1] == '\'=HYPERLINK("https://spam.example")'
    assert row[4] == "'-2+3+cmd|' /C calc'!A0"
    book = admin_client.get(f"/admin/forms/submissions/{page.pk}/?export=xlsx")
    cells = load_workbook(io.BytesIO(b"".join(book))).active[2]
    assert [cell.data_type for cell in cells[1:5]] == ["s"] * 4


def test_control_characters_do_not_survive(rf):
    data = stamped(NAME, {**GOOD, "name": "Анна\x07"})
    form = FeedbackForm(data, request=rf.post("/"), topics=["Тема для форума"])
    assert form.is_valid()
    assert form.cleaned_data["name"] == "Анна"
