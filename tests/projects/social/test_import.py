"""Projects from a table: every faulty cell named, all rows or none, the same file twice without doubles."""

import io
import zipfile

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse
from openpyxl import Workbook, load_workbook
from wagtail.models import GroupPagePermission

from core.models import Organisation, PendingUpload
from core.tables import UnreadableTable
from projects.social.choices import Stage
from projects.social.importing import FaultyTable, import_projects, make_plan, saving, template_workbook
from projects.social.models import ProjectPage
from tests.factories.core import PersonFactory, TerritoryFactory, TopicFactory
from tests.factories.councils import CouncilIndexFactory
from tests.factories.projects import ProjectIndexPageFactory

pytestmark = pytest.mark.django_db
HEADINGS = [
    "Номер",
    "Название проекта",
    "Коротко",
    "Вид инициатора",
    "Инициатор",
    "Стадия",
    "Стадия с",
    "Темы",
    "Территория",
]
HEADINGS += ["Стоимость, ₽", "Год денег", "Гранты, ₽", "Нужны добровольцы"]


@pytest.fixture
def index(site):
    return ProjectIndexPageFactory(parent=site.home)


def row(number, **changes):
    cells = {
        "Номер": f"СП-{number}",
        "Название проекта": f"Проект {number}",
        "Коротко": "Станет лучше.",
        "Вид инициатора": "организация",
        "Инициатор": f"АНО «Выдумка {number % 7}»",
        "Стадия": "в работе",
        "Стадия с": "18.05.2026",
        "Стоимость, ₽": 500_000,
        "Год денег": 2026,
        "Гранты, ₽": "300 000 ₽",
        "Нужны добровольцы": "Десять человек",
    }
    return [(cells | changes).get(heading) for heading in HEADINGS]


def workbook(rows, headings=HEADINGS):
    book = Workbook()
    book.active.title = "Проекты"
    for line in [headings, *rows]:
        book.active.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def plan_of(index, rows, **options):
    return make_plan(workbook(rows, **options), index)


def test_two_hundred_rows_with_three_faulty_cells_named_and_nothing_imported(admin_user, index):
    rows = [row(number) for number in range(1, 201)]
    rows[13] = row(14, Стадия="почти готово")
    rows[99] = row(100, **{"Стадия с": "31.02.2026"})
    rows[199] = row(200, **{"Гранты, ₽": "много"})
    table = workbook(rows)
    faults = make_plan(table, index).faults
    assert [(fault.sheet, fault.cell) for fault in faults] == [
        ("Проекты", "F15"),
        ("Проекты", "G101"),
        ("Проекты", "L201"),
    ]
    assert "идея, ищет поддержку, в работе" in faults[0].message
    with pytest.raises(FaultyTable):
        import_projects(table, index, admin_user, publish=True)
    assert not ProjectPage.objects.exists()
    assert not Organisation.objects.exists()


def test_a_failure_half_way_takes_back_what_was_made(admin_user, index, monkeypatch):
    save, count = saving._save, iter(range(1000))

    def failing(*args):
        if next(count) == 2 * saving.AT_ONCE + 3:
            raise OSError("no space left on device")
        return save(*args)

    monkeypatch.setattr(saving, "_save", failing)
    table = workbook([row(number, Инициатор=f"АНО «Выдумка {number}»") for number in range(1, 41)])
    with pytest.raises(OSError, match="no space"):
        import_projects(table, index, admin_user, publish=True)
    assert not ProjectPage.objects.exists()
    assert not Organisation.objects.exists()
    monkeypatch.setattr(saving, "_save", save)
    assert len(import_projects(table, index, admin_user, publish=True)) == 40


def test_others_may_write_between_a_few_projects(admin_user, index, monkeypatch):
    carry_out, sizes = saving._carry_out, []

    def counted(drafts, *args):
        sizes.append(len(drafts))
        assert len(connection.savepoint_ids) == inside
        carry_out(drafts, *args)

    inside = len(connection.savepoint_ids)  # no transaction around all of them, but for the test's own
    monkeypatch.setattr(saving, "_carry_out", counted)
    import_projects(workbook([row(number) for number in range(1, 26)]), index, admin_user, publish=False)
    assert sizes == [10, 10, 5]


