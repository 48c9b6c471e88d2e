"""The table that goes round: written, filled in, read back, with faults, on 200 recommendations."""

import datetime as dt
import io
import zipfile

import pytest
import time_machine
from django.urls import reverse
from openpyxl import load_workbook

from forums.followup.dossiers import load_dossiers
from forums.followup.models import Assignment, Evidence, ProgressReport, Response
from forums.followup.sheets.applying import apply_plan, plan_upload
from forums.followup.sheets.columns import COLUMNS, INDEX, Name
from forums.followup.sheets.reading import UnreadableTable, read_table
from forums.followup.sheets.writing import sheet_name, write_table
from forums.followup.subjects import load_subjects
from forums.resolutions.models import Recommendation
from tests.factories.followup import OrganisationFactory, UserFactory, forum_on
from tests.factories.forums import AddresseeFactory, resolution_with, section_with

pytestmark = pytest.mark.django_db
TODAY = dt.date(2018, 1, 15)


@pytest.fixture
def two_hundred():
    """Four addressees with fifty items each; one text looks like a formula."""
    sections = []
    for number in range(4):
        addressee = AddresseeFactory(title=f"Адресат: [{number}] с именем длиннее тридцати одного знака")
        texts = [Recommendation(text=f"={number}+{place}: провести встречу", sort_order=place) for place in range(50)]
        sections.append(section_with(texts, addressee=addressee, addressee_text=addressee.title))
    return resolution_with(sections, parent=forum_on("2017-04-26", 1), adopted_on=dt.date(2017, 4, 26))


@pytest.fixture
def body():
    return OrganisationFactory(title="Управление культуры")


def table() -> bytes:
    return write_table(load_dossiers(load_subjects(), TODAY))


def filled(data: bytes, cells: dict[tuple[int, int, Name], object]) -> bytes:
    """The workbook with cells changed: (sheet, line, column) → value."""
    book = load_workbook(io.BytesIO(data))
    for (sheet, line, name), value in cells.items():
        book.worksheets[sheet].cell(line, INDEX[name] + 1).value = value
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


GOOD = {
    (0, 2, Name.BODY): "управление культуры ",
    (0, 2, Name.EMAIL): "petrova@example.org",
    (0, 2, Name.DUE): "01.03.2018",
    (0, 2, Name.FREQUENCY): "раз в квартал",
    (0, 3, Name.ANSWER_DATE): dt.date(2017, 6, 1),
    (0, 3, Name.POSITION): "Принято частично",
    (0, 3, Name.ANSWER): "Сделаем\r\nв два срока",
    (3, 51, Name.REPORT_DATE): "2017-12-01",
    (3, 51, Name.OUTCOME): "исполнено",
    (3, 51, Name.REPORT): "Встреча прошла, 40 человек",
    (3, 51, Name.LINK): "example.org/news/40",
}


def test_a_sheet_an_addressee_a_row_a_recommendation(two_hundred):
    book = load_workbook(io.BytesIO(table()))

    assert [sheet.max_row for sheet in book.worksheets] == [51] * 4
    assert len({sheet.title for sheet in book.worksheets}) == 4
    assert book.worksheets[0].cell(2, INDEX[Name.TEXT] + 1).data_type == "s", "no text becomes a formula"


def test_untouched_it_changes_nothing(two_hundred):
    plan = plan_upload(table(), TODAY)

    assert (plan.rows, plan.changes, plan.faults) == (200, [], [])


def test_filled_in_it_adds_what_is_new_and_twice_nothing_more(two_hundred, body):
    data = filled(table(), GOOD)
    user = UserFactory()

    plan = plan_upload(data, TODAY)
    assert [change.label for change in plan.changes] == ["Поручение", "Ответ", "Отчёт"]
    assert plan.faults == []
    assert apply_plan(plan, user) == 3

    assignment, answer, report = Assignment.objects.get(), Response.objects.get(), ProgressReport.objects.get()
    assert (assignment.body, assignment.due_on, assignment.frequency) == (body, dt.date(2018, 3, 1), "quarterly")
    assert (answer.position, answer.text) == ("accepted_in_part", "Сделаем\nв два срока")
    assert (report.outcome, report.live, report.created_by) == ("done", True, user)
    assert Evidence.objects.get().url == "https://example.org/news/40"
    again = plan_upload(data, TODAY)
    assert (again.changes, again.faults) == ([], [])
    fresh = plan_upload(table(), TODAY)
    assert (fresh.changes, fresh.faults) == ([], []), "downloaded anew, it says the same"


def test_a_changed_answer_of_the_same_day_is_a_correction(two_hundred, body):
    apply_plan(plan_upload(filled(table(), GOOD), TODAY), UserFactory())

    plan = plan_upload(filled(table(), {(0, 3, Name.ANSWER): "Сделаем в три срока"}), TODAY)
    apply_plan(plan, UserFactory())

    assert Response.objects.count() == 2
    assert Response.objects.get(text="Сделаем в три срока").corrects.text.startswith("Сделаем\nв два")


