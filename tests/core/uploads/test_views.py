"""A review in the admin: kept on the server, resumed anywhere, applied once, seen by its owner alone."""

import datetime as dt
import re

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from core.models import PendingUpload, Topic
from tests.markup import one_line

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.core.uploads.urls")]
ADDRESS = "/admin/names/1/"


@pytest.fixture
def editor(site):
    return get_user_model().objects.create_superuser("editor", "editor@forum.example", "secret")


@pytest.fixture
def browser(editor):
    return signed_in(editor)


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def send(browser, text="Дороги\nДворы", name="имена.txt", address=ADDRESS):
    return browser.post(address, {"file": SimpleUploadedFile(name, text.encode())})


def fingerprint(browser, address) -> str:
    page = browser.get(address).content.decode()
    return re.search(r'name="fingerprint" value="(\w+)"', page)[1]


def version(browser, address) -> str:
    return re.search(r'name="version" value="(\d+)"', one_line(browser.get(address).content.decode()))[1]


def confirm(browser, address, shown=None):
    return browser.post(address, {"confirm": "1", "fingerprint": shown or fingerprint(browser, address)})


def titles() -> set[str]:
    return set(Topic.objects.values_list("title", flat=True)) & {"Дороги", "Дворы", "запретное"}


def test_an_upload_leads_to_a_review_at_its_own_address(browser, editor):
    address = send(browser)["Location"]
    (upload,) = PendingUpload.objects.all()
    assert address == f"{ADDRESS}{upload.pk}/"
    assert (upload.owner, upload.file_name, upload.data.decode()) == (editor, "имена.txt", "Дороги\nДворы")
    assert "имена.txt" in browser.get(address).content.decode()
    assert titles() == set()


def test_a_new_session_finds_the_review_among_the_unfinished(browser, editor):
    address = send(browser)["Location"]
    browser.logout()
    another = signed_in(editor)
    assert address in another.get(ADDRESS).content.decode()
    assert confirm(another, address)["Location"] == "/admin/?done"
    assert titles() == {"Дороги", "Дворы"}
    assert address not in another.get(ADDRESS).content.decode()


def test_a_second_confirmation_applies_nothing_and_leads_to_the_result(browser):
    address = send(browser)["Location"]
    shown = fingerprint(browser, address)
    confirm(browser, address, shown)
    Topic.objects.all().delete()
    assert confirm(browser, address, shown)["Location"] == "/admin/?done"
    assert browser.get(address)["Location"] == "/admin/?done"
    assert titles() == set()
    upload = PendingUpload.objects.get()
    assert upload.data == b""


def test_of_two_confirmations_at_once_the_second_applies_nothing(browser, monkeypatch):
    address = send(browser)["Location"]
    shown = fingerprint(browser, address)
    claim = PendingUpload.claim

    def claim_after_somebody_else(upload):
        claim(PendingUpload.objects.get(pk=upload.pk))
        claim(upload)

    monkeypatch.setattr(PendingUpload, "claim", claim_after_somebody_else)
    assert confirm(browser, address, shown)["Location"] == address
    assert titles() == set()


def test_what_changed_since_the_preview_is_shown_again(browser, site):
    address = send(browser)["Location"]
    shown = fingerprint(browser, address)
    Topic.objects.create(title="Дороги", locale=site.ru)
    response = confirm(browser, address, shown)
    assert response.status_code == 422
    assert 'role="alert"' in response.content.decode()
    assert titles() == {"Дороги"}
    assert confirm(browser, address)["Location"] == "/admin/?done"
    assert titles() == {"Дороги", "Дворы"}


def test_a_refusal_undoes_everything_and_the_review_goes_on(browser):
    address = send(browser, "Дороги\nзапретное")["Location"]
    response = confirm(browser, address)
    assert response.status_code == 422
    assert "Такое имя не годится." in response.content.decode()
    assert titles() == set()
    assert not PendingUpload.objects.get().is_applied
    browser.post(address, {"leave_out": "запретное", "version": version(browser, address)})
    assert confirm(browser, address)["Location"] == "/admin/?done"
    assert titles() == {"Дороги"}


def test_a_page_of_an_older_state_does_not_undo_a_newer_one(browser):
    address = send(browser)["Location"]
    old = version(browser, address)
    assert browser.post(address, {"leave_out": "Дороги", "version": old})["Location"] == address
    assert browser.post(address, {"leave_out": "Дворы", "version": old}).status_code == 422
    assert PendingUpload.objects.get().state["left_out"] == ["Дороги"]


def test_an_unknown_button_is_refused(browser):
    address = send(browser)["Location"]
    assert browser.post(address, {"version": "1"}).status_code == 422


def test_cancelling_deletes_the_file(browser):
    address = send(browser)["Location"]
    assert browser.post(address, {"cancel": "1"})["Location"] == ADDRESS
    assert not PendingUpload.objects.exists()
    assert browser.get(address).status_code == 404


def test_another_user_or_place_does_not_find_it(browser):
    address = send(browser)["Location"]
    other = get_user_model().objects.create_superuser("other", "other@forum.example", "secret")
    for method in ("get", "post"):
        assert getattr(signed_in(other), method)(address, {"cancel": "1"}).status_code == 404
        assert getattr(browser, method)(address.replace("/1/", "/2/"), {"cancel": "1"}).status_code == 404
    assert address not in signed_in(other).get(ADDRESS).content.decode()
    assert PendingUpload.objects.count() == 1


def test_who_may_not_review_is_refused(browser, editor):
    address = send(browser)["Location"]
    assert Client().get(address).status_code == 302
    get_user_model().objects.filter(pk=editor.pk).update(is_superuser=False)
    assert browser.get(address).status_code in (302, 403)
    assert browser.get(ADDRESS).status_code in (302, 403)


@pytest.mark.parametrize("text", ["", "не\0текст", "а" * 600_000])
def test_a_file_that_cannot_be_reviewed_is_not_kept(browser, text):
    response = send(browser, text)
    assert response.status_code == 422
    assert "error" in response.content.decode()
    assert not PendingUpload.objects.exists()


def test_expired_reviews_are_gone_and_purged(browser):
    address = send(browser)["Location"]
    send(browser, name="свежий.txt")
    old = PendingUpload.objects.filter(file_name="имена.txt")
    old.update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    assert browser.get(address).status_code == 404
    call_command("purge_uploads")
    assert [upload.file_name for upload in PendingUpload.objects.all()] == ["свежий.txt"]