def test_good_rows_become_pages_with_everything(admin_user, index):
    topic, place = TopicFactory(title="Спорт"), TerritoryFactory(title="Заречный")
    table = workbook([row(1, Темы="спорт", Территория="Заречный"), row(2, Инициатор="АНО «Выдумка 1»")])
    first, second = import_projects(table, index, admin_user, publish=True)
    page = ProjectPage.objects.get(pk=first.pk)
    assert page.live
    assert page.owner == admin_user
    assert page.stage == Stage.UNDER_WAY
    assert page.stage_since.isoformat() == "2026-05-18"
    assert (list(page.topics.all()), page.territory) == ([topic], place)
    assert [(money.year, money.source, money.amount) for money in page.fundings.all()] == [(2026, "grant", 300_000)]
    assert page.organisation == second.organisation
    assert [need.text for need in page.needs.all()] == ["Десять человек"]


def test_a_place_outside_the_municipality_is_named(index, site):
    CouncilIndexFactory(parent=site.home)
    headings = [*HEADINGS, "Координаты"]
    rows = [[*row(1), "57.75, 57.45"], [*row(2), "55.75, 37.61"]]
    plan = plan_of(index, rows, headings=headings)
    assert [draft.row for draft in plan.drafts] == [2]
    assert [fault.cell for fault in plan.faults] == ["N3"]
    assert "за границей муниципалитета" in plan.faults[0].message.replace("\xa0", " ")


def test_drafts_stay_unpublished(admin_user, index, client):
    (page,) = import_projects(workbook([row(1)]), index, admin_user, publish=False)
    assert not ProjectPage.objects.get(pk=page.pk).live
    assert client.get(f"{index.url}{page.slug}/").status_code == 404


def test_the_same_file_twice_makes_no_doubles(admin_user, index):
    table = workbook([row(1), row(2, Номер=None)])
    assert len(import_projects(table, index, admin_user, publish=False)) == 2
    assert import_projects(table, index, admin_user, publish=False) == []
    assert [number for number, _title in make_plan(table, index).repeated] == [2, 3]
    renamed = workbook([row(1, **{"Название проекта": "Другое имя"})])
    assert import_projects(renamed, index, admin_user, publish=False) == []


@pytest.mark.parametrize(
    ("changes", "cell", "words"),
    [
        ({"Название проекта": None}, "B2", "нужно заполнить"),
        ({"Коротко": "я" * 501}, "C2", "501"),
        ({"Вид инициатора": "совет", "Инициатор": "ТОС «Нет такого»"}, "E2", "Нет такого"),
        ({"Вид инициатора": "житель", "Инициатор": "Безмолвный Пётр"}, "E2", "Согласие"),
        ({"Темы": "Спорт; Балет"}, "H2", "Балет"),
        ({"Территория": "Луна"}, "I2", "Луна"),
        ({"Стоимость, ₽": "-5"}, "J2", "меньше нуля"),
        ({"Стоимость, ₽": 99_999_999_999}, "J2", "нулей"),
        ({"Стоимость, ₽": 100}, "J2", "больше полной стоимости"),
        ({"Год денег": "позапрошлый"}, "K2", "четырьмя цифрами"),
        ({"Стадия с": "завтра"}, "G2", "18.05.2026"),
    ],
)
def test_each_kind_of_fault_is_told_in_words(index, changes, cell, words):
    TopicFactory(title="Спорт")
    PersonFactory(title="Безмолвный Пётр")
    (fault,) = plan_of(index, [row(1, **changes)]).faults
    assert fault.cell == cell
    assert words in fault.message


def test_a_project_twice_in_one_table_is_a_fault(index):
    (fault,) = plan_of(index, [row(1), row(2), row(1, **{"Название проекта": "Другой"})]).faults
    assert (fault.row, "2" in fault.message) == (4, True)


def test_columns_may_be_missing_only_when_optional(index):
    with pytest.raises(UnreadableTable, match="Стадия"):
        plan_of(index, [["Имя"]], headings=["Название проекта"])
    plan = plan_of(index, [[*row(1), "лишнее"]], headings=[*HEADINGS, "Примета"])
    assert plan.is_ready
    assert plan.read.ignored == ["Примета"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1251"])
def test_csv_of_russian_spreadsheets(index, encoding):
    lines = [HEADINGS, [str(cell or "") for cell in row(1)]]
    content = "\r\n".join(";".join(line) for line in lines).replace("₽", "руб." if encoding == "cp1251" else "₽")
    content = content.replace("Стоимость, руб.", "Цена").replace("Гранты, руб.", "Деньги")
    assert make_plan(content.encode(encoding), index).is_ready


def test_formulas_are_not_computed(index):
    plan = plan_of(index, [row(1, **{"Стоимость, ₽": "=2+2", "Гранты, ₽": None})])
    assert plan.drafts[0].fields["cost"] is None
    text = plan_of(index, [row(1, **{"Название проекта": "'=HYPERLINK()"})])
    assert text.drafts[0].fields["title"] == "=HYPERLINK()"


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (31 * 1024 * 1024))
    return out.getvalue()


