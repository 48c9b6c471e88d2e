"""Projects and contests in a real browser: the editor's forms, the import, the resident with a phone."""

import datetime as dt
import io

import pytest
from django.utils import timezone
from openpyxl import Workbook, load_workbook
from playwright.sync_api import expect

from core.roles import CHIEF_EDITORS
from projects.contests.models import ContestPage
from projects.social.choices import Stage
from projects.social.importing import template_workbook
from projects.social.models import ProjectPage
from tests.factories.core import OrganisationFactory
from tests.factories.forums import resolution_with, section_with
from tests.factories.projects import ContestIndexPageFactory, ContestPageFactory, ProjectIndexPageFactory


@pytest.fixture
def contests(live_site):
    return ContestIndexPageFactory(parent=live_site.home, locale=live_site.ru)


@pytest.fixture
def base(live_site):
    return ProjectIndexPageFactory(parent=live_site.home, locale=live_site.ru)


@pytest.fixture
def editor(live_site, browser, sign_in):
    """A page in the admin, signed in; ``editor.add(parent, "contests/contestpage")`` opens the form of a new page.

    Its console is not watched: the admin's autosave answers 400 as long as a form has mistakes.
    """
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(15_000)
    sign_in(page, CHIEF_EDITORS)
    page.add = lambda parent, model: page.goto(f"{live_site.url}/admin/pages/add/{model}/{parent.pk}/")
    yield page
    context.close()


def publish(page) -> None:
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    page.locator("[name=action-publish]").click()
    page.wait_for_load_state()


def told(page, field: str):
    return page.locator(f"[data-contentpath={field}]").first


def test_editor_fills_a_contest_in_one_go(contests, editor):
    editor.add(contests, "contests/contestpage")
    editor.fill("[name=title]", "Гранты НКО")
    editor.fill("[name=summary]", "Поддержка социальных проектов.")
    editor.select_option("[name=level]", "federal")
    editor.get_by_label("НКО").check()
    editor.select_option("[name=time_zone]", "Europe/Moscow")
    editor.fill("[name=opens_at]", "01.11.2030 09:00")
    editor.fill("[name=closes_at]", "30.10.2030 23:59")
    editor.fill("[name=prize_fund]", "1 500 000 ₽")
    editor.fill("[name=grant_max]", "2 000 000")
    publish(editor)
    expect(told(editor, "closes_at")).to_contain_text("раньше, чем открывается")
    expect(told(editor, "grant_max")).to_contain_text("больше всего призового фонда")
    editor.fill("[name=closes_at]", "30.11.2030 23:59")
    editor.fill("[name=grant_max]", "500 000")
    publish(editor)
    expect(editor.locator(".messages")).to_contain_text("Гранты НКО")
    page = ContestPage.objects.get(title="Гранты НКО")
    assert page.live
    assert page.closes_at == dt.datetime(2030, 11, 30, 20, 59, tzinfo=dt.UTC)
    assert (page.prize_fund, page.grant_max, page.audiences) == (1_500_000, 500_000, ["ngo"])
    editor.goto(f"{editor.url.split('/admin/')[0]}/admin/pages/{page.pk}/edit/")
    assert editor.input_value("[name=closes_at]") == "30.11.2030 23:59"


def test_editor_fills_a_project_in_one_go(base, editor):
    resolution = resolution_with([section_with(["Создать единую базу социальных проектов"])])
    item = resolution.sections.first().recommendations.first()
    editor.add(base, "social/projectpage")
    editor.fill("[name=title]", "Площадка на Лесной")
    editor.fill("[name=summary]", "Площадка для малышей.")
    editor.fill("[name=group]", "Жители дома 5")
    editor.locator("#id_stages-ADD").click()
    editor.select_option("[name=stages-0-stage]", "seeking")
    editor.locator("#id_needs-ADD").click()
    editor.select_option("[name=needs-0-kind]", "volunteers")
    editor.fill("[name=needs-0-text]", "Десять человек с лопатами")
    editor.locator("#id_fundings-ADD").click()
    editor.fill("[name=fundings-0-year]", "2026")
    editor.select_option("[name=fundings-0-source]", "grant")
    editor.fill("[name=fundings-0-amount]", "300 000")
    editor.fill("[name=cost]", "100 000")
    editor.locator("#id_recommendations-ADD").click()
    editor.get_by_role("button", name="Выбрать рекомендацию").click()
    editor.locator(".modal-body").get_by_role("link", name="Создать единую базу").click()
    expect(editor.locator("#id_recommendations-0-recommendation-title")).to_contain_text("1.1. Создать единую базу")
    publish(editor)
    expect(told(editor, "cost")).to_contain_text("больше полной стоимости")
    editor.fill("[name=cost]", "450 000")
    publish(editor)
    expect(editor.locator(".messages")).to_contain_text("Площадка на Лесной")
    page = ProjectPage.objects.get(title="Площадка на Лесной")
    assert page.live
    assert page.stage == Stage.SEEKING
    assert page.fundings.get().amount == 300_000
    assert page.recommendations.get().recommendation == item.translation_key


