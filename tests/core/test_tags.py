"""Template tags and filters."""

import datetime as dt

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from core.templatetags import core_tags


def render(source: str, **context) -> str:
    with override(context.pop("language", "ru")):
        return Template("{% load core_tags %}" + source).render(Context(context))


def test_typograph_escapes_what_is_not_safe():
    assert render("{{ text|typograph }}", text='<b> "в доме" </b>') == "&lt;b&gt; «в\u00a0доме» &lt;/b&gt;"


@pytest.mark.parametrize(("words", "printed"), [("Здесь живём", "«Здесь живём»"), ("«Весна» здесь", "«„Весна“ здесь»")])
def test_quoted(words, printed):
    assert core_tags.quoted(words) == printed


def test_day_tells_machines_and_people():
    assert render("{% day d %}", d=dt.date(2017, 4, 26)) == (
        '<time datetime="2017-04-26">26\u00a0апреля 2017\u00a0года</time>'
    )
    assert render("{% day d %}", d=None) == ""


@pytest.mark.parametrize(("number", "numeral"), [(1, "I"), (12, "XII"), (0, "0"), (None, ""), (5000, "5000")])
def test_roman(number, numeral):
    assert core_tags.roman(number) == numeral


@pytest.mark.parametrize(
    ("typed", "dialled"),
    [("8 (35130) 2-34-56", "+73513023456"), ("+7 351 302-34-56", "+73513023456"), ("2-34-56", "23456")],
)
def test_phone_digits(typed, dialled):
    assert core_tags.phone_digits(typed) == dialled


def test_file_size_is_in_the_readers_language():
    with override("ru"):
        assert core_tags.file_size(1_258_291) == "1,2\u00a0МБ"


def test_structured_data_cannot_close_its_script():
    script = core_tags.json_ld({"name": "</script><script>alert(1)</script>&"})
    assert script.count("<") == 2
    assert "\\u003C/script" in script


def test_external_link_says_that_it_leaves():
    link = render('{% external_link "https://www.novodumsk.example/x" %}')
    assert 'href="https://www.novodumsk.example/x"' in link
    assert "novodumsk.example" in link
    assert "(другой сайт)" in link


def test_an_address_in_a_link_is_escaped():
    assert '"><script' not in render("{% external_link url %}", url='https://x.example/"><script>')


def test_query_with_keeps_the_rest_of_the_query():
    request = RequestFactory().get("/", {"year": "2017", "page": "2"})
    assert render("{% query_with page=3 %}", request=request) == "?year=2017&amp;page=3"
    assert render("{% query_with year=None page=None %}", request=request) == "?"


def test_pagination_names_the_current_page():
    request = RequestFactory().get("/", {"year": "2017"})
    entries = Paginator(range(100), 10).page(4)
    markup = render('{% include "components/pagination.html" %}', request=request, entries=entries)
    assert 'aria-current="page"' in markup
    assert "?year=2017&amp;page=5" in markup
    assert "Вперёд" in markup


def test_icon_is_decoration_unless_it_has_a_label():
    assert 'aria-hidden="true"' in core_tags.icon("calendar")
    assert 'aria-label="Дата"' in core_tags.icon("calendar", "Дата")


def test_every_icon_asked_for_is_drawn():
    import re
    from pathlib import Path

    root = Path(__file__).resolve().parents[2]
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', (root / "site/static/img/icons.svg").read_text()))
    places = [*root.glob("site/**/*.html"), *root.glob("*/templates/**/*.html")]
    asked = {name for file in places for name in re.findall(r'{% icon "([\w-]+)"', file.read_text())}
    assert asked <= drawn
