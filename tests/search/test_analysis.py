"""What words become, without any engine."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from russian.tokens import clean
from search.analysis import index_keys, readings_of
from search.query.parser import parse


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("дворами", "двор"),
        ("ёлках", "елка"),
        ("Cовет", "совет"),
        ("ТОСам", "ТОС"),
        ("yards", "yard"),
        ("люди", "человек"),
    ],
)
def test_forms_of_a_word_share_its_key(one, other):
    assert readings_of(one)[0].key == readings_of(other)[0].key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("благоустроить", "благоустройство"),
        ("построили", "строил"),
        ("написал", "пишет"),
        ("веломаршрут", "маршрут"),
        ("второй", "II"),
        ("освещение", "осветили"),
    ],
)
def test_kin_share_a_root(one, other):
    assert set(readings_of(one)[0].roots) & set(readings_of(other)[0].roots)


def test_hyphenated_words_are_whole_and_in_parts():
    keys = index_keys("Социально-экономическое развитие").keys.split()
    assert keys == ["социально", "экономический", "развитие", "социальноэкономический"]


def test_what_is_not_seen_or_is_no_sign_is_dropped():
    assert clean("пере\u00adнос\x00 \ud800двор") == "перенос двор"


def test_threads_do_not_disturb_each_other():
    unknown = [f"{start}бурмаглотами" for start in "абвгдежзиклмнопрстуфхцчшэюя"] * 40
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda word: readings_of.__wrapped__(word)[0].key, unknown))
    assert found == [f"{word[0]}бурмаглот" for word in unknown]


def test_a_query_without_its_quotes_asks_for_the_words():
    query = parse("кто открыл «новый парк» -лес").unquoted()
    assert [term.text for term in query.terms] == ["кто", "открыл", "новый", "парк"]
    assert not query.has_phrases
    assert [term.text for term in query.excluded] == ["лес"]
