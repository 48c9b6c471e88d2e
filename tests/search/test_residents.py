"""Questions of residents over the demo: two thirds that the ranking was tuned with, a third that it never saw."""

from pathlib import Path

import pytest
from wagtail.models import Site

from search.evaluation.judged import read_queries
from search.evaluation.site import evaluate_site, is_held_out

QUESTIONS = read_queries(Path(__file__).parent / "questions" / "residents.jsonl")


def test_questions_are_enough_on_both_sides():
    held_out = [question for question in QUESTIONS if is_held_out(question)]
    assert len(QUESTIONS) > 120
    assert 30 < len(held_out) < 60


@pytest.mark.parametrize(("held_out", "least"), [(False, 0.90), (True, 0.90)])
def test_residents_find_what_they_ask_for(demo, held_out, least):
    some = [question for question in QUESTIONS if is_held_out(question) == held_out]
    report = evaluate_site(some, Site.objects.get(is_default_site=True).pk, print)
    assert report.errors == 0
    assert report.mrr_at_10 >= least
