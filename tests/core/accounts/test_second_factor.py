"""Signing in with a second factor: owed by role, given once a session, recovered with a code."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.models import PageViewRestriction

from core.accounts.second_factor import confirm, make_recovery_codes, unconfirmed_device

pytestmark = pytest.mark.django_db
PASSWORD = "длинный пароль редактора"


@pytest.fixture
def editor(django_user_model):
    """An editor, no superuser."""
    group = Group.objects.create(name="Редакторы форума")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = django_user_model.objects.create_user("anna", "anna@novodumsk.example", PASSWORD)
    user.groups.add(group)
    return user


@pytest.fixture
def app(editor) -> TOTPDevice:
    device = unconfirmed_device(editor)
    confirm(device)
    return device


def sign_in(client):
    return client.post("/admin/login/", {"username": "anna", "password": PASSWORD}, follow=True)


def code_of(device: TOTPDevice, steps: int = 0) -> str:
    return f"{totp(device.bin_key, drift=steps):06}"


def test_without_a_second_factor_the_password_is_enough(client, site, editor):
    assert sign_in(client).request["PATH_INFO"] == "/admin/"


def test_who_has_an_app_gives_its_code_after_the_password(client, site, app):
    page = sign_in(client)
    assert page.request["PATH_INFO"] == "/admin/second-factor/verify/"
    assert client.get("/admin/pages/").status_code == 302

    assert client.post("/admin/second-factor/verify/", {"code": "000000"}).context["form"].errors
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    done = client.post("/admin/second-factor/verify/", {"code": code_of(app), "next": "/admin/reports/locked/"})

    assert (done.status_code, done.url) == (302, "/admin/reports/locked/")
    assert client.get("/admin/").status_code == 200


def test_after_a_wrong_code_the_right_one_must_wait(client, site, app):
    sign_in(client)
    client.post("/admin/second-factor/verify/", {"code": "000000"})
    assert client.post("/admin/second-factor/verify/", {"code": code_of(app)}).status_code == 200


def test_a_code_serves_once(client, site, app):
    code = code_of(app)
    sign_in(client)
    assert client.post("/admin/second-factor/verify/", {"code": code}).status_code == 302
    client.post("/admin/logout/")
    sign_in(client)
    assert client.post("/admin/second-factor/verify/", {"code": code}).status_code == 200


def test_a_recovery_code_serves_once(client, site, app, editor):
    (code, *_others) = make_recovery_codes(editor)
    sign_in(client)
    assert client.post("/admin/second-factor/verify/", {"code": code.upper()}).status_code == 302
    client.post("/admin/logout/")
    sign_in(client)
    assert client.post("/admin/second-factor/verify/", {"code": code}).status_code == 200


def test_a_role_that_needs_one_sets_it_up_first(client, site, editor, settings):
    settings.SECOND_FACTOR_REQUIRED = ["Редакторы форума"]
    page = sign_in(client)
    assert page.request["PATH_INFO"] == "/admin/second-factor/setup/"
    device = TOTPDevice.objects.get(user=editor)

    codes = client.post("/admin/second-factor/setup/", {"code": code_of(device)})

    assert len(codes.context["codes"]) == 10
    assert "no-store" in codes["Cache-Control"]
    assert client.get("/admin/").status_code == 200
    assert client.post("/admin/second-factor/off/").status_code in (302, 403)
    assert TOTPDevice.objects.filter(user=editor, confirmed=True).exists()


@pytest.mark.parametrize(
    ("required", "owes"), [(["superusers"], False), (["*"], True), (["Другие"], False), (["Редакторы форума"], True)]
)
def test_the_setting_names_roles(client, site, editor, settings, required, owes):
    settings.SECOND_FACTOR_REQUIRED = required
    assert (sign_in(client).request["PATH_INFO"] == "/admin/second-factor/setup/") is owes


def test_with_the_password_alone_nobody_sees_what_is_private(client, site, app, editor):
    restriction = PageViewRestriction.objects.create(page=site.home, restriction_type="login")
    sign_in(client)
    assert client.get("/").status_code == 302
    client.post("/admin/second-factor/verify/", {"code": code_of(app)})
    assert client.get("/").status_code == 200
    restriction.delete()


def test_the_password_alone_replaces_no_app_and_makes_no_codes(client, site, app):
    sign_in(client)
    for address in ("setup", "codes", "off"):
        client.post(f"/admin/second-factor/{address}/", {"code": "000000"})
    assert TOTPDevice.objects.get().pk == app.pk


def test_a_lost_telephone_is_forgotten_by_a_command(client, site, app, capsys):
    call_command("reset_second_factor", "anna")
    assert sign_in(client).request["PATH_INFO"] == "/admin/"


def test_next_leads_nowhere_else(client, site, app):
    sign_in(client)
    data = {"code": code_of(app), "next": "https://evil.example/"}
    assert client.post("/admin/second-factor/verify/", data).url == "/admin/"


def test_public_pages_of_anonymous_visitors_ask_nothing_of_accounts(client, site):
    response = client.get("/")
    assert "Cookie" not in response.get("Vary", "") or "session" not in str(response.cookies)
    assert not response.cookies
