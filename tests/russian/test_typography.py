"""Typesetting: what an editor types becomes what a typesetter would print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from russian.typography import NBSP, THIN_NBSP, thin_number, typograph, typograph_html


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('Форум "Наш город"', "Форум «Наш город»"),
        ('ООО "Фирма "Весна""', "ООО «Фирма „Весна“»"),
        ('("Весна")', "(«Весна»)"),
        ("Город - это мы", "Город~— это мы"),
        ("Город – это мы", "Город~— это мы"),
        ("кое-как", "кое-как"),
        ("и в городе", "и~в~городе"),
        ("В городе", "В~городе"),
        ("дома и дворы", "дома и~дворы"),
        ("сделали бы", "сделали~бы"),
        ("26 апреля", "26~апреля"),
        ("№ 5 и №6", "№~5 и~№~6"),
        ("ст. 14", "ст.~14"),
        ("А. В. Петров", "А.~В.~Петров"),
        ("5 %", "5~%"),
        ("звоните: +7 (000) 000-00-17.", "звоните: +7~(000)~000-00-17."),
        ("8 (000) 00-17", "8~(000)~00-17"),
        ("ничего", "ничего"),
        ("", ""),
    ],
)
def test_russian(typed, printed):
    assert typograph(typed) == printed.replace("~", NBSP)


def test_english_gets_quotes_and_no_russian_rules():
    assert typograph('the "City" forum in May', "en") == "the “City” forum in May"


def test_markup_is_left_alone():
    markup = '<p class="a b">Форум <a href="/x?a=1&amp;b=2" title="в городе">"Наш город"</a></p><pre>"в x"</pre>'
    assert typograph_html(markup) == (
        '<p class="a b">Форум <a href="/x?a=1&amp;b=2" title="в городе">«Наш город»</a></p><pre>"в x"</pre>'
    )


def test_quotes_reach_across_inline_tags_but_not_across_paragraphs():
    assert typograph_html('"<b>Наш</b> город"') == "«<b>Наш</b> город»"
    assert typograph_html('<p>"Начало</p><p>"Конец"</p>') == "<p>«Начало</p><p>«Конец»</p>"


def test_escaped_quotes_are_quotes():
    assert typograph_html("&quot;Весна&quot; &lt;b&gt;") == "«Весна» &lt;b&gt;"


@given(st.text(alphabet='абв "-–—.,№1 \n<>&«»', max_size=60))
def test_no_letter_is_lost_and_twice_is_as_once(text):
    once = typograph(text)
    assert [letter for letter in once if letter.isalnum()] == [letter for letter in text if letter.isalnum()]
    assert typograph(once) == once


@pytest.mark.parametrize(
    ("number", "decimals", "words"),
    [
        (999, None, "999"),
        (1234, None, "1234"),
        (12345, None, "12~345"),
        (1234567.5, 2, "1~234~567,50"),
        (-20000, None, "−20~000"),
    ],
)
def test_thin_number(number, decimals, words):
    assert thin_number(number, decimals) == words.replace("~", THIN_NBSP)


def test_thin_number_in_english():
    assert thin_number(12345.5, 1, "en") == "12,345.5"
