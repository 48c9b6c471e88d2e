"""Views of no page."""

import datetime as dt

import pytest

pytestmark = pytest.mark.django_db


def test_theme_carries_the_towns_colour(client, site):
    site.settings.accent_colour = "#8b1f2f"
    site.settings.save()
    response = client.get("/theme.css")
    assert response["Content-Type"].startswith("text/css")
    assert "--accent: #8b1f2f" in response.content.decode()
    assert "public" in response["Cache-Control"]
    assert not response.cookies


def test_security_txt_names_a_contact_and_has_not_expired(client, site):
    lines = dict(line.split(": ", 1) for line in client.get("/.well-known/security.txt").content.decode().splitlines())
    assert lines["Contact"] == "mailto:forum@novodumsk.example"
    left = dt.datetime.fromisoformat(lines["Expires"]) - dt.datetime.now(dt.UTC)
    assert dt.timedelta(days=30) < left < dt.timedelta(days=366)


def test_security_txt_is_absent_without_a_contact(client, site):
    site.settings.email = ""
    site.settings.save()
    assert client.get("/.well-known/security.txt").status_code == 404


def test_alive_asks_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/-/live/").status_code == 200


def test_ready_asks_the_database_and_for_the_worker(client, django_assert_num_queries):
    with django_assert_num_queries(2):
        assert client.get("/-/ready/").status_code == 200
