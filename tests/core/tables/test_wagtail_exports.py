"""Wagtail's own exports are written by the site's writer: guarded, semicolons, typed cells."""

import csv
import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.contrib.forms.models import FormSubmission
from wagtail.contrib.forms.views import SubmissionsListView
from wagtail.contrib.redirects.models import Redirect

from core.tables.wagtail_exports import TableExportMixin
from home.feedback.models import FeedbackPage

pytestmark = pytest.mark.django_db
HOSTILE = "-2+3+cmd|' /C calc'!A0"
WRITERS = ("stream_csv", "write_csv_response", "write_xlsx", "write_xlsx_response")


class GuardedSubmissions(TableExportMixin, SubmissionsListView):
    """What a form page names as its view of submissions."""


@pytest.fixture
def feedback(site):
    page = site.home.add_child(instance=FeedbackPage(title="Написать нам", slug="feedback", locale=site.ru))
    answers = {
        "name": HOSTILE,
        "email": "a@town.example",
        "topic": "+7 (34241) 2-22-22",
        "text": "=1+1",
        "consent": True,
    }
    FormSubmission.objects.create(page=page, form_data=answers)
    return page


def rows_of(response):
    content = response.getvalue()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def check_submissions(client, feedback):
    address = reverse("wagtailforms:list_submissions", args=[feedback.pk])
    response = client.get(address, {"export": "csv"})
    head, row = rows_of(response)
    assert len(head) == 6
    assert row[1:] == [f"'{HOSTILE}", "a@town.example", "+7 (34241) 2-22-22", "'=1+1", "true"]
    assert response["Content-Disposition"].startswith('attachment; filename="feedback-export-')
    book = load_workbook(io.BytesIO(client.get(address, {"export": "xlsx"}).getvalue()))
    cells = book.active[2]
    assert cells[0].is_date
    assert [cell.data_type for cell in cells[1:]] == ["s", "s", "s", "s", "b"]
    assert cells[1].value == HOSTILE


def test_submissions_of_a_form_by_the_mixin(admin_client, feedback, monkeypatch):
    monkeypatch.setattr(FeedbackPage, "submissions_list_view_class", GuardedSubmissions)
    check_submissions(admin_client, feedback)


def test_submissions_of_a_form_by_wagtails_own_view(admin_client, feedback):
    check_submissions(admin_client, feedback)


def test_views_of_wagtail_itself_go_through_the_same_writer(admin_client, site):
    Redirect.objects.create(old_path="/=cmd", redirect_link="https://forum.example/", site=site.site)
    rows = rows_of(admin_client.get(reverse("wagtailredirects:index"), {"export": "csv"}))
    assert "https://forum.example/" in rows[1]
    log = admin_client.get(reverse("wagtailadmin_reports:site_history"), {"export": "xlsx"})
    assert load_workbook(io.BytesIO(log.getvalue())).active["A1"].value


def test_the_names_that_are_overridden_are_still_wagtails():
    assert all(callable(getattr(SpreadsheetExportMixin, name)) for name in WRITERS)
    assert {name for name in vars(TableExportMixin) if not name.startswith("__")} == set(WRITERS)
