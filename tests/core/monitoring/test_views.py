"""What monitors, balancers and browsers are told."""

import logging

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from core.models import WorkerBeat
from core.monitoring.logs import LineFormatter, RequestIdFilter

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker(db):
    WorkerBeat.objects.create(worker_id="w", host="h", pid=1, seen_at=timezone.now())


def test_ready_and_version(client, worker, settings):
    settings.SITE_VERSION = "2.1"
    assert client.get("/-/ready/").content == b"ready\n"
    assert client.get("/-/version/").json() == {"version": "2.1"}


def test_ready_names_what_does_not_work(client):
    answer = client.get("/-/ready/")
    assert answer.status_code == 200
    assert b"worker: no worker" in answer.content


def test_maintenance_answers_every_page_and_lets_monitors_through(client, site, settings, tmp_path, capsys):
    settings.DATA_DIR = tmp_path
    call_command("maintenance", "on", "--minutes", "20")
    for address in ("/", "/en/", "/admin/", "/nowhere/"):
        answer = client.get(address)
        assert (answer.status_code, answer["Retry-After"]) == (503, "1200")
    assert "20" in client.get("/").content.decode()
    assert client.get("/-/live/").status_code == 200
    call_command("maintenance", "off")
    assert client.get("/").status_code == 200


def test_a_very_long_address_gets_a_page(client, site):
    answer = client.get("/search/?q=" + "я" * 5000)
    assert answer.status_code == 414
    assert "<h1>" in answer.content.decode()


def test_an_error_is_told_by_what_it_is(site, monkeypatch):
    client = Client(raise_request_exception=False)

    def answer_to(error: Exception) -> int:
        def fail(*args):
            raise error

        monkeypatch.setattr("core.views.theme_shades", fail)
        return client.get("/theme.css").status_code

    from django.db import OperationalError

    assert answer_to(OperationalError("database is locked")) == 503
    assert answer_to(OSError(28, "No space left on device")) == 507
    assert answer_to(RuntimeError("a mistake")) == 500


def test_headers_of_every_answer(client, site):
    answer = client.get("/", headers={"X-Request-ID": "abc-12345"})
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["X-Request-ID"] == "abc-12345"
    forged = client.get("/", headers={"X-Request-ID": "a b\tc"})["X-Request-ID"]
    assert forged.isalnum()


def test_no_name_begins_a_line_of_the_log():
    record = logging.LogRecord(
        "site", logging.WARNING, "", 0, "refused: %s", ("Анна\r\n2026 ERROR forged\x1b[2J",), None
    )
    RequestIdFilter().filter(record)
    line = LineFormatter("{levelname} {request_id} {message}", style="{").format(record)
    assert line == r"WARNING - refused: Анна\r\n2026 ERROR forged\x1b[2J"


def test_the_numbers_are_for_those_who_know_the_token(client, settings, tmp_path, monkeypatch, worker):
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path))
    assert client.get("/-/metrics/").status_code == 404
    settings.METRICS_TOKEN = "known"
    assert client.get("/-/metrics/", headers={"Authorization": "Bearer guess"}).status_code == 404
    numbers = client.get("/-/metrics/", headers={"Authorization": "Bearer known"}).content.decode()
    assert "site_worker_silence_seconds" in numbers
