"""Sheets read back: what was written comes back, every faulty cell is named, and no file costs too much."""

import datetime as dt
import io
import re
import zipfile
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from core.tables import (
    CellError,
    Column,
    Limits,
    Sheet,
    Table,
    Type,
    UnreadableTable,
    csv_chunks,
    data_workbook,
    read_table,
    write_form,
    write_template,
)
from core.tables.files import read_sheets
from core.text import without_control_characters

TEXTS = Table((Column("key", "Ключ"), Column("text", "Текст", Type.TEXT)))
awkward = st.text(alphabet=st.sampled_from(list("'=+-@#_x0041\t\n\";, \ufeffЯ")), max_size=12) | st.text(max_size=40)
texts = awkward.map(lambda text: without_control_characters(text).strip())
values = st.fixed_dictionaries(
    {
        "title": texts.map(lambda text: " ".join(text.split())[:200]).filter(bool),
        "text": texts,
        "houses": st.none() | st.integers(-(10**20), 10**20),
        "share": st.none() | st.decimals(-1000, 1000, places=3),
        "cost": st.none() | st.decimals(0, 10**9, places=2),
        "year": st.none() | st.integers(1990, 2100),
        "since": st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31)),
        "open": st.none() | st.booleans(),
        "topics": st.lists(st.sampled_from(["дети", "=спорт", "дворы и парки"]), max_size=3),
        "email": st.sampled_from(["", "tos@forum.example"]),
        "url": st.sampled_from(["", "https://forum.example/a/?b=c"]),
    }
)


def written(table, items, kind):
    return data_workbook(Sheet("Т", table, items)) if kind == "xlsx" else b"".join(csv_chunks(table, items))


def workbook(*rows, title="Лист1"):
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return saved(book)


def saved(book) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@settings(max_examples=60, deadline=None)
@given(found=st.lists(texts, min_size=1, max_size=4))
def test_any_text_that_is_written_is_read(kind, found):
    items = [{"key": f"k{number}", "text": text} for number, text in enumerate(found)]
    read = read_table(TEXTS, written(TEXTS, items, kind))
    assert [row["text"] for row in read.rows] == found
    assert read.faults == []


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_items_of_every_type_are_read_as_they_were_written(table, item, kind):
    @settings(max_examples=40, deadline=None)
    @given(changed=values)
    def check(changed):
        wanted = item | changed
        (row,) = read_table(table, written(table, [wanted], kind), complete=True).rows
        assert row.faults == []
        assert row.values == wanted

    check()


def test_a_form_is_read_by_its_words(table, item):
    out = io.BytesIO()
    write_form(out, [Sheet("Органы власти", table, [item]), Sheet("Прочие", table, [item | {"id": None}])])
    read = read_table(table, out.getvalue(), complete=True)
    assert read.rows[0].values == item
    assert [fault.place for fault in read.faults] == ["Прочие!A2"]


def test_a_template_is_read_and_its_help_is_not(table):
    out = io.BytesIO()
    write_template(out, "Проекты", table, rows=50)
    read = read_table(table, out.getvalue())
    assert [row.sheet for row in read.rows] == ["Проекты"]
    assert read.rows[0]["title"] == "Детская площадка"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_encoding_and_delimiter_are_told_by_the_content(encoding, delimiter):
    lines = [["Ключ", "Текст"], ["1", '"Привет, мир; ещё"'], ["2", '"две\r\nстроки"']]
    content = "\r\n".join(delimiter.join(line) for line in lines).encode(encoding)
    rows = read_table(TEXTS, content).rows
    assert [(row.number, row["text"]) for row in rows] == [(2, "Привет, мир; ещё"), (3, "две\nстроки")]


