"""The dictionary: forms, parts of speech, cases; one copy of it a process."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from russian import lemmas

SITE = Path(__file__).resolve().parents[2] / "site"


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("дворами", "двор"),
        ("ЁЛКАХ", "елка"),
        ("частного", "частный"),  # an adjective more often than the quotient
        ("ямы", "яма"),  # not the post station «ям»
        ("признаёт", "признавать"),
        ("Ясноград", "ясноград"),  # in no dictionary
        ("Yards", "yards"),
    ],
)
def test_lemma(word, form):
    assert lemmas.lemma(word) == form


def test_all_forms_of_a_word_that_has_several_come_likeliest_first():
    assert lemmas.dictionary_forms("прошедшего") == [("прошедший", "ADJF"), ("пройти", "PRTF"), ("прошедшее", "NOUN")]


@pytest.mark.parametrize("word", ["бурмаглот", "yards", ""])
def test_what_the_dictionary_lacks_has_no_forms(word):
    assert lemmas.dictionary_forms(word) == []
    assert not lemmas.is_known(word)


@pytest.mark.parametrize("word", ["двор", "ДВОРОВ", "елка", "ёлка", "Cовет"])  # the last one with a Latin C
def test_known_in_any_spelling(word):
    assert lemmas.is_known(word)


@pytest.mark.parametrize(
    ("word", "expected"), [("создать", True), ("заботиться", True), ("печать", False), ("мать", False), ("", False)]
)
def test_infinitives(word, expected):
    assert lemmas.is_infinitive(word) is expected


def test_who_may_be_asked():
    assert lemmas.may_be_asked("директоров")
    assert lemmas.may_be_asked("администрации")
    assert not lemmas.may_be_asked("создать")


def test_finite_verbs_are_no_imperatives():
    assert lemmas.has_finite_verb("Форум отмечает")
    assert not lemmas.has_finite_verb("Отметьте")


def test_datives():
    assert "datv" in lemmas.grammemes("администрации")
    assert lemmas.can_be_dative("полиции")
    assert not lemmas.can_be_dative("полицию")


def test_an_adjective_agrees_with_its_noun():
    assert lemmas.gender_and_number("форума") == ("masc", False)
    assert lemmas.in_nominative("общественного", "masc", plural=False) == "общественный"
    assert lemmas.in_nominative("общественных", None, plural=True) == "общественные"


def test_threads_share_one_dictionary():
    lemmas._made.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: lemmas.analyser(), range(4)))
    assert len(set(map(id, found))) == 1


def test_no_settings_are_needed():
    """A child process without Django's settings reads words, numbers and dates."""
    code = (
        "from russian import dates, lemmas, numerals, readings, roots, tokens, typography\n"
        "assert lemmas.lemma('дворами') == readings.read('дворами').key == 'двор'\n"
        "assert numerals.ordinal('второго') == 2\n"
        "assert str(dates.find_dates('двадцать шестого апреля 2017 года')[0].value) == '2017-04-26'\n"
        "assert typography.typograph('\"Весна\"') == '«Весна»'\n"
    )
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment | {"PYTHONPATH": str(SITE)}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
