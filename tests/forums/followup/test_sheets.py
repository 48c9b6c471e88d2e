"""The table that goes round: written, filled in, read back, with faults, on 200 recommendations."""

import datetime as dt
import io

import pytest
import time_machine
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import Locale

from core.models import PendingUpload
from core.tables import UnreadableTable
from forums.followup.dossiers import load_dossiers
from forums.followup.models import Assignment, Evidence, ProgressReport, Response
from forums.followup.sheets import SHEET, apply_plan, plan_upload, write_sheets
from forums.followup.subjects import load_subjects
from forums.resolutions.models import Recommendation
from tests.factories.followup import OrganisationFactory, UserFactory, forum_on
from tests.factories.forums import AddresseeFactory, resolution_with, section_with

pytestmark = pytest.mark.django_db
TODAY = dt.date(2018, 1, 15)
#: Columns of the sheet by name, counted from 1.
PLACE = {column.name: place for place, column in enumerate(SHEET.columns, start=1)}


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
    return write_sheets(load_dossiers(load_subjects(), TODAY))


def filled(data: bytes, cells: dict[tuple[int, int, str], object]) -> bytes:
    """The workbook with cells changed: (sheet, line, column) → value."""
    book = load_workbook(io.BytesIO(data))
    for (sheet, line, name), value in cells.items():
        book.worksheets[sheet].cell(line, PLACE[name]).value = value
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


GOOD = {
    (0, 2, "body"): "управление культуры ",
    (0, 2, "contact_email"): "petrova@example.org",
    (0, 2, "due_on"): "01.03.2018",
    (0, 2, "frequency"): "раз в квартал",
    (0, 3, "answer_date"): dt.date(2017, 6, 1),
    (0, 3, "position"): "Принято частично",
    (0, 3, "answer"): "Сделаем\r\nв два срока",
    (3, 51, "report_date"): "2017-12-01",
    (3, 51, "outcome"): "исполнено",
    (3, 51, "report"): "Встреча прошла, 40 человек",
    (3, 51, "link"): "example.org/news/40",
}


def test_a_sheet_an_addressee_a_row_a_recommendation(two_hundred):
    book = load_workbook(io.BytesIO(table()))

    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert [sheet.max_row for sheet in shown] == [51] * 4
    assert len({sheet.title for sheet in shown}) == 4
    assert shown[0].protection.sheet
    assert [shown[0].cell(2, PLACE[name]).protection.locked for name in ("id", "text", "body", "report")] == [
        True,
        True,
        False,
        False,
    ]
    assert book.worksheets[0].cell(2, PLACE["text"]).data_type == "s", "no text becomes a formula"


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

    plan = plan_upload(filled(table(), {(0, 3, "answer"): "Сделаем в три срока"}), TODAY)
    apply_plan(plan, UserFactory())

    assert Response.objects.count() == 2
    assert Response.objects.get(text="Сделаем в три срока").corrects.text.startswith("Сделаем\nв два")


def test_a_body_may_be_named_in_another_language(two_hundred, body):
    english, _created = Locale.objects.get_or_create(language_code="en")
    translated = body.copy_for_translation(english)
    translated.title = "Department of Culture"
    translated.save()

    plan = plan_upload(filled(table(), {(0, 2, "body"): "department of  culture"}), TODAY)

    assert plan.faults == []
    assert plan.changes[0].record.body == body, "records name bodies in Russian"


FAULTS = [
    ({(1, 7, "due_on"): "32.13.2018", (1, 7, "body"): "Управление культуры"}, "due_on", "Такой даты нет"),
    ({(1, 7, "body"): "Управление погоды"}, "body", "нет организации"),
    (
        {(1, 7, "contact_email"): "petrova@", (1, 7, "body"): "Управление культуры"},
        "contact_email",
        "электронной почты",
    ),
    ({(1, 7, "contact_email"): "petrova@example.org"}, "body", "исполнителя"),
    ({(1, 7, "frequency"): "иногда", (1, 7, "body"): "Управление культуры"}, "frequency", "раз в квартал"),
    ({(1, 7, "position"): "Принято"}, "answer_date", "дату"),
    ({(1, 7, "answer_date"): "01.06.2017"}, "position", "позицию"),
    ({(1, 7, "answer_date"): "01.06.2017", (1, 7, "position"): "Отклонено"}, "answer", "почему"),
    ({(1, 7, "answer_date"): "01.06.2016", (1, 7, "position"): "Принято"}, "answer_date", "позже"),
    ({(1, 7, "report_date"): "01.06.2017", (1, 7, "outcome"): "Исполнено"}, "report", "сделано"),
    (
        {
            (1, 7, "report_date"): "01.06.2017",
            (1, 7, "outcome"): "Работа ведётся",
            (1, 7, "report"): "Идёт",
        },
        "outcome",
        "такого вида",
    ),
    ({(1, 7, "id"): "00000000-0000-4000-8000-000000000000"}, "id", "Такой рекомендации нет"),
    ({(1, 7, "id"): "no such thing"}, "id", "Такого кода нет"),
]