@pytest.mark.parametrize(
    ("heading", "value", "part"),
    [
        ("Название", "", "must be filled in|нужно заполнить"),
        ("Название", "а" * 201, "201"),
        ("Стадия", "Начата", "Начата.*Идея, ещё не начатая, Разовая"),
        ("Домов", "много", "12,5"),
        ("Домов", "1,5", "120"),
        ("Доля", "NaN", "12,5"),
        ("Стоимость, ₽", "дорого", "1 500 000"),
        ("Год", "26", "2026"),
        ("С какого дня", "31.02.2026", "18.05.2026"),
        ("С какого дня", "18.05.0206", "1990"),
        ("Изменено", "вчера", "14:30"),
        ("Открыто", "может быть", "yes|да"),
        ("Страница", "не адрес", "https://example.org"),
        ("Почта", "tos@", "name@example.org"),
    ],
)
def test_a_faulty_cell_is_named_and_says_what_to_write(table, item, heading, value, part):
    good = {"Код (не менять)": str(item["id"]), "Название": "Двор", "Стадия": "разовая"}
    cells = good | {heading: value}
    (fault,) = read_table(table, workbook([], list(cells), list(cells.values()))).faults
    place = list(cells).index(heading) + 1
    assert (fault.sheet, fault.row, fault.column, fault.heading) == ("Лист1", 3, place, heading)
    assert fault.value == value[:60]
    assert fault.cell.endswith("3")
    assert re.search(part, fault.message), fault.message


def test_what_people_type_is_understood(table, item):
    cells = {
        "id": str(item["id"]).upper(),
        "НАЗВАНИЕ *": "  Двор\n у школы ",
        "стадия": "ИДЕЯ, ЕЩЕ НЕ НАЧАТАЯ",
        "Домов": "1 500",
        "Доля": "0,5",
        "Стоимость, ₽": "450 000 ₽",
        "С какого дня": "18.05.2026",
        "Открыто": "Нет",
        "Темы": "дети;спорт;",
        "Страница": "forum.example/a",
        "Чужой столбец": "x",
    }
    read = read_table(table, workbook(list(cells), list(cells.values())))
    (row,) = read.rows
    assert read.faults == []
    assert (row["title"], row["stage"], row["houses"], row["share"]) == ("Двор у школы", "idea", 1500, Decimal("0.5"))
    assert (row["cost"], row["since"], row["open"]) == (Decimal(450000), dt.date(2026, 5, 18), False)
    assert (row["topics"], row["url"]) == (["дети", "спорт"], "https://forum.example/a")
    assert read.ignored == ["Чужой столбец"]
    assert row["year"] is None


def test_a_repeated_key_names_the_first_row(table, item):
    row = [str(item["id"]), "Двор", "Идея, ещё не начатая"]
    (fault,) = read_table(table, workbook(["Код (не менять)", "Название", "Стадия"], row, row)).faults
    assert (fault.row, fault.cell) == (3, "A3")
    assert "2" in fault.message


def test_the_callers_parser_and_rules_name_cells_too(table, item):
    def known_topics(value):
        raise ValidationError("Такой темы нет.") if value else CellError("Впишите тему.")

    heads = ["Код (не менять)", "Название", "Стадия", "Темы"]
    content = workbook(heads, [str(item["id"]), "Двор", "разовая", "дети"], [None, "Двор", "разовая"])
    read = read_table(table, content, parsers={"topics": known_topics})
    read.rows[0].fault("title", "Такой уже есть.")
    told = [(fault.cell, fault.message) for fault in read.faults]
    assert told[:2] == [("D2", "Такой темы нет."), ("B2", "Такой уже есть.")]
    assert ("D3", "Впишите тему.") in told
    assert read.good_rows == []


def test_formulas_are_never_computed_and_their_errors_are_named():
    book = load_workbook(io.BytesIO(workbook(["Ключ", "Текст"], ["1", "=1+1"], ["2", "#REF!"])))
    book.active["B3"].data_type = "e"
    read = read_table(TEXTS, saved(book))
    assert read.rows[0]["text"] == ""
    (fault,) = read.faults
    assert (fault.cell, fault.value) == ("B3", "#REF!")


