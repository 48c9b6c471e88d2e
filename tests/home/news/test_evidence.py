"""News as evidence of what the forums recommended."""

import datetime as dt

import pytest
import time_machine

from forums.followup.evidence import part_activity, part_choices
from tests.factories.home import NewsIndexPageFactory, NewsPageFactory, moment

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 5, 14)


@pytest.fixture(autouse=True)
def _later():
    with time_machine.travel(moment(2026, 6, 1, 12), tick=False):
        yield


def test_editors_choose_news_among_others():
    assert "news" in dict(part_choices())


def test_news_are_counted_as_of_the_day(site):
    index = NewsIndexPageFactory(parent=site.home)
    for day in (dt.date(2024, 1, 1), dt.date(2026, 5, 1), dt.date(2026, 5, 20)):
        NewsPageFactory(parent=index, date=day)
    found = part_activity("news", DAY, site.ru)
    assert (found.text, found.url) == ("1 новость за последние 12 месяцев", index.url)
    assert found.latest_on == dt.date(2026, 5, 1)
    assert part_activity("news", dt.date(2023, 1, 1), site.ru).latest_on is None
