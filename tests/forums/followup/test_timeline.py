"""The timeline on a recommendation's address, and the state on the resolution's page."""

import datetime as dt

import pytest
from wagtail import hooks

from core.models import Topic
from forums.followup import evidence
from forums.followup.models import LivingLink, ProgressReport
from tests.factories.followup import AssignmentFactory, ProgressReportFactory, adopted, items_of
from tests.factories.forums import AddresseeFactory

pytestmark = pytest.mark.django_db


def page_of(client, resolution, item) -> str:
    response = client.get(f"{resolution.url}{item.number.replace('.', '-')}/")
    return response.content.decode().replace("\u00a0", " ")


def test_everything_public_is_told_in_order(client, town):
    told = page_of(client, town.resolution, items_of(town.resolution)[0])

    words = ["Принята", "Назначен исполнитель", "Сделаем", "Собрали сведения о", "База открыта"]
    places = [told.index(word) for word in words]
    assert places == sorted(places)


def test_internal_notes_are_not(client, town):
    told = page_of(client, town.resolution, items_of(town.resolution)[3])

    assert "СЕКРЕТНАЯ" not in told
    assert "Без ответа" in told


def test_drafts_are_not(client, town):
    ProgressReportFactory(recommendation_key=town.base.translation_key, text="Черновик отчёта", live=False)

    assert "Черновик отчёта" not in page_of(client, town.resolution, items_of(town.resolution)[0])


def test_a_correction_stands_beside_what_it_corrects(client, town):
    report = ProgressReportFactory(
        recommendation_key=town.silent.translation_key, date=dt.date(2017, 8, 5), outcome="done"
    )
    ProgressReportFactory(
        recommendation_key=town.silent.translation_key,
        date=dt.date(2017, 9, 5),
        outcome="in_progress",
        text="Поспешили.",
        corrects=report,
    )

    told = page_of(client, town.resolution, items_of(town.resolution)[3])

    assert "Исправление отчёта от 05.08.2017" in told
    assert "Исправлено" in told
    assert "Исполняется" in told


def test_a_contact_s_address_is_never_shown(client, town):
    AssignmentFactory(
        recommendation_key=town.base.translation_key, contact_email="petrova@example.org", contact_name="Петрова"
    )

    told = page_of(client, town.resolution, items_of(town.resolution)[0])

    assert "petrova@" not in told
    assert "Петрова" not in told


def test_repetition_is_seen_from_both_ends(client, town):
    earlier = page_of(client, town.resolution, items_of(town.resolution)[3])
    later = page_of(client, town.later, items_of(town.later)[0])

    assert f"{town.later.url}1-1/" in earlier
    assert f"{town.resolution.url}1-4/" in later
    assert "Второй год подряд" in later
    assert "год подряд" not in earlier


def test_the_activity_of_a_living_part(client, town):
    asked = []

    def count(on, locale, topic: Topic | None):
        asked.append((on, topic))
        return evidence.Activity("14 конкурсов за 12 месяцев", "/contests/", dt.date(2018, 4, 20))

    LivingLink.objects.create(recommendation_key=town.base.translation_key, part="contests")
    LivingLink.objects.create(recommendation_key=town.base.translation_key, part="a part that is gone")
    with hooks.register_temporarily(
        f"extension: {evidence.PARTS}", evidence.SitePart("contests", "Конкурсы", count), order=1
    ):
        told = page_of(client, town.resolution, items_of(town.resolution)[0])

    assert "14 конкурсов" in told
    assert 'href="/contests/"' in told
    assert len(asked) == 1


def test_projects_that_carry_it_out(client, town):
    def find(keys, on, locale):
        return {key: [evidence.Work("Живой двор", "/projects/yard/", "Проект", dt.date(2017, 12, 1))] for key in keys}

    with hooks.register_temporarily(f"extension: {evidence.WORKS}", find):
        told = page_of(client, town.resolution, items_of(town.resolution)[0])

    assert told.index("Живой двор") > told.index("База открыта")


def test_a_link_is_named_after_the_part_or_what_is_left_of_it(town):
    part = evidence.SitePart("bees", "Пасека", lambda on, locale, topic: evidence.Activity("", ""))
    link = LivingLink.objects.create(recommendation_key=town.base.translation_key, part="bees")

    with hooks.register_temporarily(f"extension: {evidence.PARTS}", part):
        assert ("bees", "Пасека") in evidence.part_choices()
        assert str(link) == "Пасека"
    assert str(link) == "bees"


def test_the_resolution_is_filtered_by_state(client, town):
    whole = client.get(town.resolution.url).content.decode()
    some = client.get(town.resolution.url, {"state": "no_answer"}).content.decode()

    assert "Создать единую базу" in whole
    assert "Создать единую базу" not in some
    assert "благотворительный фонд" in some


def test_the_resolution_is_filtered_by_overdue(client, town):
    AssignmentFactory(
        recommendation_key=town.silent.translation_key, date=dt.date(2017, 6, 1), due_on=dt.date(2017, 9, 1)
    )

    some = client.get(town.resolution.url, {"state": "overdue"}).content.decode()

    assert "благотворительный фонд" in some
    assert "ярмарки" not in some


def test_a_resolution_of_200_with_1000_records(client, town, as_served, django_assert_max_num_queries):
    big = adopted(town.third, [f"Пункт {n}" for n in range(200)], AddresseeFactory())
    keys = [item.translation_key for item in items_of(big)]
    told = [ProgressReportFactory.build(recommendation_key=key, date=dt.date(2019, 6, 1)) for key in keys * 4]
    ProgressReport.objects.bulk_create(told)
    for key in keys:
        AssignmentFactory(recommendation_key=key, date=dt.date(2019, 5, 1), body__slug="one")
    client.get(big.url)

    with django_assert_max_num_queries(15):
        response = client.get(big.url)

    assert response.content.decode().count("items__item") >= 200
