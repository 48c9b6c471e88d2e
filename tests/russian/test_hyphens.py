"""Soft hyphens."""

import pytest

from russian.hyphens import SOFT_HYPHEN, hyphenate, hyphenate_html, loosen


def shown(text: str) -> str:
    return text.replace(SOFT_HYPHEN, "-")


def test_long_words_get_places_to_break_and_short_ones_do_not():
    assert shown(hyphenate("Общее самоуправление", 10)) == "Общее само-управ-ле-ние"
    assert hyphenate("Neighbourhood", 5) == "Neighbourhood"


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ("<h2>самоуправление</h2><p>самоуправление</p>", "<h2>само-управ-ле-ние</h2><p>самоуправление</p>"),
        ('<a class="button" href="#">самоуправление</a>', '<a class="button" href="#">само-управ-ле-ние</a>'),
        (
            '<td title="самоуправление"><b>самоуправление</b></td>',
            '<td title="самоуправление"><b>само-управ-ле-ние</b></td>',
        ),
        ("<th><code>самоуправление</code></th>", "<th><code>самоуправление</code></th>"),
    ],
)
def test_only_narrow_places_are_touched(markup, wanted):
    assert shown(hyphenate_html(markup, 10)) == wanted


def test_enlarged_text_is_broken_and_loosened_everywhere():
    assert shown(hyphenate_html("<p>26\u00a0октября\u00a02025\u00a0года</p>", 7, everywhere=True)) == (
        "<p>26 октя-бря 2025\u00a0года</p>"
    )
    assert loosen("в\u00a0городе") == "в\u00a0городе"
