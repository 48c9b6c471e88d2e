"""A piece of news becomes a report in two clicks: published, recorded."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from playwright.sync_api import expect

from core.roles import CHIEF_EDITORS
from forums.followup.models import ProgressReport
from tests.forums.suggestions.conftest import LEAD, make_town

PASSWORD = "a long password of the test"


@pytest.fixture
def town(live_site):
    made = make_town(live_site)
    user = get_user_model().objects.create_user("glavred", "glavred@novodumsk.example", PASSWORD)
    user.groups.add(Group.objects.get(name=CHIEF_EDITORS))
    made.url = live_site.url
    return made


@pytest.fixture
def admin(page, town):
    page.goto(f"{town.url}/admin/login/")
    page.fill("[name=username]", "glavred")
    page.fill("[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")
    return page


def test_a_news_item_becomes_a_report_in_two_clicks(admin, town):
    admin.goto(f"{town.url}/admin/pages/{town.news.pk}/edit/")
    panel = admin.locator("[data-suggestions-panel]")
    expect(panel).to_contain_text(town.fair.text)
    panel.get_by_role("button", name="Записать как отчёт").click()
    expect(panel.get_by_role("status")).to_contain_text("Отчёт составлен")
    report = ProgressReport.objects.get()
    assert (report.text, report.live) == (LEAD, False)
    panel.get_by_role("link", name="Открыть отчёт").click()
    expect(admin.locator("[name=text]")).to_have_value(LEAD)


def test_not_about_it_is_said_once(admin, town):
    admin.goto(f"{town.url}/admin/pages/{town.news.pk}/edit/")
    panel = admin.locator("[data-suggestions-panel]")
    panel.get_by_role("button", name="Не о ней").click()
    expect(panel).to_have_count(0)
    with admin.expect_response("**/panel/"):
        admin.reload()
    expect(panel).to_have_count(0)
    assert not ProgressReport.objects.exists()