FAULTS = [
    ({(1, 7, Name.DUE): "32.13.2018", (1, 7, Name.BODY): "Управление культуры"}, Name.DUE, "не дата"),
    ({(1, 7, Name.BODY): "Управление погоды"}, Name.BODY, "нет организации"),
    ({(1, 7, Name.EMAIL): "petrova@", (1, 7, Name.BODY): "Управление культуры"}, Name.EMAIL, "не адрес"),
    ({(1, 7, Name.EMAIL): "petrova@example.org"}, Name.BODY, "исполнителя"),
    ({(1, 7, Name.FREQUENCY): "иногда", (1, 7, Name.BODY): "Управление культуры"}, Name.FREQUENCY, "раз в квартал"),
    ({(1, 7, Name.POSITION): "Принято"}, Name.ANSWER_DATE, "дату"),
    ({(1, 7, Name.ANSWER_DATE): "01.06.2017"}, Name.POSITION, "позицию"),
    ({(1, 7, Name.ANSWER_DATE): "01.06.2017", (1, 7, Name.POSITION): "Отклонено"}, Name.ANSWER, "почему"),
    ({(1, 7, Name.ANSWER_DATE): "01.06.2016", (1, 7, Name.POSITION): "Принято"}, Name.ANSWER_DATE, "позже"),
    ({(1, 7, Name.REPORT_DATE): "01.06.2017", (1, 7, Name.OUTCOME): "Исполнено"}, Name.REPORT, "сделано"),
    (
        {
            (1, 7, Name.REPORT_DATE): "01.06.2017",
            (1, 7, Name.OUTCOME): "Работа ведётся",
            (1, 7, Name.REPORT): "Идёт",
        },
        Name.OUTCOME,
        "такого вида",
    ),
    ({(1, 7, Name.ID): "no such thing"}, Name.ID, "Такой рекомендации нет"),
]


@pytest.mark.parametrize(("cells", "column", "words"), FAULTS)
def test_a_faulty_cell_is_named_and_nothing_is_done_by_halves(two_hundred, body, cells, column, words):
    plan = plan_upload(filled(table(), GOOD | cells), TODAY)

    (fault,) = plan.faults
    sheet = load_workbook(io.BytesIO(table())).worksheets[1]
    assert fault.place == f"{sheet.title}!{sheet.cell(7, INDEX[column] + 1).coordinate}"
    assert words in fault.message
    with pytest.raises(ValueError, match="faults"):
        apply_plan(plan, UserFactory())
    assert not Assignment.objects.exists()


def test_the_same_recommendation_twice_is_a_fault(two_hundred):
    book = load_workbook(io.BytesIO(table()))
    book.worksheets[0].cell(3, 1).value = book.worksheets[0].cell(2, 1).value
    target = io.BytesIO()
    book.save(target)

    assert ["двух строках" in fault.message for fault in plan_upload(target.getvalue(), TODAY).faults] == [True]


def bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 60_000_000)
    return target.getvalue()


def strange_zip() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("letter.txt", "Здравствуйте")
    return target.getvalue()


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"<html>", b"\x00" * 5000, b"0" * 3_000_000, bomb(), strange_zip()]
)
def test_what_is_no_table_is_refused_with_a_sentence(data):
    with pytest.raises(UnreadableTable, match=r"\.$"):
        read_table(data)


def test_a_table_cut_in_half_is_refused(two_hundred):
    with pytest.raises(UnreadableTable):
        read_table(table()[:4000])


def test_moved_columns_are_refused(two_hundred):
    with pytest.raises(UnreadableTable, match="столбцы"):
        read_table(filled(table(), {(0, 1, Name.NUMBER): "№"}))


def test_sheet_names_are_such_as_excel_takes():
    taken: set[str] = set()
    names = [sheet_name(title, taken) for title in ("Власть: [все]/?*", "Власть: [все]/?*", "", "д" * 40, "Д" * 40)]

    assert len({name.casefold() for name in names}) == 5
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


class TestScreen:
    def upload(self, client, data: bytes):
        file = io.BytesIO(data)
        file.name = "table.xlsx"
        return client.post(reverse("followup_admin:upload"), {"file": file})

    @time_machine.travel("2018-01-15T12:00:00+05:00")
    def test_download_preview_confirm(self, admin_client, two_hundred, body):
        download = admin_client.get(reverse("followup_admin:sheet"))
        preview = self.upload(admin_client, filled(download.content, GOOD))
        assert "3 изменения" in preview.content.decode()
        assert not Assignment.objects.exists(), "a preview changes nothing"

        digest = preview.context["plan"].digest
        done = admin_client.post(reverse("followup_admin:upload"), {"confirm": "1", "digest": digest}, follow=True)

        assert "Добавлено 3 записи" in done.content.decode() or "Добавлены 3 записи" in done.content.decode()
        assert Assignment.objects.count() == 1

    def test_what_changed_meanwhile_is_shown_again(self, admin_client, two_hundred, body):
        self.upload(admin_client, filled(table(), GOOD))

        answer = admin_client.post(reverse("followup_admin:upload"), {"confirm": "1", "digest": "another"})

        assert "Тем временем" in answer.content.decode()
        assert not Assignment.objects.exists()

    def test_confirming_nothing_asks_for_the_file(self, admin_client):
        answer = admin_client.post(reverse("followup_admin:upload"), {"confirm": "1"}, follow=True)

        assert "Загрузите её снова" in answer.content.decode()

    def test_faults_and_unreadable_files_are_told_in_place(self, admin_client, two_hundred):
        faulty = self.upload(admin_client, filled(table(), {(0, 2, Name.BODY): "Никто"}))
        broken = self.upload(admin_client, b"not a workbook")

        assert "!F2" in faulty.content.decode()
        assert 'name="confirm"' not in faulty.content.decode()
        assert "Сохраните его как книгу Excel" in broken.content.decode()

    def test_only_editors_come_here(self, client, two_hundred):
        client.force_login(UserFactory())

        for name in ("sheet", "upload"):
            assert client.get(reverse(f"followup_admin:{name}")).status_code in (302, 403)


def test_every_column_stands_once():
    assert len({column.name for column in COLUMNS}) == len(COLUMNS) == len(Name)
