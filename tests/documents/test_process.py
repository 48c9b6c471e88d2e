"""The reading process: what it gives, what it refuses, and that the site lives on."""

import sys

import pytest
from django.utils import translation

from documents import Document, UnreadableDocument, limits, process, read
from documents.process import read_document
from tests.documents.builders import rtf
from tests.forums.importing import built

TEXT = "РЕЗОЛЮЦИЯ\nФорум решил:\n1. создать парк.".encode()


@pytest.fixture
def instead(monkeypatch, tmp_path):
    """``instead(code)``: another program answers in place of the reader, in its bounds."""

    def write(code: str) -> None:
        package = tmp_path / "documents"
        package.mkdir()
        (package / "__init__.py").write_text("")
        (package / "__main__.py").write_text(
            f"import sys\nsys.path.insert(0, {str(process.SOURCE_ROOT)!r})\nsys.modules.pop('documents')\n"
            f"from documents.__main__ import *\nfrom documents import __main__ as reading\n{code}"
        )
        monkeypatch.setattr(process, "SOURCE_ROOT", tmp_path)

    return write


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (built.word_styles_and_changes, "a.docx"),
        (built.libreoffice, "a.odt"),
        (built.rich_text, "a.rtf"),
        (built.printed_columns, "a.pdf"),
        (lambda: "<ol><li>создать парк;<p>и сад.</ol>".encode(), "a.html"),
        (lambda: "---\ntitle: Резолюция\n---\n# Решили\n- создать парк".encode(), "a.md"),
    ],
)
def test_it_gives_what_the_readers_give(make, name):
    assert read_document(make(), name) == read(make(), name)


def test_refusals_come_back_in_the_language_of_the_page():
    with translation.override("en"), pytest.raises(UnreadableDocument, match=r"called \.docx") as caught:
        read_document(TEXT, "a.docx")
    with translation.override("ru"):
        assert "сохраните заново как .docx" in str(caught.value)


def test_a_file_that_takes_too_long_is_given_up():
    with translation.override("en"), pytest.raises(UnreadableDocument, match="too long to read"):
        read_document(TEXT, "a.txt", seconds=0.001)


def test_processor_time_is_bounded_without_the_clock_of_the_caller(instead):
    instead("import resource\nbound()\nresource.setrlimit(resource.RLIMIT_CPU, (1, 2))\nwhile True: pass")
    with translation.override("en"), pytest.raises(UnreadableDocument, match="too long to read"):
        read_document(TEXT, "a.txt", seconds=600)


def test_a_file_that_would_eat_memory_is_refused(instead):
    """The reader asks for more than it may have; it says so, and this process has lost nothing."""
    instead("reading.read = lambda *a, **k: bytearray(limits * 2)\nmain(*sys.argv[1:])".replace("limits", "MAX_MEMORY"))
    with translation.override("en"), pytest.raises(UnreadableDocument, match="too much memory"):
        read_document(TEXT, "a.txt")


def test_a_real_file_that_needs_too_much_memory():
    """A text of tabs grows eightfold when they are spread."""
    data = "текст".encode() + b"\t" * (limits.MAX_BYTES - 100) + "конец".encode()
    with translation.override("en"), pytest.raises(UnreadableDocument, match="too much memory"):
        read_document(data, "a.txt", seconds=120)


def test_a_reader_that_crashes_is_a_damaged_file(instead, caplog):
    instead("raise ZeroDivisionError('inside')")
    with translation.override("en"), pytest.raises(UnreadableDocument, match="damaged"):
        read_document(TEXT, "a.txt")
    assert "inside" in caplog.text


def test_output_is_bounded(instead):
    instead("bound()\nsys.stdout.buffer.write(b'x' * (MAX_OUTPUT + 1))\nsys.stdout.flush()")
    with pytest.raises(UnreadableDocument):
        read_document(TEXT, "a.txt")


def test_no_secret_reaches_the_process(instead, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "not for readers")
    instead(
        "import os\nprint(json.dumps({'error': ' '.join(sorted(os.environ)), 'values': {}}))",
    )
    with pytest.raises(UnreadableDocument) as caught:
        read_document(TEXT, "a.txt")
    assert set(caught.value.message.split()) <= {*process.KEPT, *process.SINGLE_THREAD, "LC_CTYPE"}


def test_too_large_a_file_starts_no_process(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nonexistent")
    with translation.override("en"), pytest.raises(UnreadableDocument, match="20 MB"):
        read_document(b"x" * (limits.MAX_BYTES + 1), "a.txt")


def test_a_long_document_is_refused_whole_and_its_beginning_read():
    data = ("строка\n" * (limits.MAX_LINES + 1)).encode()
    with translation.override("en"), pytest.raises(UnreadableDocument, match="far too long"):
        read_document(data, "a.txt")
    assert len(read_document(data, "a.txt", whole=False).lines) == limits.MAX_LINES


def test_one_line_may_be_too_long():
    data = ("слово " * (limits.MAX_CHARACTERS // 6 + 1)).encode()
    with translation.override("en"), pytest.raises(UnreadableDocument, match="far too long"):
        read(data, "a.txt")
    assert len(read(data, "a.txt", whole=False).text) == limits.MAX_CHARACTERS


class Shelf(dict):
    """The least of a cache."""

    def set(self, key: str, value: object) -> None:
        self[key] = value


def test_a_cache_answers_for_the_same_bytes(monkeypatch):
    shelf = Shelf()
    first = read_document(TEXT, "one.txt", cache=shelf)
    with pytest.raises(UnreadableDocument):
        read_document(TEXT, "one.docx", cache=shelf)
    monkeypatch.setattr(sys, "executable", "/nonexistent")
    second = read_document(TEXT, "two.txt", cache=shelf)
    assert (first.name, second.name, first.lines) == ("one.txt", "two.txt", second.lines)
    with pytest.raises(UnreadableDocument):
        read_document(TEXT, "two.docx", cache=shelf)


def test_letters_written_in_halves_are_whole():
    data = rtf(r"дом \u-10179?\u-8704? и \u-10179? половина")
    assert read_document(data, "a.rtf") == read(data, "a.rtf")
    assert read(data, "a.rtf").text == "дом \U0001f600 и \ufffd половина"


def test_a_document_survives_json():
    document = read(built.word_nested_lists(), "a.docx")
    assert Document.from_json(document.to_json()) == document
