"""The register: filters, the question of every resident, the map, open data, and how much it asks of the database."""

import csv
import datetime as dt
import io
import json
import re
from xml.etree import ElementTree

import pytest

from forums.followup.evidence import part_activity
from projects.councils.addresses import answer
from tests.factories.core import TerritoryFactory
from tests.factories.councils import LAND, CouncilFactory, CouncilIndexFactory, OfficeFactory, square
from tests.markup import one_line


def asked(register, question: str):
    return answer(register.get_councils().active(), question)


def titles(result) -> list[str]:
    return [found.council.title for found in result.found]


@pytest.fixture
def streets(register):
    """Three councils that share a street, one that is no more, one not published."""
    CouncilFactory(parent=register, title="Нечётный", addresses="ул. Озёрная, 1–15 (нечётные), 20")
    CouncilFactory(parent=register, title="Чётный", addresses="ул. Озёрная, 2–18 (чётные), 20а\nпр-т Карла Маркса")
    CouncilFactory(parent=register, title="Проспект", addresses="пр-т Мира, 1–9")
    CouncilFactory(parent=register, title="Улица", addresses="ул. Мира")
    CouncilFactory(parent=register, title="Бывший", addresses="ул. Озёрная", dissolved_on=dt.date(2020, 1, 1))
    CouncilFactory(parent=register, title="Черновик", addresses="ул. Озёрная", live=False)
    return register


@pytest.mark.parametrize(
    ("question", "outcome", "councils"),
    [
        ("озерная 7", "found", ["Нечётный"]),
        ("Озёрная улица, д. 8", "found", ["Чётный"]),
        ("ул. Озёрная 20", "found", ["Нечётный"]),
        ("ул. Озёрная, 20 А", "found", ["Чётный"]),
        ("озёрная", "found", ["Нечётный", "Чётный"]),
        ("озер 7", "found", ["Нечётный"]),
        ("мира 5", "found", ["Проспект", "Улица"]),
        ("пр. мира 5", "found", ["Проспект"]),
        ("ул мира 5", "found", ["Улица"]),
        ("маркса 3", "found", ["Чётный"]),
        ("к. маркса 3", "found", ["Чётный"]),
        ("озёрная 99", "no_house", ["Нечётный", "Чётный"]),
        ("Несуществующая 5", "no_street", []),
        ("17", "unclear", []),
        ("10.0000, 10.0000", "outside", []),
        ("%_'\"; DROP TABLE", "no_street", []),
        ("\x00", "nothing", []),
        ("о" * 5_000, "no_street", []),
    ],
)
def test_which_council_is_mine(streets, question, outcome, councils):
    result = asked(streets, question)
    assert (result.outcome if result else "nothing") == outcome
    assert (titles(result) if result else []) == councils


def test_a_slip_of_the_pen_is_forgiven(streets):
    assert "ул. Озёрная" in asked(streets, "азёрная 7").suggestions


def test_by_a_point_within_the_boundary(register):
    CouncilFactory(parent=register, title="Запад", boundary=square(0, 0))
    CouncilFactory(parent=register, title="Восток", boundary=square(1, 0))
    assert titles(asked(register, "57.7050, 57.4150")) == ["Восток"]
    assert asked(register, "57.9, 57.4").outcome == "outside"


def test_two_steps_on_the_page(streets, read):
    page = read(streets.url, {"address": "озерная 7"})
    assert "Ваш совет" in page
    assert "Нечётный" in page
    assert f'href="{streets.url}">Весь реестр' in page


def test_filters(register, client):
    centre = TerritoryFactory(title="Центр", slug="centr")
    CouncilFactory(parent=register, title="Первый", territory=centre)
    CouncilFactory(parent=register, title="Второй", kind="house", territory=centre)
    CouncilFactory(parent=register, title="Третий", dissolved_on=dt.date(2021, 1, 1))

    def shown(query: str) -> list[str]:
        listing = client.get(f"{register.url}{query}").context["listing"]
        return [council.title for council in listing.entries]

    assert shown("") == ["Второй", "Первый", "Третий"]
    assert shown("?kind=house") == ["Второй"]
    assert shown("?territory=centr") == ["Второй", "Первый"]
    assert shown("?status=dissolved") == ["Третий"]
    assert shown("?status=active&kind=tos") == ["Первый"]
    assert shown("?kind=castle&territory=%00&status=%27&page=-5") == ["Второй", "Первый", "Третий"]


def test_empty_states(register, read):
    assert "В реестре пока пусто" in read(register.url)
    CouncilFactory(parent=register)
    CouncilFactory(parent=register, kind="house", dissolved_on=dt.date(2021, 1, 1))
    page = read(f"{register.url}?kind=house&status=active")
    assert "не подходит ни один совет" in page