def faulty_table() -> bytes:
    """The template's headings and twenty rows, three of them faulty."""
    headings = [cell.value for cell in load_workbook(io.BytesIO(template_workbook())).worksheets[0][1]]
    book = Workbook()
    book.active.append(headings)
    for number in range(20):
        good = [
            "",
            f"Проект {number}",
            "Станет лучше.",
            "инициативная группа",
            f"Группа {number}",
            "идея",
            "18.05.2026",
        ]
        good += [""] * (len(headings) - len(good))
        book.active.append(good)
    book.active["F5"], book.active["G9"], book.active["B12"] = "почти", "31.02.2026", None
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_editor_imports_a_table_after_three_faulty_cells_are_named(live_site, base, editor):
    editor.goto(f"{live_site.url}/admin/pages/{base.pk}/")
    editor.goto(f"{live_site.url}/admin/projects/import/{base.pk}/")
    content = faulty_table()
    file = {"name": "proekty.xlsx", "mimeType": "application/octet-stream", "buffer": content}
    editor.set_input_files("[name=file]", file)
    editor.get_by_role("button", name="Проверить таблицу").click()
    expect(editor.get_by_role("alert")).to_contain_text("Нужно исправить 3 ячейки")
    assert editor.locator("tbody th code").all_inner_texts() == ["Sheet!F5", "Sheet!G9", "Sheet!B12"]
    assert editor.get_by_role("button", name="Загрузить черновиками").count() == 0
    book = load_workbook(io.BytesIO(content))
    book.active["F5"], book.active["G9"], book.active["B12"] = "в работе", "28.02.2026", "Проект"
    out = io.BytesIO()
    book.save(out)
    editor.get_by_role("link", name="Загрузить другой файл").click()
    editor.set_input_files("[name=file]", {**file, "buffer": out.getvalue()})
    editor.get_by_role("button", name="Проверить таблицу").click()
    editor.get_by_role("button", name="Загрузить и опубликовать").click()
    expect(editor.locator(".messages")).to_contain_text("20 проектов опубликованы")
    assert ProjectPage.objects.live().count() == 20


@pytest.mark.parametrize("javascript", [True, False])
def test_resident_finds_contests_for_an_ngo_the_nearest_deadline_first(live_site, contests, open_page, javascript):
    now = timezone.now()
    fund = OrganisationFactory(title="Фонд")
    for title, days, audience in [("Поздний", 20, "ngo"), ("Ближний", 2, "ngo"), ("Чужой", 1, "business")]:
        ContestPageFactory(
            parent=contests, title=title, closes_at=now + dt.timedelta(days=days), audiences=[audience], organiser=fund
        )
    phone = open_page(width=390, javascript=javascript)
    phone.goto(live_site.url + contests.url)
    phone.locator(".narrowing").get_by_role("link", name="НКО").click()
    rows = phone.locator(".contests .item__title")
    assert rows.all_inner_texts() == ["Ближний", "Поздний"]
    expect(rows.first).to_be_in_viewport()
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    rows.first.click()
    expect(phone.get_by_role("link", name="Добавить в календарь")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible(live_site, contests, base, open_page, violations, scheme):
    contest = ContestPageFactory(parent=contests, official_link="https://fond.example/")
    page = open_page(width=390, scheme=scheme)
    for address in (contests.url, contest.url, base.url):
        page.goto(live_site.url + address)
        assert violations(page) == []
