"""Practices: sums that must add up, filters, borrowing from both ends, the card."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from wagtail import hooks

from core.page_choosers import PROJECTS
from projects.councils.models import CouncilPage
from projects.practices.models import PracticeBorrowing
from tests.factories.core import TopicFactory, publish_translation
from tests.factories.councils import CouncilFactory, CouncilIndexFactory
from tests.factories.practices import BorrowingFactory, PracticeFactory, PracticeIndexFactory


@pytest.fixture
def collection(site):
    return PracticeIndexFactory(parent=site.home, locale=site.ru)


def money(*sums: int) -> list:
    return [("money", {"source": "residents", "name": "", "amount": Decimal(one)}) for one in sums]


def words(response) -> str:
    return response.content.decode().replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("fields", "field", "told"),
    [
        ({"cost": Decimal(1), "funding": money(100_000, 50_000)}, "cost", "Источники в сумме дают 150"),
        ({"origin": "other", "city": ""}, "city", "Назовите город"),
        ({"year": 2099}, "year", "ещё не начался"),
        ({"year": 12}, "year", "1990"),
        ({"cost": Decimal(10**11)}, "cost", "количество нулей"),
        ({"cost": Decimal(-5)}, "cost", "меньше нуля"),
    ],
)
def test_bad_input_is_refused_at_its_field(collection, fields, field, told):
    practice = PracticeFactory(parent=collection)
    for name, value in fields.items():
        setattr(practice, name, value)
    with translation.override("ru"), pytest.raises(ValidationError) as error:
        practice.full_clean()
    shown = " ".join(error.value.message_dict[field]).replace("\u00a0", " ")
    assert told in shown


def test_cost_is_the_sum_of_the_sources(collection):
    practice = PracticeFactory(parent=collection, cost=None, funding=money(100_000, 50_000))
    practice.full_clean()
    assert practice.cost == 150_000
    assert [row[3] for row in practice.money_rows] == [67, 33]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"council": None, "borrower": ""}, "borrower"),
        ({"council": None, "borrower": "ТОС", "city": ""}, "city"),
        ({"council": None, "borrower": "ТОС", "city": "Заречный", "year": 2098}, "year"),
    ],
)
def test_a_borrowing_names_one_borrower(collection, fields, field):
    borrowing = PracticeBorrowing(practice=PracticeFactory(parent=collection), locale=collection.locale, year=2024)
    for name, value in fields.items():
        setattr(borrowing, name, value)
    with pytest.raises(ValidationError) as error:
        borrowing.full_clean()
    assert field in error.value.message_dict


def test_filters(collection, client):
    ecology = TopicFactory(title="Экология", slug="ekologiya")
    free = PracticeFactory(parent=collection, title="Даром", cost=Decimal(0))
    dear = PracticeFactory(parent=collection, title="Дорого", cost=Decimal(2_000_000), origin="other", city="Заречный")
    PracticeFactory(parent=collection, title="Неизвестно", cost=None)
    free.topics = [ecology]
    free.save()
    BorrowingFactory(practice=dear, borrower="ТОС", city="Тихий")

    def shown(query: str) -> set[str]:
        return {page.title for page in client.get(f"{collection.url}{query}").context["listing"].entries}

    assert shown("") == {"Даром", "Дорого", "Неизвестно"}
    assert shown("?topic=ekologiya") == {"Даром"}
    assert shown("?cost=free") == {"Даром"}
    assert shown("?cost=over") == {"Дорого"}
    assert shown("?cost=to-50") == set()
    assert shown("?city=Заречный") == {"Дорого"}
    assert shown("?origin=own") == {"Даром", "Неизвестно"}
    assert shown("?origin=borrowed") == {"Дорого"}
    assert shown("?cost=%00&origin=x&topic=<b>&page=zzz") == {"Даром", "Дорого", "Неизвестно"}


def test_empty_states(collection, client):
    assert "Пока не рассказано" in words(client.get(collection.url))
    PracticeFactory(parent=collection, cost=Decimal(0))
    assert "не подходит ни одна практика" in words(client.get(f"{collection.url}?cost=over"))


def test_a_council_shows_what_it_took_up(collection, site, client):
    register = CouncilIndexFactory(parent=site.home, locale=site.ru)
    council, other = CouncilFactory(parent=register), CouncilFactory(parent=register)
    practice = PracticeFactory(parent=collection, city="Заречный", origin="other")
    BorrowingFactory(practice=practice, council=council, outcome="Родник чист.")
    page = words(client.get(council.url))
    assert practice.title in page
    assert "Родник чист." in page
    assert council.title in words(client.get(practice.url))
    assert 'id="borrowed"' not in words(client.get(other.url))


def test_a_borrowing_names_a_project_of_the_rooms_above(collection, site):
    register = CouncilIndexFactory(parent=site.home, locale=site.ru)
    council = CouncilFactory(parent=register)
    row = PracticeBorrowing(
        practice=PracticeFactory(parent=collection), locale=site.ru, borrower="ТОС", city="Тихий", year=2024
    )
    row.project = council
    with hooks.register_temporarily(f"extension: {PROJECTS}", lambda: [CouncilPage]):
        row.full_clean()
    with pytest.raises(ValidationError) as error:
        row.full_clean()
    assert set(error.value.message_dict) == {"project"}


def test_borrowing_is_shared_by_languages(collection, site, client):
    council = CouncilFactory(parent=CouncilIndexFactory(parent=site.home, locale=site.ru), title="ТОС Южный")
    practice = PracticeFactory(parent=collection)
    BorrowingFactory(practice=practice, council=council, outcome="Получилось.")
    publish_translation(collection, site.en, title="Practices")
    english = publish_translation(practice, site.en, title="A spring")
    publish_translation(council.get_parent(), site.en, title="Councils")
    english_council = publish_translation(council, site.en, title="Yuzhny TOS")
    assert "A spring" in words(client.get(english_council.url))
    assert practice.title in words(client.get(council.url))
    assert "Who has adopted it" in words(client.get(english.url))


def test_card_is_short_and_not_indexed(collection, client):
    step = {"title": "Шаг " * 40, "text": "", "duration": ""}
    practice = PracticeFactory(
        parent=collection, problem=f"<p>{'Долгая история. ' * 200}</p>", steps=[("step", step)] * 12, title="Родник"
    )
    response = client.get(f"{practice.url}card/")
    card = response.context["card"]
    assert len(card["problem"]) <= 380
    assert len(card["steps"]) == 7
    assert card["more_steps"] == 5
    page = words(response)
    assert 'name="robots" content="noindex"' in page
    assert practice.full_url in page


def test_list_asks_a_constant_number_of_queries(collection, client, django_assert_max_num_queries):
    topic = TopicFactory()
    for _number in range(25):
        practice = PracticeFactory(parent=collection)
        practice.topics = [topic]
        practice.save()
        BorrowingFactory(practice=practice, borrower="ТОС", city="Тихий")
    client.get(collection.url)
    with django_assert_max_num_queries(12):
        assert client.get(f"{collection.url}?origin=own&page=2").status_code == 200


def test_search_offer(collection):
    topic = TopicFactory(title="Экология")
    practice = PracticeFactory(parent=collection, problem="<p>Родник зарос.</p>", year=2021)
    practice.topics = [topic]
    practice.save()
    (offer,) = practice.get_search_offers()
    assert (offer.kind, offer.year) == ("practice", 2021)
    assert "Родник зарос." in offer.text
    assert [title for _key, title in offer.topics] == ["Экология"]


def test_structured_data_tells_how_to(collection):
    practice = PracticeFactory(
        parent=collection, steps=[("step", {"title": "Собраться", "text": "Все", "duration": ""})]
    )
    data = practice.get_structured_data(None)
    assert data["@type"] == "HowTo"
    assert data["step"][0]["name"] == "Собраться"
    assert data["estimatedCost"]["value"] == "100000"