def test_map_has_a_named_link_for_every_boundary(register, client, read):
    CouncilFactory(parent=register, title="ТОС «Запад»", boundary=square(0, 0))
    CouncilFactory(parent=register, title="Комитет", kind="house", boundary=square(1, 0))
    CouncilFactory(parent=register, title="Без границ")
    CouncilFactory(parent=register, title="Бывший", boundary=square(0, 0), dissolved_on=dt.date(2021, 1, 1))
    page = one_line(read(register.url))
    links = re.findall(r'<a class="town-map__link" href="([^"]+)" aria-label="([^"]+)">', page)
    numbers, names = zip(*(name.split(" ", 1) for _url, name in links), strict=True)
    assert sorted(name.rpartition(": ")[2] for name in names) == ["Комитет", "ТОС «Запад»"]
    assert all(number.isdigit() for number in numbers)
    assert all(client.get(url).status_code == 200 for url, _name in links)
    assert 'fill="url(#register-map-house)"' in page
    assert "http" not in "".join(re.findall(r"<image[^>]*>", page))


def test_tiles_only_when_a_server_is_named(register, read, settings):
    CouncilFactory(parent=register, boundary=square(0, 0))
    assert "<image" not in read(register.url)
    settings.MAP_TILE_URL = "https://tiles.example/{z}/{x}/{y}.png"
    settings.MAP_TILE_ATTRIBUTION = "© Картографы"
    page = read(register.url)
    assert 'href="https://tiles.example/' in page
    assert "© Картографы" in page


def test_csv(register, client):
    council = CouncilFactory(parent=register, title="=1+1", phone="+7 000", addresses="ул. Озёрная, 1")
    OfficeFactory(council=council)
    response = client.get(f"{register.url}councils.csv")
    assert response.content.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";")
    assert row["name"] == "'=1+1"
    assert row["phone"] == "+7 000"
    assert (row["form"], row["form_label"]) == ("tos", "ТОС")
    assert (row["status"], row["status_label"]) == ("active", "действует")
    assert row["registered_on"] == "2019-03-12"
    assert row["url"] == council.full_url


def test_geojson(register, client):
    CouncilFactory(parent=register, boundary=square(0, 0), addresses="ул. Озёрная, 1\nул. Лесная")
    CouncilFactory(parent=register)
    CouncilFactory(parent=register, kind="house")
    data = json.loads(client.get(f"{register.url}councils.geojson?kind=tos").content)
    assert data["type"] == "FeatureCollection"
    assert sorted(bool(feature["geometry"]) for feature in data["features"]) == [False, True]
    assert {feature["properties"]["form_label"] for feature in data["features"]} == {"ТОС"}
    assert "ул. Озёрная, 1; ул. Лесная" in {feature["properties"]["addresses"] for feature in data["features"]}


def test_columns_of_the_open_data_are_described(register, client, read):
    CouncilFactory(parent=register)
    described = re.findall(r"<dt><code>(\w+)</code></dt>", read(register.url))
    written = client.get(f"{register.url}councils.csv").content.decode("utf-8-sig").splitlines()[0].split(";")
    assert described == written


def test_feed_is_atom(register, client):
    CouncilFactory(parent=register, title="ТОС «Новый»")
    root = ElementTree.fromstring(client.get(f"{register.url}feed.atom").content)  # noqa: S314  (our own)
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    assert root.find("{*}entry/{*}title").text == "ТОС «Новый»"


@pytest.mark.parametrize("query", ["", "?kind=tos&status=active", "?address=озёрная+7", "?page=2"])
def test_constant_queries(register, client, as_served, django_assert_max_num_queries, query):
    territory = TerritoryFactory()
    for number in range(30):
        council = CouncilFactory(
            parent=register, addresses="ул. Озёрная", territory=territory, boundary=square(number % 10, number // 10)
        )
        OfficeFactory(council=council)
    client.get(register.url)
    with django_assert_max_num_queries(12):
        assert client.get(f"{register.url}{query}").status_code == 200


@pytest.mark.parametrize("name", ["councils.csv", "councils.geojson"])
def test_exports_ask_a_constant_number(register, client, as_served, django_assert_max_num_queries, name):
    for _number in range(15):
        OfficeFactory(council=CouncilFactory(parent=register, boundary=square(0, 0)))
    with django_assert_max_num_queries(12):
        assert client.get(f"{register.url}{name}").status_code == 200


def test_a_reader_gets_no_cookie(register, client):
    CouncilFactory(parent=register)
    response = client.get(register.url)
    assert not response.cookies
    assert "csrf" not in response.content.decode()


def test_register_without_a_municipality(site, client):
    register = CouncilIndexFactory(parent=site.home, slug="drugoy", boundary=None)
    CouncilFactory(parent=register, boundary=LAND)
    assert client.get(register.url).status_code == 200


def test_the_register_is_evidence_as_of_a_day(register):
    CouncilFactory(parent=register, registered_on=dt.date(2019, 3, 12))
    CouncilFactory(parent=register, registered_on=dt.date(2018, 1, 1), dissolved_on=dt.date(2020, 1, 1))
    CouncilFactory(parent=register, registered_on=dt.date(2024, 1, 1))

    def told(*day: int) -> tuple:
        found = part_activity("councils", dt.date(*day), register.locale)
        return found.text, found.latest_on, found.url

    assert told(2019, 6, 1) == ("работают 2 совета", dt.date(2019, 3, 12), register.url)
    assert told(2021, 1, 1) == ("работает 1 совет", dt.date(2019, 3, 12), register.url)
    assert told(2017, 1, 1) == ("работают 0 советов", None, register.url)
