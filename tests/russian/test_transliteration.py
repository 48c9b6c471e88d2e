"""One word has one skeleton, in whatever alphabet and by whatever rules it is written."""

import pytest

from russian.transliteration import skeleton


@pytest.mark.parametrize(
    ("word", "spellings"),
    [
        ("северный", "severnyj severnyy severniy severny severnyi"),
        ("берёзовая", "beryozovaya berezovaya berjozovaja"),
        ("роща", "roscha roshha roshcha"),
        ("цирк", "cirk tsirk"),
        ("объезд", "obezd ob'ezd obyezd"),
        ("ярмарка", "yarmarka jarmarka"),
        ("хор", "hor khor xor"),
        ("экология", "ekologiya e'kologiya ekologia"),
    ],
)
def test_spellings_of_a_word_share_its_skeleton(word, spellings):
    assert {skeleton(spelling) for spelling in spellings.split()} == {skeleton(word)}


def test_different_words_have_different_skeletons():
    assert len({skeleton(word) for word in ("двор", "дверь", "сквер", "совет", "север")}) == 5


@pytest.mark.parametrize("word", ["漢字", "²", "αβγ"])
def test_other_alphabets_have_none(word):
    assert skeleton(word) == ""
