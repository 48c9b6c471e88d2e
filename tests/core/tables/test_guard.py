"""The formula guard stops what a spreadsheet would run, and nothing else; reading takes it off again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.tables.guard import guard, guard_apostrophe, unguard

#: Texts that are rich in what the guard looks at.
awkward = st.text(alphabet=st.sampled_from(list("'=+-@＝ \t\r\n\ufeff1a|!")), max_size=8) | st.text(max_size=30)


@pytest.mark.parametrize(
    "hostile",
    [
        "=1+1",
        '=HYPERLINK("http://evil.example";"сюда")',
        "+1+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "-2+3",
        "+7+A1",
        "+7 (34241) 2-22-22+cmd|' /C calc'!A0",
        "+7 (34241) 2-22-22\n=1+1",
        "@SUM(A1:A9)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        " =1+1",
        "\u00a0=1+1",
        "\ufeff=1+1",
        "\u200b@SUM(1)",
        "＝1+1",
        "＋cmd",
        "－cmd",
        "＠SUM(1)",
        "- первый пункт",
    ],
)
def test_what_a_spreadsheet_would_run_is_guarded(hostile):
    assert guard(hostile) == f"'{hostile}"
    assert unguard(guard(hostile)) == hostile


@pytest.mark.parametrize(
    "harmless",
    [
        "",
        "Обычный текст",
        "+7 (34241) 2-22-22",
        "+7 912 345-67-89",
        "+79123456789",
        "+7 (34241) 2-22-22, доб. 105",
        "+7 (34241) 2-22-22, +7 912 345-67-89",
        "+7 (34241) 2-22-22; 2-33-44",
        "-5",
        "-5,25",
        "-1 000 000",
        "+3.5",
        "-12 %",
        "-",
        "8 (34241) 2-22-22",
        "a=b",
        "имя@город.example",
        "'кавычка'",
        "— тире",
    ],
)
def test_numbers_phones_and_words_stay_as_they_are(harmless):
    assert guard(harmless) == harmless
    assert guard_apostrophe(harmless) == harmless
    assert unguard(harmless) == harmless


@given(awkward)
def test_reading_gives_back_what_was_written(text):
    assert unguard(guard(text)) == text
    assert unguard(guard_apostrophe(text)) == text


@given(awkward)
def test_a_guarded_text_never_begins_a_formula(text):
    assert not guard(text).lstrip().startswith(("=", "@", "\t"))