@pytest.mark.parametrize(("cells", "column", "words"), FAULTS)
def test_a_faulty_cell_is_named_and_nothing_is_done_by_halves(two_hundred, body, cells, column, words):
    plan = plan_upload(filled(table(), GOOD | cells), TODAY)

    (fault,) = plan.faults
    sheet = load_workbook(io.BytesIO(table())).worksheets[1]
    assert fault.place == f"{sheet.title}!{sheet.cell(7, PLACE[column]).coordinate}"
    assert words in fault.message
    with pytest.raises(ValueError, match="faults"):
        apply_plan(plan, UserFactory())
    assert not Assignment.objects.exists()


def test_the_same_recommendation_twice_is_a_fault(two_hundred):
    book = load_workbook(io.BytesIO(table()))
    book.worksheets[0].cell(3, 1).value = book.worksheets[0].cell(2, 1).value
    target = io.BytesIO()
    book.save(target)

    (fault,) = plan_upload(target.getvalue(), TODAY).faults
    assert fault.cell == "A3"


def test_a_table_cut_in_half_is_refused(two_hundred):
    with pytest.raises(UnreadableTable):
        plan_upload(table()[:4000])


def test_renamed_columns_are_refused(two_hundred):
    with pytest.raises(UnreadableTable, match="Номер"):
        plan_upload(filled(table(), {(0, 1, "number"): "№"}))


class TestScreen:
    def upload(self, client, data: bytes):
        file = io.BytesIO(data)
        file.name = "table.xlsx"
        return client.post(reverse("followup_admin:upload"), {"file": file})

    @time_machine.travel("2018-01-15T12:00:00+05:00")
    def test_download_preview_confirm(self, admin_client, two_hundred, body):
        download = admin_client.get(reverse("followup_admin:sheet"))
        review = self.upload(admin_client, filled(download.content, GOOD)).url
        preview = admin_client.get(review)
        assert "3 изменения" in preview.content.decode()
        assert not Assignment.objects.exists(), "a preview changes nothing"

        confirmed = {"confirm": "1", "fingerprint": preview.context["plan"].fingerprint}
        done = admin_client.post(review, confirmed, follow=True)

        assert "Добавлено 3 записи" in done.content.decode() or "Добавлены 3 записи" in done.content.decode()
        assert done.redirect_chain[-1][0] == reverse("followup_admin:board")
        assert Assignment.objects.count() == 1
        admin_client.post(review, confirmed)
        assert Assignment.objects.count() == 1, "confirmed twice, it is done once"

    def test_what_changed_meanwhile_is_shown_again(self, admin_client, two_hundred, body):
        review = self.upload(admin_client, filled(table(), GOOD)).url

        answer = admin_client.post(review, {"confirm": "1", "fingerprint": "another"})

        assert "Тем временем" in answer.content.decode()
        assert not Assignment.objects.exists()

    def test_the_file_waits_for_its_uploader_alone(self, client, admin_client, two_hundred):
        review = self.upload(admin_client, table()).url
        other = UserFactory(is_superuser=True)
        client.force_login(other)

        assert admin_client.get(review).status_code == 200
        assert client.get(review).status_code == 404

    def test_faults_and_unreadable_files_are_told_in_place(self, admin_client, two_hundred):
        faulty = admin_client.get(self.upload(admin_client, filled(table(), {(0, 2, "body"): "Никто"})).url)
        broken = self.upload(admin_client, b"PK\x03\x04 not a workbook")

        assert "!G2" in faulty.content.decode()
        assert 'name="confirm"' not in faulty.content.decode()
        assert broken.status_code == 422
        assert broken.context["form"].errors["file"]
        assert PendingUpload.objects.count() == 1, "what cannot be read is not kept"

    def test_only_editors_come_here(self, client, two_hundred):
        client.force_login(UserFactory())

        for name in ("sheet", "upload"):
            assert client.get(reverse(f"followup_admin:{name}")).status_code in (302, 403)