def test_missing_headings_are_listed(table):
    with pytest.raises(UnreadableTable, match=r"«Код \(не менять\)».*«Стадия»"):
        read_table(table, workbook(["Название", "Почта"], ["Двор", ""]))


def test_a_sheet_with_the_key_must_be_complete(table, item):
    content = workbook(["Код (не менять)", "Название", "Стадия"], [str(item["id"]), "Двор", "разовая"])
    assert read_table(table, content).rows
    with pytest.raises(UnreadableTable, match="«Почта»"):
        read_table(table, content, complete=True)


def test_other_sheets_and_hidden_ones_are_left_alone():
    book = load_workbook(io.BytesIO(workbook(["Заметки"], ["о погоде"], title="Заметки")))
    for title, state in (("Данные", "visible"), ("Скрытый", "hidden")):
        sheet = book.create_sheet(title)
        sheet.append(["Ключ", "Текст"])
        sheet.append(["1", title])
        sheet.sheet_state = state
    table = Table((Column("key", "Ключ", required=True), Column("text", "Текст")))
    assert [row["text"] for row in read_table(table, saved(book)).rows] == ["Данные"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"  \r\n ",
        b"\xd0\xcf\x11\xe0 old or locked",
        b"PK\x03\x04 broken",
        b"\x00\x01\x02\x03" * 50,
        b"\x98\xff\x00",
        "Ключ;Текст".encode(),
        'Ключ;Текст\r\n1;"не закрыто'.encode(),
        'Ключ;Текст\r\n1;"а"б'.encode(),
        b";;;\r\n;;\r\n",
        "Совсем;другое\r\n1;2".encode(),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(content):
    table = Table((Column("key", "Ключ", required=True), Column("text", "Текст")))
    with pytest.raises(UnreadableTable, match=r"\w.*\.$"):
        read_table(table, content)


def test_limits_hold_for_size_rows_columns_and_sheets():
    content = workbook(["Ключ", "Текст"], *([str(number), "т"] for number in range(6)))
    assert len(read_table(TEXTS, content, limits=Limits(rows=6)).rows) == 6
    for limits in (Limits(rows=5), Limits(size=1000), Limits(columns=1), Limits(unpacked=1000), Limits(parts=3)):
        with pytest.raises(UnreadableTable):
            read_sheets(content, limits)
    book = load_workbook(io.BytesIO(content))
    book.create_sheet("Ещё")
    with pytest.raises(UnreadableTable):
        read_sheets(saved(book), Limits(sheets=1))


def test_rows_of_all_sheets_count_together():
    book = load_workbook(io.BytesIO(workbook(["Ключ"], ["1"], ["2"])))
    book.copy_worksheet(book.active)
    with pytest.raises(UnreadableTable):
        read_sheets(saved(book), Limits(rows=3))


def archive_with(name: str, text: bytes) -> bytes:
    """A workbook one of whose parts is replaced."""
    out = io.BytesIO()
    source = io.BytesIO(workbook(["Ключ"], ["1"]))
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, text if part == name else old.read(part))
    return out.getvalue()


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    bomb = archive_with("xl/worksheets/sheet1.xml", b" " * (41 * 1024 * 1024))
    assert len(bomb) < 100_000
    with pytest.raises(UnreadableTable):
        read_sheets(bomb)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_entities_are_refused(encoding):
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>'
    with pytest.raises(UnreadableTable):
        read_sheets(archive_with("xl/worksheets/sheet1.xml", text.encode(encoding)))


def test_a_broken_part_is_refused_with_a_sentence():
    with pytest.raises(UnreadableTable):
        read_sheets(archive_with("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row r='x'>"))


def test_a_row_far_below_is_refused_instead_of_lost():
    text = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'
        b'<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    with pytest.raises(UnreadableTable, match="10000"):
        read_sheets(archive_with("xl/worksheets/sheet1.xml", text))
