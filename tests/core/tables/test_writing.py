"""Tables written: one dialect of CSV, typed XLSX, JSON, and a schema that tells the truth about them."""

import csv
import io
import json
import zipfile

import pytest
from django.db.models import TextChoices
from django.utils import translation
from django.utils.translation import gettext_lazy
from openpyxl import load_workbook

from core.tables import (
    Column,
    Header,
    Sheet,
    Table,
    Type,
    csv_chunks,
    csv_response,
    data_workbook,
    json_chunks,
    json_records,
    stacked_csv_chunks,
    table_schema,
    write_form,
    write_template,
    xlsx_response,
)
from core.tables.xlsx_files import sheet_name

PLAIN = Table((Column("text", "Текст"), Column("count", "Сколько", Type.INTEGER)))
HOSTILE = "-2+3+cmd|' /C calc'!A0"


def read_csv(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def open_book(write, *arguments, **options):
    out = io.BytesIO()
    write(out, *arguments, **options)
    return load_workbook(io.BytesIO(out.getvalue()))


def test_csv_has_one_dialect(table, item):
    content = b"".join(csv_chunks(table, [item]))
    head, row = read_csv(content)
    assert head[:3] == ["Код (не менять)", "Название", "Описание"]
    assert (head[3][:8], head[4]) == ("Стадия, ", "Стадия")
    cells = dict(zip(head, row, strict=True))
    assert row[3] == "one_off"
    assert cells["Стадия"] == "Разовая"
    assert cells["Доля"] == "-0,25"
    assert cells["Стоимость, ₽"] == "450000,50"
    assert cells["С какого дня"] == "2026-05-18"
    assert cells["Открыто"] == "true"
    assert cells["Темы"] == "благоустройство; дети"
    assert content.endswith(b"\r\n")


def test_names_stand_in_the_head_of_open_data(named_table, item):
    head = read_csv(b"".join(csv_chunks(named_table, [item])))[0]
    assert head[:5] == ["id", "title", "text", "stage", "stage_label"]


def test_csv_guards_text_and_leaves_phones():
    items = [{"text": HOSTILE, "count": -5}, {"text": "+7 (34241) 2-22-22", "count": 1}, {"text": None, "count": None}]
    rows = read_csv(b"".join(csv_chunks(PLAIN, items)))[1:]
    assert rows == [[f"'{HOSTILE}", "-5"], ["+7 (34241) 2-22-22", "1"], ["", ""]]


def test_a_streamed_csv_keeps_the_language_of_its_request():
    table = Table((Column("day", gettext_lazy("yes"), value=lambda item: gettext_lazy("yes")),))
    with translation.override("en"):
        chunks = csv_chunks(table, range(1000))
    with translation.override("ru"):
        found = []
        for chunk in chunks:
            assert translation.get_language() == "ru"
            found.append(chunk)
    assert {cell for row in read_csv(b"".join(found)) for cell in row} == {"yes"}
    assert len(found) > 2


def test_several_tables_stand_under_one_another():
    content = b"".join(stacked_csv_chunks([("Раз", PLAIN, [{"text": "а", "count": 1}]), ("Два", PLAIN, [])]))
    assert read_csv(content) == [["Раз"], ["Текст", "Сколько"], ["а", "1"], [], ["Два"], ["Текст", "Сколько"]]


def test_a_workbook_holds_types_links_and_a_frozen_head(table, item):
    sheet = load_workbook(io.BytesIO(data_workbook(Sheet("Проекты", table, [item, item], frozen=2)))).active
    cells = {cell.value: sheet.cell(3, cell.column) for cell in sheet[1]}
    assert sheet.freeze_panes == "C2"
    assert cells["Домов"].value == 12
    assert cells["Стоимость, ₽"].value == 450000.5
    assert cells["С какого дня"].is_date
    assert cells["С какого дня"].number_format == "DD.MM.YYYY"
    assert cells["Открыто"].value is True
    assert cells["Страница"].hyperlink.target == item["url"]
    assert cells["Страница"].hyperlink.ref == cells["Страница"].coordinate
    assert cells["Стадия"].value == "Разовая"
    assert sheet.column_dimensions["C"].width == 50


@pytest.mark.parametrize("text", [HOSTILE, "=1+1", "#N/A", "@SUM(A1)", "+7 (34241) 2-22-22", "_x0041_", "\x07звонок"])
def test_no_text_of_a_workbook_is_a_formula(text):
    content = data_workbook(Sheet(text, PLAIN, [{"text": text, "count": 1}]))
    cell = load_workbook(io.BytesIO(content)).active["A2"]
    assert cell.data_type == "s"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_only_addresses_of_the_web_become_links():
    table = Table((Column("url", "Адрес", Type.URL),))
    sheet = load_workbook(io.BytesIO(data_workbook(Sheet("А", table, [{"url": "javascript:alert(1)"}])))).active
    assert sheet["A2"].hyperlink is None


def test_json_has_lists_numbers_and_words(table, item):
    record = json.loads(b"".join(json_chunks(table, [item, item])))[1]
    assert record["topics"] == ["благоустройство", "дети"]
    assert (record["stage"], record["stage_label"]) == ("one_off", "Разовая")
    assert record["cost"] == 450000.5
    assert record["since"] == "2026-05-18"
    assert record["id"] == str(item["id"])
    assert [record] == list(json_records(table, [item]))


def test_json_of_nothing_is_an_empty_list(table):
    assert json.loads(b"".join(json_chunks(table, []))) == []


def test_the_schema_describes_the_file(named_table, item):
    schema = table_schema(named_table)
    head = read_csv(b"".join(csv_chunks(named_table, [item])))[0]
    fields = {field["name"]: field for field in schema["fields"]}
    assert [field["name"] for field in schema["fields"]] == head
    assert schema["primaryKey"] == "id"
    assert fields["id"]["constraints"] == {"required": True, "unique": True}
    assert fields["id"]["format"] == "uuid"
    assert fields["stage"]["constraints"]["enum"] == ["idea", "one_off"]
    assert "enum" not in fields["stage_label"]["constraints"]
    assert fields["cost"] == {"name": "cost", "title": "Стоимость, ₽", "type": "number", "decimalChar": ","}
    assert schema["dialect"]["delimiter"] == ";"
    json.dumps(schema)


def test_rows_for_a_page_say_what_a_column_is(named_table):
    rows = {written.name: written for written in named_table.data_columns}
    assert (rows["cost"].schema_type, rows["stage"].description) == ("number", "Что с ним сейчас.")
    assert rows["stage"].required
    assert not rows["text"].required


def test_a_form_locks_and_hides_its_key_and_offers_words(table, item):
    book = open_book(write_form, [Sheet("Органы: власти", table, [item]), Sheet("Органы  власти", table, [])])
    sheet = book.worksheets[0]
    heads = {cell.value: cell for cell in sheet[1]}
    assert len(heads) == len(table.columns)
    assert sheet.protection.sheet
    assert sheet["A2"].protection.locked
    assert not sheet["B2"].protection.locked
    assert sheet.column_dimensions["A"].hidden
    assert sheet["D2"].value == "Разовая"
    (rule,) = sheet.data_validations.dataValidation
    assert str(rule.sqref) == "D2"
    name, cells = rule.formula1.replace("$", "").split("!")
    lists = book[name.strip("'")]
    assert lists.sheet_state == "hidden"
    assert [cell.value for (cell,) in lists[cells]] == ["Идея, ещё не начатая", "Разовая"]


def test_a_template_shows_an_example_and_says_what_to_write(table):
    book = open_book(write_template, "Проекты", table, rows=500, frozen=2)
    sheet, help_sheet = book.worksheets[:2]
    assert sheet["B1"].value == "Название *"
    assert sheet["B2"].value == "Детская площадка"
    assert sheet["G2"].value == 450000
    assert str(sheet.data_validations.dataValidation[0].sqref) == "D2:D501"
    assert [cell.value for cell in help_sheet[5]] == ["Стадия", "да", "Что с ним сейчас."]


def test_sheet_names_are_such_as_excel_allows():
    taken: set[str] = set()
    names = [sheet_name(title, taken) for title in ("А" * 40, "а" * 40, "[x]/y", "", "'")]
    assert [len(name) for name in names[:2]] == [31, 31]
    assert len({name.casefold() for name in names}) == 5
    assert not any(mark in name for name in names for mark in "[]:*?/\\")


def test_a_response_carries_a_cyrillic_file_name(table, item):
    response = csv_response(table, [item], "Проекты 2026/май.csv", stream=True)
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''%D0%9F")
    assert "/" not in response["Content-Disposition"]
    assert response["X-Robots-Tag"] == "noindex"
    assert read_csv(response.getvalue())[1][1] == "Площадка на Лесной"


def test_a_workbook_response_has_its_content_type(table, item):
    response = xlsx_response("projects.xlsx", Sheet("Проекты", table, [item]))
    assert response["Content-Type"].endswith("spreadsheetml.sheet")
    assert response["Content-Disposition"] == 'attachment; filename="projects.xlsx"'


def test_two_columns_of_one_name_are_refused():
    with pytest.raises(ValueError, match="stage_label"):
        Table((Column("stage_label", "Слова"), Column("stage", "Стадия", choices=TextChoices("Stage", "IDEA"))))
    with pytest.raises(ValueError, match="key"):
        Table((Column("a", "А"),), header=Header.NAMES, key="b")
