"""A town with three forums, told day by day."""

import datetime as dt
from dataclasses import dataclass

import pytest

from forums.editions.models import ForumPage
from forums.resolutions.models import Recommendation, ResolutionPage
from tests.factories.followup import (
    AssignmentFactory,
    OrganisationFactory,
    ProgressReportFactory,
    ResponseFactory,
    adopted,
    forum_on,
    items_of,
)
from tests.factories.forums import AddresseeFactory, TopicFactory

SECRET = "СЕКРЕТНАЯ ЗАМЕТКА"


@dataclass
class Town:
    """Forums on 26 April of 2017 to 2019; the first resolution's items by name."""

    first: ForumPage
    second: ForumPage
    third: ForumPage
    resolution: ResolutionPage
    later: ResolutionPage
    base: Recommendation
    fair: Recommendation
    traditions: Recommendation
    silent: Recommendation


@pytest.fixture
def town(db) -> Town:
    """Of the first resolution: a base is made by October 2017, a fair is held once, traditions go on, one is silent."""
    first = forum_on("2017-04-26", 1)
    index = first.get_parent()
    second, third = forum_on("2018-04-26", 2, index), forum_on("2019-04-26", 3, index)
    addressee = AddresseeFactory(title="Органы власти", slug="power")
    kinds = Recommendation.Kind
    resolution = adopted(
        first,
        [
            Recommendation(text="Создать единую базу проектов", kind=kinds.ONE_OFF, sort_order=0),
            Recommendation(text="Проводить ярмарки вакансий", kind=kinds.RECURRING, sort_order=1),
            Recommendation(text="Укреплять традиции поощрения", kind=kinds.ONGOING, sort_order=2),
            Recommendation(text="Создать благотворительный фонд", kind=kinds.ONE_OFF, sort_order=3),
        ],
        addressee,
    )
    base, fair, traditions, silent = items_of(resolution)
    base.topics.set([TopicFactory(title="НКО", slug="ngo")])
    base.save()
    repeat = Recommendation(text="Создать наконец фонд", kind=kinds.ONE_OFF, repeats=silent.translation_key)
    later = adopted(second, [repeat], addressee)
    body = OrganisationFactory(title="Управление культуры")
    _tell(base, fair, traditions, silent, body)
    return Town(first, second, third, resolution, later, base, fair, traditions, silent)


def _tell(base, fair, traditions, silent, body) -> None:
    def day(text: str) -> dt.date:
        return dt.date.fromisoformat(text)

    for item in (base, fair, traditions):
        AssignmentFactory(recommendation_key=item.translation_key, date=day("2017-05-10"), body=body)
        ResponseFactory(recommendation_key=item.translation_key, date=day("2017-05-20"), text="Сделаем.", body=body)

    def told(item, on: str, outcome: str, text: str, **fields) -> None:
        key = item.translation_key
        ProgressReportFactory(recommendation_key=key, date=day(on), outcome=outcome, text=text, body=body, **fields)

    told(base, "2017-07-01", "in_progress", "Собрали сведения о 40 проектах.")
    told(base, "2017-10-01", "done", "База открыта.")
    told(fair, "2017-09-15", "kept", "Ярмарка собрала 300 человек.")
    told(traditions, "2018-01-15", "active", "Наградили 12 человек.")
    told(silent, "2017-08-01", "done", SECRET, internal=True)
