"""Text cut into words, and words of mixed alphabets mended."""

import pytest

from russian.tokens import clean, cyrillic_twin, folded, mend, parts, spans, vocabulary, words


def test_words_keep_their_hyphens_and_apostrophes():
    assert words("Социально-экономическое развитие: don't, д’Артаньян, 2-й!") == [
        "Социально-экономическое", "развитие", "don't", "д’Артаньян", "2-й",
    ]  # fmt: skip
    assert parts("социально-экономическое") == ["социально", "экономическое"]


def test_spans_are_places_in_the_text():
    text = "Наш двор."
    assert [text[start:end] for start, end, _word in spans(text)] == ["Наш", "двор"]


def test_signs_that_are_not_seen_do_not_part_a_word():
    assert clean("дво\u00adр и\u0306") == "двор й"


@pytest.mark.parametrize(
    ("typed", "mended"), [("Cовет", "Совет"), ("ХII", "XII"), ("город", "город"), ("city", "city"), ("Wы", "Wы")]
)
def test_mend(typed, mended):
    assert mend(typed) == mended


def test_latin_capitals_may_be_a_cyrillic_abbreviation():
    assert cyrillic_twin("TOC") == "ТОС"
    assert cyrillic_twin("CITY") is None


def test_folded_and_listed():
    assert folded("Ёлка") == "елка"
    assert vocabulary("двор\n  дом двор") == {"двор", "дом"}
