"""A council: what is refused, what is computed, what may be shown."""

import datetime as dt
import json

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from core.requisites import is_inn, is_ogrn
from projects.councils.models import CouncilStreet
from tests.factories.core import PersonFactory, TerritoryFactory, publish_translation
from tests.factories.councils import CouncilFactory, OfficeFactory, square

TODAY = time_machine.travel("2026-05-20 12:00+05:00", tick=False)


def refused(council) -> dict[str, list[str]]:
    with translation.override("ru"), pytest.raises(ValidationError) as error:
        council.full_clean()
    return error.value.message_dict


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"dissolved_on": dt.date(2018, 1, 1)}, "dissolved_on", "раньше, чем был зарегистрирован"),
        ({"founded_on": dt.date(2020, 1, 1)}, "registered_on", "раньше учредительного собрания"),
        ({"registered_on": dt.date(2027, 1, 1)}, "registered_on", "ещё не наступил"),
        ({"founded_on": dt.date(219, 1, 1)}, "founded_on", "слишком давний"),
        ({"inn": "7707083894", "legal_name": "ТОС"}, "inn", "Такого ИНН не бывает"),
        ({"inn": "123", "legal_name": "ТОС"}, "inn", "10 цифр"),
        ({"ogrn": "1027700132196", "legal_name": "ТОС"}, "ogrn", "Такого ОГРН не бывает"),
        ({"inn": "7707083893"}, "legal_name", "юридического лица"),
        ({"residents": 5_000_000}, "residents", "Столько жителей не бывает"),
        ({"houses": 50_000}, "houses", "Столько домов не бывает"),
        ({"addresses": "ул. Озёрная, 1–15\nул. Лесная, у реки"}, "addresses", "Строка 2"),
        ({"boundary": {"type": "Polygon", "coordinates": [[[57, 57], [58, 57], [57, 58]]]}}, "boundary", "не замкнута"),
    ],
)
@TODAY
def test_bad_input_is_refused_at_its_field(register, fields, field, words):
    council = CouncilFactory(parent=register)
    for name, value in fields.items():
        setattr(council, name, value)
    assert words in " ".join(refused(council)[field])


def test_control_digits():
    assert is_inn("7707083893")
    assert is_inn("500100732259")
    assert not is_inn("7707083892")
    assert not is_inn("0000000000")
    assert not is_inn("٧٧٠٧٠٨٣٨٩٣")
    assert is_ogrn("1027700132195")
    assert not is_ogrn("1027700132190")
    assert is_ogrn("304500116000157")


def test_dissolved_from_the_day_on_in_the_towns_time_zone(register):
    council = CouncilFactory(parent=register, dissolved_on=dt.date(2026, 5, 20))
    with time_machine.travel("2026-05-19 18:59+00:00", tick=False):  # 23:59 in Yekaterinburg
        assert not council.is_dissolved
        assert list(register.get_councils().active()) == [council]
    with time_machine.travel("2026-05-19 19:00+00:00", tick=False):  # midnight there
        assert council.is_dissolved
        assert list(register.get_councils().dissolved()) == [council]


@TODAY
def test_chairs_over_time(register):
    council = CouncilFactory(parent=register)
    first, second = PersonFactory(), PersonFactory()
    OfficeFactory(council=council, person=first, since=dt.date(2018, 1, 1), until=dt.date(2021, 12, 31))
    OfficeFactory(council=council, person=second, since=dt.date(2022, 1, 1))
    OfficeFactory(council=council, role="secretary", since=dt.date(2026, 6, 1))
    assert [office.person for office in council.current_offices] == [second]
    assert [office.person for office in council.past_offices] == [first]
    assert [head.person for head in register.get_councils().for_list().get().heads] == [second]


@pytest.mark.parametrize(("consent", "shown"), [(None, False), (dt.date(2025, 1, 1), True)])
def test_phone_and_email_only_with_consent(register, read, consent, shown):
    person = PersonFactory(phone="+7 000 111", email="a@b.example", consent_on=consent)
    council = CouncilFactory(parent=register)
    OfficeFactory(council=council, person=person)
    page = read(council.url)
    assert person.title in page
    assert ("+7 000 111" in page) is shown
    assert ("a@b.example" in page) is shown
    assert ("+7 000 111" in read(f"{register.url}councils.csv")) is False


