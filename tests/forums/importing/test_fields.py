"""Dates, places, numbers and themes: taken where they are likely, left empty where they are not."""

import datetime as dt
import itertools

import pytest

from forums.importing.annotations import AnnotatedDocument, AnnotatedLine, Role
from forums.importing.assembly import assemble
from forums.importing.fields import adoption, place_of
from forums.importing.metadata import forum_facts, forum_number
from forums.importing.model import load
from forums.importing.sections import MAYBE_ADDRESSEE, NO_VERB
from forums.importing.training.calibration import calibration, expected_error
from forums.importing.training.generator import generate
from forums.importing.training.train import TEST_SEED, fits


def lines(*pairs: tuple[Role, str]) -> list[AnnotatedLine]:
    return [AnnotatedLine(text, role, line=number) for number, (role, text) in enumerate(pairs, 1)]


def test_a_line_of_its_own_gives_the_date():
    day, candidates = adoption(lines((Role.TITLE, "РЕЗОЛЮЦИЯ"), (Role.DATE, "14 мая 2019 года")))
    assert day == dt.date(2019, 5, 14)
    assert candidates[0].probability > 0.9


@pytest.mark.parametrize(
    "text",
    [
        "В соответствии с законом от 6 октября 2003 года № 131-ФЗ форум решил:",
        "Рассмотрев изменения в постановление от 3 мая 2011 года, форум решил:",
        "Отчёт представить до 1 марта 2020 года, форум решил:",
        "Обсудив созыв съезда, назначенного на 5 июня 2022 года, форум решил:",
    ],
)
def test_a_cited_date_is_none(text):
    day, candidates = adoption(lines((Role.TITLE, "РЕЗОЛЮЦИЯ"), (Role.LEAD_IN, text)))
    assert day is None
    assert candidates, "it is offered all the same"


def test_the_day_of_holding_is_taken_from_the_text():
    day, _ = adoption(lines((Role.PREAMBLE, "Форум состоялся 9 декабря 2017 года и собрал жителей.")))
    assert day == dt.date(2017, 12, 9)


def test_the_page_of_a_site_has_another_date():
    found = lines(
        (Role.DATE, "суббота, 24 ноября 2018 г. 10:15"), (Role.TITLE, "РЕШЕНИЕ"), (Role.DATE, "17 ноября 2018 г.")
    )
    assert adoption(found)[0] == dt.date(2018, 11, 17)


@pytest.mark.parametrize(
    ("found", "place"),
    [
        (lines((Role.PLACE, "г. Озёрск"),), "г. Озёрск"),
        (lines((Role.PLACE, "Место проведения: Липовец"),), "Липовец"),
        (lines((Role.PLACE, "Постановления от"),), None),
        (lines((Role.PREAMBLE, "Delegates met during the fair in Port Elba on 3 May 2012."),), "Port Elba"),
        (lines((Role.PREAMBLE, "Delegates met to talk."),), None),
    ],
)  # fmt: skip
def test_place(found, place):
    assert place_of(found)[0] == place


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Резолюция II форума города", 2), ("РЕЗОЛЮЦИЯ XII-й конференции", 12), ("Решение 3-ей конференции", 3),
        ("Резолюция третьей конференции", 3), ("Собрание родителей школ № 33", None), ("Решение школы № 33", None),
    ],
)  # fmt: skip
def test_number(title, number):
    assert forum_number(title) == number


@pytest.mark.parametrize(
    ("title", "theme"),
    [
        ("Резолюция II форума города «Живое село»", "Живое село"),
        ("Решение думы о проекте закона «О садах»", None),
        ("Постановление совета об итогах фестиваля «Огни»", None),
    ],
)
def test_theme(title, theme):
    assert forum_facts(title, [], []).theme == theme


def test_what_a_document_is_about_is_no_theme():
    assert forum_facts("ПОСТАНОВЛЕНИЕ", ["О результатах проверки"], []).theme is None


def test_a_cited_assembly_gives_no_number():
    assert forum_facts("РЕЗОЛЮЦИЯ", [], ["Руководствуясь решениями V конгресса, решили:"]).number is None


def section_of(probability: float):
    lines = (
        AnnotatedLine("Форум рекомендует:", Role.LEAD_IN, line=1),
        AnnotatedLine("Городской Думе:", Role.ADDRESSEE, line=2, uncertain=True, probability=probability),
        AnnotatedLine("Создать парк.", Role.RECOMMENDATION, mark="1.", line=3),
    )
    resolution = assemble(AnnotatedDocument(lines))
    return resolution.sections[0], [notice.message for notice in resolution.warnings]


def test_an_unlikely_addressee_is_left_empty_and_offered():
    section, said = section_of(0.6)
    assert section.addressee is None
    assert "Городской Думе:" in section.lead_in
    assert MAYBE_ADDRESSEE in said


def test_a_likely_addressee_is_taken():
    section, said = section_of(0.9)
    assert section.addressee == "Городской Думе"
    assert MAYBE_ADDRESSEE not in said


def test_a_document_without_a_verb_says_so():
    lines = (AnnotatedLine("Создать парк.", Role.RECOMMENDATION, mark="1.", line=1),)
    assert NO_VERB in [notice.message for notice in assemble(AnnotatedDocument(lines)).warnings]


def test_other_values_of_the_head_are_offered():
    lines = (
        AnnotatedLine("Резолюция III форума «Город соседей живёт»", Role.TITLE, line=1),
        AnnotatedLine("Участники II форума «Сила соседства и дела» просили", Role.PREAMBLE, line=2),
    )
    offered = assemble(AnnotatedDocument(lines)).offered
    assert offered["number"] == ("3", "2")
    assert offered["theme"] == ("Город соседей живёт", "Сила соседства и дела")


def test_what_is_said_to_be_sure_holds_in_layouts_kept_from_training():
    """Of the addressees, too: the bins of calibration say what they mean."""
    unseen = list(itertools.islice(filter(fits, generate(400, TEST_SEED, held_out=True)), 30))
    bins = calibration(unseen, load())
    assert expected_error(bins) < 0.02
    assert bins[-1].right >= 0.99 * bins[-1].count
    assert sum(one.count for one in calibration(unseen, load(), Role.ADDRESSEE)) < sum(one.count for one in bins)
