"""The whole year in a real browser: a resolution comes in, is assigned, reported on, approved, and counted."""

import datetime as dt
import io

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from core.roles import BODIES, ORGANISERS
from forums.editions.models import ForumPage
from forums.followup.models import BodyMember, ProgressReport
from forums.resolutions.models import Recommendation, ResolutionPage
from tests.factories.followup import OrganisationFactory
from tests.factories.forums import ForumIndexPageFactory, ForumPageFactory

PASSWORD = "a long password of the test"


@pytest.fixture
def year(live_site):
    """Two forums, one over and one opening today; an organiser, and a clerk of the body to be made responsible."""
    today = timezone.localdate()
    index = ForumIndexPageFactory(parent=live_site.home)
    first = ForumPageFactory(
        title="I форум", slug="forum-1", number=1, starts_on=today - dt.timedelta(days=300), parent=index
    )
    ForumPageFactory(title="II форум", slug="forum-2", number=2, starts_on=today, parent=index)
    body = OrganisationFactory(title="Управление благоустройства")
    users = get_user_model().objects
    organiser = users.create_user("organiser", "organiser@example.org", PASSWORD)
    organiser.groups.add(Group.objects.get(name=ORGANISERS))
    clerk = users.create_user("clerk", "clerk@example.org", PASSWORD)
    clerk.groups.add(Group.objects.get(name=BODIES))
    BodyMember.objects.create(user=clerk, body=body)
    live_site.first, live_site.adopted_on = first, first.starts_on
    return live_site


def document(adopted_on: dt.date) -> str:
    """A resolution as an organiser would have it."""
    months = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()  # noqa: SIM905
    return f"""РЕЗОЛЮЦИЯ
I Общественного форума Новодумска

{adopted_on.day} {months[adopted_on.month - 1]} {adopted_on.year} года

Мы, участники форума, собрались, чтобы договориться о главном.

Участники Форума рекомендуют:

Органам местного самоуправления Новодумска:
- Создать единую базу городских проектов.
- Регулярно проводить встречи с жителями.
"""


def sign_in(page: Page, year, name: str) -> None:
    page.goto(f"{year.url}/admin/login/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")


def import_resolution(page: Page, year) -> None:
    page.goto(f"{year.url}/admin/resolution-import/?forum={year.first.pk}")
    file = {"name": "resolution.txt", "mimeType": "text/plain", "buffer": document(year.adopted_on).encode()}
    page.set_input_files("[name=file]", files=[file])
    page.select_option("[name=forum]", str(year.first.pk))
    page.locator("form[enctype] button[type=submit]").click()
    page.locator("button[name=confirm]").click()
    page.wait_for_url("**/admin/pages/*/edit/**")


def assign(page: Page, year, key) -> None:
    page.goto(f"{year.url}/admin/followup/?tab=unassigned")
    page.locator(f"a[href*='assignment/add'][href*='{key}']").first.click()
    page.locator("[data-chooser-action-choose]").first.click()
    page.get_by_role("link", name="Управление благоустройства").click()
    page.locator("#id_date").fill((year.adopted_on + dt.timedelta(days=10)).isoformat())
    page.locator("#id_due_on").fill((timezone.localdate() + dt.timedelta(days=1)).isoformat())
    page.locator("#id_due_on").blur()
    page.get_by_role("button", name="Сохранить").first.click()
    page.wait_for_url("**/admin/followup/**")


def report(page: Page, year, key) -> None:
    page.goto(f"{year.url}/admin/followup/?tab=all")
    expect(page.locator("a[href*='progressreport/add']")).to_have_count(1)
    page.locator(f"a[href*='{key}']").click()
    page.locator("#id_outcome").select_option("done")
    page.locator("#id_text").fill("База открыта, в ней 64 проекта.")
    page.locator("[name=action-submit]").click()
    page.wait_for_url("**/admin/followup/**")


def approve(page: Page, year) -> None:
    page.goto(f"{year.url}/admin/followup/?tab=waiting")
    page.get_by_role("link", name="Ждёт проверки").click()
    page.locator("[data-workflow-action-name=approve]").first.click()
    page.wait_for_url("**/admin/followup/**")


def test_the_whole_year(year, open_page):
    organiser, clerk, resident = open_page(), open_page(), open_page(width=390, javascript=False)
    sign_in(organiser, year, "organiser")

    import_resolution(organiser, year)
    draft = ResolutionPage.objects.get()
    assert draft.get_parent().pk == year.first.pk
    draft.save_revision().publish()
    base = Recommendation.objects.get(text__startswith="Создать единую базу")
    Recommendation.objects.filter(pk=base.pk).update(kind="one_off")

    assign(organiser, year, base.translation_key)
    sign_in(clerk, year, "clerk")
    report(clerk, year, base.translation_key)
    told = ProgressReport.objects.get()
    assert not told.live, "an editor has to approve it"
    second = ForumPage.objects.get(slug="forum-2")
    resident.goto(f"{year.url}{second.url}progress/")
    verdict = resident.locator(".progress-verdict")
    before = verdict.inner_text()

    approve(organiser, year)
    told.refresh_from_db()
    assert told.live

    resident.reload()
    expect(verdict).not_to_have_text(before)
    expect(resident.get_by_text("База открыта").first).to_be_attached()
    pdf = resident.request.get(f"{year.url}{second.url}progress.pdf")
    text = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf.body())).pages).split())
    assert "Создать единую базу городских проектов" in text
    assert "64 проекта" in text


def test_the_pages_are_accessible(year, open_page, violations):
    index = year.first.get_parent()
    from tests.factories.followup import ProgressReportFactory, adopted, items_of

    resolution = adopted(year.first, ["Создать единую базу"], adopted_on=year.adopted_on)
    ProgressReportFactory(
        recommendation_key=items_of(resolution)[0].translation_key, date=year.adopted_on, outcome="done"
    )
    for scheme in ("light", "dark"):
        page = open_page(width=390, scheme=scheme)
        forums = (index.url, year.first.url, f"{index.url}forum-2/progress/", resolution.url, f"{resolution.url}1-1/")
        for address in (*forums, "/opendata/"):
            page.goto(f"{year.url}{address}")
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
