"""Answers above the results, from the pages that know them."""

from itertools import islice

from core.search import Question, SearchAnswer, answers

_MOST = 3


def answered(query: str, language: str) -> list[SearchAnswer]:
    """At most three answers to what was asked; none for nothing."""
    return list(islice(answers(Question(query, language)), _MOST)) if query else []
