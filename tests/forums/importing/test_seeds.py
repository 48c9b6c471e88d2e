"""The two real resolutions that the project began with."""

import datetime as dt
from pathlib import Path

import pytest

from documents import read
from forums.importing import Verb, parse
from tests.forums.importing.scoring import lost_words

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


def seed(name: str):
    path = SEEDS / name
    if not path.exists():
        pytest.skip("the real resolutions are kept beside the repository, not in it")
    return read(path.read_bytes(), path.name)


def test_first_resolution():
    document = seed("000_98c79471f7e30afd.txt")
    resolution = parse(document)
    assert [len(section.items) for section in resolution.sections] == [14, 9, 9]
    assert [section.addressee for section in resolution.sections] == [
        "Органам местного самоуправления Озерского городского округа",
        "Предпринимательскому сообществу Озерского городского округа",
        "Некоммерческим объединениям Озерского городского округа",
    ]
    assert {section.verb for section in resolution.sections} == {Verb.RECOMMEND}
    assert resolution.forum.number == 2
    assert resolution.forum.name == "Общественный форум Озерского городского округа"
    assert resolution.forum.theme == "Источники и ресурсы развития местного самоуправления"
    assert resolution.adopted_on == dt.date(2017, 4, 26)
    assert len(resolution.preamble) == 4
    assert resolution.closing == ()
    assert not lost_words(document, resolution.to_json())


def test_second_resolution():
    document = seed("004_ac325a7377af8a2a.txt")
    resolution = parse(document)
    assert [(section.verb, len(section.items)) for section in resolution.sections] == [
        (Verb.RESOLVE, 2),
        (Verb.PROPOSE, 6),
    ]
    assert resolution.forum.theme == "Самоуправление Тольятти: от стратегии к практике"
    assert resolution.adopted_on is None
    assert not lost_words(document, resolution.to_json())
