"""Two texts, word by word."""

import pytest

from russian.differences import Piece, word_differences
from russian.tokens import folded


def shown(old, new, **options):
    signs = {"same": "", "gone": "-", "new": "+"}
    return [signs[piece.tag] + piece.text for piece in word_differences(old, new, **options)]


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("", "", []),
        ("Открыть музей", "Открыть  музей", ["Открыть музей"]),
        ("Открыть музей", "", ["-Открыть музей"]),
        ("", "Открыть музей", ["+Открыть музей"]),
        ("Открыть музей города", "Открыть парк города", ["Открыть", "-музей", "+парк", "города"]),
        ("Открыть музей", "Скорее открыть музей", ["-Открыть", "+Скорее открыть", "музей"]),
    ],
)
def test_words_are_gone_new_or_the_same(old, new, pieces):
    assert shown(old, new) == pieces


def test_words_are_the_same_where_their_key_is_and_are_given_as_they_are_now():
    assert shown("Расчёт Платы", "расчет платы домов", key=folded) == ["расчет платы", "+домов"]
    assert word_differences("Расчёт", "расчет", key=folded) == [Piece("same", "расчет")]


def test_a_word_that_is_met_often_still_counts():
    """The library's own notion of junk would leave out words that a long text repeats."""
    old = " ".join(f"и слово{number}" for number in range(200))
    assert shown(old, f"{old} и ещё") == [old, "+и ещё"]


def test_either_text_can_be_read_out_of_the_pieces():
    old, new = "а б в г д", "б г е д ж"
    pieces = word_differences(old, new)
    assert " ".join(piece.text for piece in pieces if piece.tag != "new") == old
    assert " ".join(piece.text for piece in pieces if piece.tag != "gone") == new
