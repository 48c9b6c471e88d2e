"""Texts as sets of words, rare ones of more weight."""

import math

import pytest

from russian.likeness import KnownTexts

TEXTS = [{"двор", "город"}, {"парк", "город"}, {"мост", "город", "река"}]


@pytest.mark.parametrize(
    ("word", "smoothing", "holders"),
    [("город", 0, 3), ("мост", 0, 1), ("музей", 0, 1), ("город", 1, 4), ("мост", 1, 2), ("музей", 1, 1)],
)
def test_a_word_weighs_more_the_fewer_texts_hold_it(word, smoothing, holders):
    assert KnownTexts(TEXTS, smoothing).weight(word) == pytest.approx(math.log(1 + 3 / holders))


def test_coverage_is_of_what_is_asked_however_long_the_text():
    known = KnownTexts(TEXTS)
    assert known.coverage({"мост", "город"}) == pytest.approx(
        {0: known.weight("город") / (known.weight("город") + known.weight("мост")),
         1: known.weight("город") / (known.weight("город") + known.weight("мост")),
         2: 1.0}
    )  # fmt: skip


def test_a_word_that_no_text_holds_lessens_the_coverage():
    known = KnownTexts(TEXTS)
    assert known.coverage({"мост"})[2] == 1
    assert known.coverage({"мост", "музей"})[2] == pytest.approx(0.5)


def test_a_mutual_share_is_of_both_texts():
    known = KnownTexts(TEXTS)
    assert known.mutual_share(TEXTS[2])[2] == pytest.approx(1)
    both = known.weight("мост") * 2 + known.weight("город") + known.weight("река")
    assert known.mutual_share({"мост"}) == pytest.approx({2: 2 * known.weight("мост") / both})


def test_the_share_is_the_same_from_either_side():
    one, other = {"двор", "город"}, {"двор", "дом"}
    known = KnownTexts([one, other])
    assert known.mutual_share(one)[1] == pytest.approx(known.mutual_share(other)[0])


@pytest.mark.parametrize("texts", [[], [set()], TEXTS])
@pytest.mark.parametrize("asked", [set(), {"музей"}])
def test_without_a_common_word_there_is_nothing_to_name(texts, asked):
    known = KnownTexts(texts)
    assert known.coverage(asked) == {}
    assert known.mutual_share(asked) == {}