def test_streets_follow_the_address_list(register):
    council = CouncilFactory(parent=register, addresses="ул. Озёрная, 1–15\nпер. Тихий")
    assert sorted(council.streets.values_list("title", flat=True)) == ["пер. Тихий", "ул. Озёрная"]
    council.addresses = "ул. Лесная"
    council.save_revision().publish()
    assert list(CouncilStreet.objects.values_list("title", flat=True)) == ["ул. Лесная"]


def test_a_draft_changes_neither_streets_nor_map(register):
    council = CouncilFactory(parent=register, addresses="ул. Озёрная", boundary=square(0, 0))
    council.addresses, council.boundary = "ул. Лесная", square(5, 5)
    council.save_revision()
    assert list(CouncilStreet.objects.values_list("title", flat=True)) == ["ул. Озёрная"]
    assert register.get_councils().around(57.405, 57.705).exists()


def test_english_page_shares_facts_and_speaks_english(register, site, read):
    territory = TerritoryFactory(title="Заречный")
    council = CouncilFactory(parent=register, addresses="ул. Озёрная, 1", boundary=square(1, 1), territory=territory)
    publish_translation(register, site.en, title="Councils")
    english = publish_translation(council, site.en, title="Zarechny TOS")
    page = read(english.url)
    assert "Zarechny TOS" in page
    assert "ул. Озёрная" in page
    assert "Streets and houses" in page
    assert 'hreflang="ru"' in page


def test_page_asks_a_constant_number_of_queries(register, client, django_assert_max_num_queries):
    council = CouncilFactory(parent=register, boundary=square(2, 2), addresses="ул. Озёрная, 1")
    for number in range(6):
        OfficeFactory(council=council, role="member")
        CouncilFactory(parent=register, boundary=square(number, 3))
    client.get(council.url)
    with django_assert_max_num_queries(22):
        assert client.get(council.url).status_code == 200


def test_structured_data(register):
    council = CouncilFactory(
        parent=register,
        kind="public",
        legal_name="ТОС",
        inn="7707083893",
        phone="+7 000",
        dissolved_on=dt.date(2025, 5, 1),
    )
    data = council.get_structured_data(None)
    assert data["@type"] == "GovernmentOrganization"
    assert data["taxID"] == "7707083893"
    assert data["dissolutionDate"] == "2025-05-01"


def test_search_offer_has_streets_people_and_territory(register):
    council = CouncilFactory(parent=register, addresses="ул. Озёрная, 1–15", territory=TerritoryFactory(title="Центр"))
    office = OfficeFactory(council=council)
    (offer,) = council.get_search_offers()
    assert offer.kind == "council"
    assert "ул. Озёрная" in offer.text
    assert office.person.title in offer.text
    assert [title for _key, title in offer.territories] == ["Центр"]


@pytest.fixture
def editor(admin_client):
    """``editor(page)`` → the page's form in the admin; ``editor.check(...)`` → what the boundary's check answers."""

    def form(page) -> str:
        return admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    form.check = lambda **data: admin_client.post(reverse("councils_boundary"), data).json()
    return form


def test_forms_show_the_map_under_the_boundary(register, editor):
    address = f'data-url="{reverse("councils_boundary")}"'
    assert f'{address} data-register=""' in editor(register)
    assert f'{address} data-register="{register.pk}"' in editor(CouncilFactory(parent=register))


def test_a_boundary_is_checked_and_drawn_while_it_is_typed(register, editor):
    CouncilFactory(parent=register, title="Сосед", slug="sosed", boundary=square(2, 2))
    inside = editor.check(boundary=json.dumps(square(1, 1)), register=register.pk, own="")
    assert inside["ok"]
    assert "4 точки" in inside["message"]
    assert "Сосед" in inside["svg"]
    assert "Сосед" not in editor.check(boundary="", register=register.pk, own="sosed")["svg"]
    outside = editor.check(boundary=json.dumps(square(50, 50)), register=register.pk, own="")
    assert not outside["ok"]
    assert "вне муниципалитета" in outside["message"]
    assert not editor.check(boundary="{", register="", own="")["ok"]
