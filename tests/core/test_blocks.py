"""The body's blocks: what they show, what of them can be found, what can be translated."""

import pytest
from django.core.exceptions import ValidationError
from django.template import Context, Template
from wagtail.blocks import StreamValue

from core.blocks import BodyBlock, CaptionedTableBlock
from core.text import stream_headings, stream_text
from tests.factories.core import PersonFactory, SiteDocumentFactory, SiteImageFactory
from tests.markup import one_line

pytestmark = pytest.mark.django_db


def stream(*blocks: tuple[str, object]) -> StreamValue:
    raw = [{"type": name, "value": value, "id": f"id-{number}"} for number, (name, value) in enumerate(blocks)]
    return BodyBlock().to_python(raw)


def show(value: StreamValue) -> str:
    return Template("{% load wagtailcore_tags %}{% include_block value %}").render(Context({"value": value}))


TABLE = {
    "data": [["Год", "Дворов"], ["2016", "4"], ["всего", "11"]],
    "table_caption": "Отремонтированные дворы",
    "table_header_choice": "both",
    "first_row_is_table_header": True,
    "first_col_is_header": True,
}


@pytest.fixture
def everything(site):
    image, document, person = SiteImageFactory(), SiteDocumentFactory(), PersonFactory(title="Придуманная Анна")
    picture = {"image": {"image": image.pk, "alt_text": "Двор с лавками", "decorative": False}, "caption": "Двор"}
    item = {"type": "item", "id": "i"}
    return stream(
        ("heading", {"text": "Кто участвует", "level": "2"}),
        ("paragraph", '<p>Форум "Наш город" в мае</p>'),
        ("heading", {"text": "Кто участвует", "level": "3"}),
        ("quote", {"text": "Мы живём здесь", "author": "Анна Придуманная", "position": "жительница"}),
        ("callout", {"tone": "warn", "title": "Срок", "text": "<p>До 15 июня</p>"}),
        ("picture", picture),
        ("gallery", {"title": "В кадре", "pictures": [item | {"value": picture}]}),
        ("table", TABLE),
        ("figures", {"title": "Итог", "figures": [item | {"value": {"value": "412", "label": "участников"}}]}),
        ("person", {"person": person.pk, "role": "модератор"}),
        ("contacts", {"title": "Куда нести", "phone": "8 (35100) 1-23-45", "address": "Площадь, 1"}),
        (
            "documents",
            {"title": "Бумаги", "documents": [item | {"value": {"document": document.pk, "title": "Устав"}}]},
        ),
        ("page_links", {"title": "Ещё", "links": [item | {"value": {"page": site.home.pk, "title": "К началу"}}]}),
        ("video", {"title": "Запись", "url": "https://video.example/1", "duration": "1:45", "about": "С субтитрами"}),
    )


def test_every_block_shows_its_words(everything):
    markup = one_line(show(everything))
    for words in (
        "«Наш город» в\u00a0мае", "«Мы\u00a0живём здесь»", "жительница", "До\u00a015\u00a0июня", 'alt="Двор с лавками"',
        "В\u00a0кадре", "<caption>Отремонтированные дворы", '<th scope="row">всего', "412", "участников",
        "Придуманная Анна", "модератор", "tel:+73510012345", "Устав", "К\u00a0началу", "https://video.example/1",
    ):  # fmt: skip
        assert words in markup, words
    assert "style=" not in markup
    assert "<iframe" not in markup


def test_headings_and_contents_agree(everything):
    markup = show(everything)
    anchors = [anchor for _level, _text, anchor in stream_headings(everything)]
    assert anchors == ["kto-uchastvuet", "kto-uchastvuet-2"]
    for anchor in anchors:
        assert f'id="{anchor}"' in markup


def test_search_sees_every_word(everything):
    text = stream_text(everything)
    for words in (
        "Кто участвует", "Наш город", "Мы живём здесь", "Анна Придуманная", "Срок", "До 15 июня", "Двор с лавками",
        "Двор", "Отремонтированные дворы", "всего", "участников", "Придуманная Анна", "модератор", "Куда нести",
        "Площадь, 1", "Устав", "К началу", "Запись", "С субтитрами",
    ):  # fmt: skip
        assert words in text, words
    assert "Подраздел" not in text, "names of choices are no text of the page"


def test_a_person_without_consent_shows_neither_portrait_nor_phone(site):
    person = PersonFactory(phone="8 (35100) 9-99-99", portrait=SiteImageFactory())
    value = stream(("person", {"person": person.pk, "role": ""}))
    assert "9-99-99" not in show(value)
    assert "<img" not in show(value)


def test_a_picture_needs_words_or_a_mark_that_it_is_decoration():
    block = BodyBlock().child_blocks["picture"]
    image = SiteImageFactory()
    nameless = block.to_python({"image": {"image": image.pk, "alt_text": "", "decorative": False}, "caption": ""})
    with pytest.raises(ValidationError):
        block.clean(nameless)


def test_a_table_needs_a_caption():
    with pytest.raises(ValidationError, match="заголовок"):
        CaptionedTableBlock().clean(TABLE | {"table_caption": " "})


def test_a_table_is_translated_cell_by_cell():
    block = CaptionedTableBlock()
    segments = block.get_translatable_segments(TABLE)
    assert {segment.path: segment.string.get_translatable_html() for segment in segments} == {
        "caption": "Отремонтированные дворы", "0-0": "Год", "0-1": "Дворов", "2-0": "всего",
    }  # fmt: skip
    translated = block.restore_translated_segments(TABLE, segments)
    assert translated == TABLE
    assert translated is not TABLE