def entities():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 not a workbook",
        b"\xd0\xcf\x11\xe0 an old one",
        bomb(),
        entities(),
        workbook([]),
        b"\x00\x01\x02\x03",
        b"x" * (1024 * 1024 + 1),
        ("Название\r\n" + "а\r\n" * 501).encode(),
    ],
)
def test_unreadable_files_are_refused_with_advice(index, content):
    with pytest.raises(UnreadableTable) as caught:
        make_plan(content, index)
    assert str(caught.value)


def test_the_template_can_be_imported_as_it_is(index):
    plan = make_plan(template_workbook(), index)
    assert plan.is_ready, plan.faults
    sheets = load_workbook(io.BytesIO(template_workbook())).worksheets
    assert [sheet.sheet_state for sheet in sheets] == ["visible", "visible", "hidden"]


def member(django_user_model, index, *codenames):
    user = django_user_model.objects.create_user("editor", password="x", is_staff=True)
    group = Group.objects.create(name="Редакция")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in codenames:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.create(group=group, page=index.page_ptr, permission=permission)
    user.groups.add(group)
    return user


def upload(client, index, content):
    """Upload a table; gives the address of its review and what it shows."""
    file = io.BytesIO(content)
    file.name = "a.xlsx"
    response = client.post(reverse("projects_import", args=[index.pk]), {"file": file})
    assert response.status_code == 302, response.content.decode()
    return response["Location"], client.get(response["Location"])


def test_who_may_not_publish_may_only_make_drafts(client, django_user_model, index):
    user = member(django_user_model, index, "add_page", "change_page")
    with pytest.raises(PermissionDenied):
        import_projects(workbook([row(1)]), index, user, publish=True)
    client.force_login(user)
    address, review = upload(client, index, workbook([row(1)]))
    assert 'name="publish"' not in review.content.decode()
    form = {"confirm": "1", "fingerprint": review.context["plan"].fingerprint}
    assert client.post(address, {**form, "publish": "1"}).status_code == 302
    assert not ProjectPage.objects.exists()
    client.post(address, form)
    assert not ProjectPage.objects.get().live


def test_a_review_is_applied_once_and_publishes(admin_client, index):
    address, review = upload(admin_client, index, workbook([row(1), row(2)]))
    assert "АНО «Выдумка 2»" in review.content.decode()
    form = {"confirm": "1", "publish": "1", "fingerprint": review.context["plan"].fingerprint}
    response = admin_client.post(address, form)
    assert response["Location"] == reverse("wagtailadmin_explore", args=[index.pk])
    assert ProjectPage.objects.live().count() == 2
    admin_client.post(address, form)
    assert ProjectPage.objects.count() == 2


def test_a_plan_that_has_changed_since_its_preview_is_shown_again(admin_client, admin_user, index):
    address, review = upload(admin_client, index, workbook([row(1), row(2)]))
    import_projects(workbook([row(1)]), index, admin_user, publish=True)
    response = admin_client.post(address, {"confirm": "1", "fingerprint": review.context["plan"].fingerprint})
    assert response.status_code == 422
    assert "help-critical" in response.content.decode()
    assert ProjectPage.objects.count() == 1


def test_faulty_cells_are_shown_and_nothing_can_be_confirmed(admin_client, index):
    _address, review = upload(admin_client, index, workbook([row(1, Стадия="почти готово")]))
    text = review.content.decode()
    assert "Проекты!F2" in text
    assert 'name="confirm"' not in text


def test_strangers_see_nothing_of_the_import(client, django_user_model, index):
    client.force_login(member(django_user_model, index))
    response = client.get(reverse("projects_import", args=[index.pk]))
    assert (response.status_code, response["Location"]) == (302, reverse("wagtailadmin_home"))


def test_a_file_that_is_no_table_is_told_at_once_and_not_kept(admin_client, index):
    file = io.BytesIO(b"PK junk")
    file.name = "a.xlsx"
    response = admin_client.post(reverse("projects_import", args=[index.pk]), {"file": file})
    assert response.status_code == 422
    assert not PendingUpload.objects.exists()
