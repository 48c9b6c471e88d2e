"""Files of the library: their text is found, private ones are not, damaged ones harm nothing."""

import io
from functools import partial

import docx
import odfdo
import pytest
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction

from core.models import SiteDocument
from documents.process import read_document
from search import extraction
from search.models import ExtractedText, SearchEntry
from search.service import search
from tests.documents.builders import pdf, rtf

pytestmark = pytest.mark.django_db
SENTENCE = "Инициативная группа посадила рябиновую аллею."


def as_docx() -> bytes:
    document, buffer = docx.Document(), io.BytesIO()
    document.add_paragraph(SENTENCE)
    document.add_table(1, 1).cell(0, 0).text = "Ячейка с барбарисом"
    document.save(buffer)
    return buffer.getvalue()


def as_odt() -> bytes:
    document, buffer = odfdo.Document("text"), io.BytesIO()
    document.body.append(odfdo.Paragraph(SENTENCE))
    document.save(buffer)
    return buffer.getvalue()


def add(commits, data: bytes, name: str, title: str = "Протокол", collection: Collection | None = None) -> SiteDocument:
    with commits():
        return SiteDocument.objects.create(
            title=title, file=ContentFile(data, name=name), collection=collection or Collection.get_first_root_node()
        )


def found(query: str) -> list[str]:
    return [hit.title for hit in search(query, language="ru").hits]


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (as_docx, "a.docx"),
        (as_odt, "a.odt"),
        (lambda: SENTENCE.encode(), "a.txt"),
        (lambda: SENTENCE.encode("cp1251"), "a.txt"),
        (lambda: rtf(SENTENCE), "a.rtf"),
        (lambda: pdf(f"<p>{SENTENCE}</p>"), "a.pdf"),
        (lambda: f"<html><body><h1>Протокол</h1><p>{SENTENCE}</p></body></html>".encode(), "a.html"),
        (lambda: f"<p>{SENTENCE}</p>".encode("cp1251"), "a.htm"),
        (lambda: f"# Протокол\n\n- **{SENTENCE}**".encode(), "a.md"),
    ],
)
def test_the_text_of_a_file_is_found(site, commits, make, name):
    document = add(commits, make(), name)
    hit = search("рябиновой аллеей", language="ru").hits[0]
    assert (hit.entry.kind, hit.url) == ("document", document.url)


def test_tables_are_read(site, commits):
    add(commits, as_docx(), "a.docx")
    assert found("барбарис") == ["Протокол"]


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.pdf"])
def test_a_damaged_file_is_found_by_its_title(site, commits, name, caplog):
    add(commits, b"this is no such file", name, title="Устав")
    assert found("устав") == ["<mark>Устав</mark>"]
    assert "is not searchable by its text" in caplog.text


def test_a_file_that_takes_too_long_is_found_by_its_title(site, commits, monkeypatch, caplog):
    monkeypatch.setattr(extraction, "read_document", partial(read_document, seconds=0.01))
    add(commits, as_docx(), "a.docx", title="Устав")
    assert found("устав") == ["<mark>Устав</mark>"]
    assert "is not searchable by its text" in caplog.text
    assert not ExtractedText.objects.exists(), "it is tried again"


def test_front_matter_of_markdown_is_no_text(site, commits):
    add(commits, f"---\nauthor: Барбарисов\n---\n{SENTENCE}".encode(), "a.md")
    assert found("барбарисов") == []


def test_a_file_is_read_once(site, commits, monkeypatch):
    document = add(commits, SENTENCE.encode(), "a.txt")
    assert ExtractedText.objects.count() == 1
    monkeypatch.setattr(extraction, "read_document", lambda *args, **kwargs: pytest.fail("read again"))
    with commits():
        document.title = "Другое название"
        document.save()
    assert found("другое название") == ["<mark>Другое</mark> <mark>название</mark>"]


def test_private_collections_are_not_searched(site, commits):
    closed = Collection.get_first_root_node().add_child(name="Закрытая")
    below = closed.add_child(name="Внутри")
    document = add(commits, SENTENCE.encode(), "a.txt", collection=below)
    with commits():
        restriction = CollectionViewRestriction.objects.create(
            collection=closed, restriction_type=CollectionViewRestriction.LOGIN
        )
    assert not SearchEntry.objects.filter(source="document", source_id=document.pk).exists()
    with commits():
        restriction.delete()
    assert SearchEntry.objects.filter(source="document", source_id=document.pk).exists()


def test_a_deleted_document_leaves(site, commits):
    document = add(commits, SENTENCE.encode(), "a.txt")
    with commits():
        document.delete()
    assert found("рябина") == []


def test_an_english_file_is_found_in_english(site, commits):
    add(commits, b"The council planted an alley of rowan trees.", "a.txt", title="Minutes")
    assert found("rowan") == []
    assert [hit.title for hit in search("rowans", language="en").hits] == ["Minutes"]
