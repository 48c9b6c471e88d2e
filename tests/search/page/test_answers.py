"""Facts above the results, from the pages that know them."""

import datetime as dt

import pytest
from django.utils import timezone

from search.page.answering import answered
from tests.factories.councils import CouncilFactory
from tests.factories.forums import ForumPageFactory
from tests.factories.home import FeedbackPageFactory
from tests.factories.projects import ContestIndexPageFactory, ContestPageFactory

NOW = timezone.now()


def answers(client, query: str):
    return client.get("/search/", {"q": query}).context["answers"]


def test_the_next_forum_is_told_with_its_day(client, site):
    ForumPageFactory(title="V форум", slug="five", starts_on=timezone.localdate() + dt.timedelta(days=9), venue="Зал")
    for query in ("когда следующий форум", "где будет форум", "записаться на форум"):
        found = answers(client, query)
        assert [one.title for one in found] == ["V форум"], query
        assert "Зал" in found[0].facts


@pytest.mark.parametrize("query", ["телефон администрации", "контакты", "часы приема", "написать в администрацию"])
def test_the_office_is_told_with_its_telephone(client, site, query):
    site.settings.phone = "8 (000) 000-00-00"
    site.settings.save()
    page = FeedbackPageFactory(parent=site.home)
    html = client.get("/search/", {"q": query}).content.decode()
    assert [one.url for one in answers(client, query)] == [page.url]
    assert "000-00-00" in html.replace("\xa0", " ").replace("\u2011", "-")


def test_open_contests_are_told_with_their_deadlines(client, site):
    index = ContestIndexPageFactory()
    for title, days in (("Дворы", 3), ("Закрытый", -3)):
        ContestPageFactory(
            title=title, parent=index, opens_at=NOW - dt.timedelta(days=9), closes_at=NOW + dt.timedelta(days=days)
        )
    found = answers(client, "какие конкурсы сейчас открыты")
    assert len(found) == 1
    assert [label for label, _url in found[0].links] == ["Дворы"]


def test_a_council_is_told_by_an_address(client, site):
    council = CouncilFactory(title="ТОС «Озёрный»", addresses="ул. Озёрная, 1–15")
    assert [one.url for one in answers(client, "озерная 12")] == [council.url]
    assert [one.url for one in answers(client, "мой совет озёрная 5")] == [council.url]
    assert answers(client, "озерная 99") == []


@pytest.mark.parametrize("query", ["двор", "освещение", "форум"])
def test_other_questions_have_no_answer(client, site, query):
    FeedbackPageFactory(parent=site.home)
    assert answers(client, query) == []


def test_answers_cost_nothing_where_nothing_is_asked(client, site, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert answered("благоустройство дворов", "ru") == []
