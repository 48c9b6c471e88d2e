"""The base of projects as residents read it, filter it and take it away."""

import csv
import datetime as dt
import io
import json
import re
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone
from openpyxl import load_workbook

from forums.followup.evidence import part_activity, works
from projects.social.choices import InitiatorKind, NeedKind, Stage
from projects.social.models import ProjectFunding, ProjectNeed, ProjectPage, ProjectRecommendation
from tests.factories.core import OrganisationFactory, PersonFactory, TerritoryFactory, TopicFactory
from tests.factories.councils import CouncilIndexFactory
from tests.factories.forums import resolution_with, section_with
from tests.factories.practices import BorrowingFactory, PracticeFactory, PracticeIndexFactory
from tests.factories.projects import ProjectIndexPageFactory, ProjectPageFactory, project_with

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 22)
HISTORY = [("idea", dt.date(2026, 1, 10)), ("seeking", dt.date(2026, 5, 1)), ("done", dt.date(2026, 12, 1))]


@pytest.fixture
def index(site):
    return ProjectIndexPageFactory(parent=site.home)


def titles(client, url):
    return [
        title.replace("\u00a0", " ")
        for title in re.findall(r'item__title"><a href="[^"]*">([^<]*)', client.get(url).content.decode())
    ]


@pytest.mark.parametrize(
    ("day", "stage"),
    [
        (dt.date(2026, 1, 9), Stage.IDEA),
        (dt.date(2026, 4, 30), Stage.IDEA),
        (dt.date(2026, 5, 1), Stage.SEEKING),
        (dt.date(2026, 11, 30), Stage.SEEKING),
        (dt.date(2026, 12, 1), Stage.DONE),
    ],
)
def test_the_stage_of_a_day_follows_from_the_history(index, day, stage):
    page = project_with(index, HISTORY)
    assert page.stage_on(day) == stage
    assert ProjectPage.objects.with_stage(day).get().stage_on_day == stage
    assert ProjectPage.objects.in_stage(stage, day=day).get() == page


def test_the_stage_changes_at_midnight_of_the_town(client, index):
    """19:00 UTC is midnight in Yekaterinburg."""
    project_with(index, HISTORY)
    with time_machine.travel(dt.datetime(2026, 11, 30, 18, 59, 59, tzinfo=dt.UTC), tick=False):
        assert len(titles(client, f"{index.url}?stage=seeking")) == 1
    with time_machine.travel(dt.datetime(2026, 11, 30, 19, 0, tzinfo=dt.UTC), tick=False):
        assert len(titles(client, f"{index.url}?stage=done")) == 1


def test_of_two_stages_of_one_day_the_lower_one_counts(index):
    page = project_with(index, [("idea", TODAY), ("under_way", TODAY)])
    assert page.stage_on(TODAY) == ProjectPage.objects.with_stage(TODAY).get().stage_on_day == Stage.UNDER_WAY


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("stage=under_way", ["Каток"]),
        ("topic=sport", ["Каток"]),
        ("territory=north", ["Каток"]),
        ("need=volunteers", ["Каток"]),
        ("need=any", ["Каток"]),
        ("need=money", []),
        ("initiator=group", ["Сад", "Каток"]),
        ("initiator=organisation", ["Музей"]),
        ("stage=nonsense&topic=%00&page=zzz&view=sideways", ["Музей", "Сад", "Каток"]),
    ],
)
def test_filters(client, index, query, expected):
    rink = project_with(
        index, [("under_way", TODAY - dt.timedelta(days=400))], title="Каток", territory=TerritoryFactory(slug="north")
    )
    rink.topics.add(TopicFactory(slug="sport"))
    rink.needs = [
        ProjectNeed(kind=NeedKind.VOLUNTEERS, text="Двое"),
        ProjectNeed(kind=NeedKind.MONEY, text="Найдены", met_on=dt.date(2020, 1, 1)),
        ProjectNeed(kind=NeedKind.MONEY, text="Поздно", until=dt.date(2020, 1, 1)),
    ]
    rink.save()
    done = project_with(
        index, [("done", dt.date(2020, 1, 1))], title="Сад", topics=[TopicFactory()], territory=TerritoryFactory()
    )
    done.needs = [ProjectNeed(kind=NeedKind.THINGS, text="Уже не нужно")]
    done.save()
    ProjectPageFactory(parent=index, title="Музей", group="", organisation=OrganisationFactory())
    assert titles(client, f"{index.url}?{query}") == expected


def test_sums_are_of_what_the_filter_shows(client, index):
    for number in range(3):
        page = project_with(index, [("done" if number else "idea", dt.date(2020, 1, 1))])
        page.fundings = [ProjectFunding(year=2026, source="grant", amount=100_000)]
        page.save()
    text = client.get(index.url).content.decode()
    assert "300\u202f000\u00a0₽" in text
    assert "3 проекта" in text.replace("\u00a0", " ")
    filtered = client.get(f"{index.url}?stage=done").content.decode()
    assert "200\u202f000\u00a0₽" in filtered
    assert '<svg class="chart__picture"' in filtered


def test_csv_and_xlsx_hold_what_the_filter_shows_and_no_formulas(client, index):
    page = project_with(index, [("done", TODAY)], title="=HYPERLINK(1)", group="+7 «Соседи»", cost=Decimal("1500.50"))
    page.fundings = [
        ProjectFunding(year=2025, source="grant", amount=1000),
        ProjectFunding(year=2026, source="grant", amount=500),
    ]
    page.save()
    project_with(index, [("idea", TODAY)], title="Не попадёт")
    content = client.get(f"{index.url}csv/?stage=done").content
    assert content.startswith(b"\xef\xbb\xbf")
    headings, row = csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";")
    known = dict(zip(headings, row, strict=True))
    assert known["Название проекта"] == "'=HYPERLINK(1)"
    assert known["Инициатор"] == "'+7 «Соседи»"
    assert (known["Стоимость, ₽"], known["Гранты, ₽"]) == ("1500,50", "1500,00")
    assert known["Стадия"] == "завершён"
    assert "done" in row
    assert known["Стадия с"] == "2026-11-22"
    sheet = load_workbook(io.BytesIO(client.get(f"{index.url}xlsx/?stage=done").content)).active
    titles_row, values = list(sheet.iter_rows())
    cells = {heading.value: cell for heading, cell in zip(titles_row, values, strict=True)}
    assert (cells["Название проекта"].data_type, cells["Название проекта"].value) == ("s", "=HYPERLINK(1)")
    assert cells["Гранты, ₽"].value == 1500


def test_every_exported_column_is_explained_on_the_page(client, index):
    project_with(index)
    page = client.get(index.url).content.decode()
    heading_row = client.get(f"{index.url}csv/").content.decode("utf-8-sig").splitlines()[0].split(";")
    assert all(f"<dt>{heading.strip(chr(34))}</dt>" in page for heading in heading_row)


def test_the_map_has_a_link_and_a_number_for_every_place(client, index):
    page = ProjectPageFactory(parent=index, title="На карте", point="56.071800, 54.153200")
    ProjectPageFactory(parent=index, title="Без места")
    text = client.get(f"{index.url}?view=map").content.decode()
    assert text.count("project-map__spot ") == 1
    assert f'aria-label="1. {page.title} (идея)"' in text
    page.delete()
    assert "нет места на карте" in client.get(f"{index.url}?view=map").content.decode().replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"group": ""}, "organisation"),
        ({"point": "где-то у реки"}, "point"),
        ({"point": "156.0, 54.0"}, "point"),
        ({"cost": Decimal(-1)}, "cost"),
        ({"cost": Decimal(10**11)}, "cost"),
    ],
)
def test_what_cannot_be_is_refused_at_the_field(fields, wrong):
    with pytest.raises(ValidationError) as caught:
        ProjectPageFactory.build(**fields).full_clean(exclude=["path", "depth", "content_type"])
    assert wrong in caught.value.error_dict


def test_one_initiator_and_only_with_consent(site):
    person = PersonFactory()
    with pytest.raises(ValidationError) as caught:
        ProjectPageFactory.build(person=person).full_clean(exclude=["path", "depth", "content_type"])
    assert "person" in caught.value.error_dict
    with pytest.raises(ValidationError) as caught:
        ProjectPageFactory.build(group="", person=person).full_clean(exclude=["path", "depth", "content_type"])
    assert "согласие" in str(caught.value).lower()
    person.consent_on = dt.date(2026, 1, 1)
    person.save()
    page = ProjectPageFactory.build(group="", person=person)
    page.clean()
    assert page.initiator_kind == InitiatorKind.PERSON


def test_recommendations_and_projects_know_of_each_other(client, index):
    resolution = resolution_with([section_with(["Создать единую базу социальных проектов"])])
    item = resolution.sections.first().recommendations.first()
    page = project_with(index, [("under_way", dt.date(2026, 3, 1))], title="База")
    page.recommendations = [ProjectRecommendation(recommendation=item.translation_key)]
    page.save()
    assert item.get_absolute_url() in client.get(page.url).content.decode()
    (work,) = works([item.translation_key], TODAY, page.locale)[item.translation_key]
    assert (work.title, work.on) == ("База", dt.date(2026, 3, 1))
    assert works([item.translation_key], dt.date(2026, 2, 1), page.locale)[item.translation_key] == []
    assert "1 проект" in part_activity("projects", TODAY, page.locale).text


def test_structured_data(client, index):
    page = project_with(index, HISTORY, point="56.071800, 54.153200", address="Лесная, 5")
    text = client.get(page.url).content.decode()
    data = json.loads(re.search(r'application/ld\+json"[^>]*>(.*?)</script>', text, re.DOTALL)[1])
    assert data["@type"] == "Project"
    assert data["location"]["geo"]["latitude"] == 56.0718
    assert data["foundingDate"] == "2026-01-10"


@pytest.mark.parametrize("view", ["", "table", "map"])
@pytest.mark.parametrize("count", [2, 20])
def test_lists_in_few_queries(client, index, count, view, as_served, django_assert_max_num_queries):
    for number in range(count):
        page = project_with(
            index,
            HISTORY,
            group="",
            organisation=OrganisationFactory(),
            territory=TerritoryFactory(),
            point="56.07, 54.15",
        )
        page.needs = [ProjectNeed(kind=NeedKind.THINGS, text="Краска")]
        page.fundings = [ProjectFunding(year=2026, source="grant", amount=number)]
        page.save()
    address = f"{index.url}?view={view}"
    client.get(address)
    with django_assert_max_num_queries(12):
        client.get(address)


def test_export_in_constant_queries(client, index, as_served, django_assert_max_num_queries):
    for _number in range(20):
        project_with(index, HISTORY, topics=[TopicFactory()])
    for name in ("csv", "xlsx"):
        client.get(f"{index.url}{name}/")
        with django_assert_max_num_queries(12):
            client.get(f"{index.url}{name}/")


def test_help_wanted_is_for_running_projects(index):
    for stage in Stage:
        page = project_with(index, [(stage, dt.date(2020, 1, 1))], title=stage.value)
        page.needs = [ProjectNeed(kind=NeedKind.THINGS, text="Краска")]
        page.save()
    found = {page.title for page in ProjectPage.objects.live().needing_help(timezone.localdate())}
    assert found == {"idea", "seeking", "under_way"}


def test_help_is_for_stages_in_which_it_is_of_use(client, index):
    for stage in (Stage.UNDER_WAY, Stage.DONE):
        page = project_with(index, [(stage, dt.date(2020, 1, 1))], title=stage.value)
        page.needs = [ProjectNeed(kind=NeedKind.THINGS, text="Краска")]
        page.save()

    def titles(query: str) -> list[str]:
        return [page.title for page in client.get(f"{index.url}?{query}").context["listing"].entries]

    assert titles("need=any") == titles("need=things") == titles("need=any&stage=under_way") == ["under_way"]
    assert titles("need=any&stage=done") == titles("need=any&stage=done&view=table") == []
    assert titles("stage=done") == ["done"]


def test_project_and_practice_know_of_each_other(client, site, index):
    practice = PracticeFactory(parent=PracticeIndexFactory(parent=site.home), title="Библиотека вещей")
    page = project_with(index, title="Прокат добра")
    BorrowingFactory(practice=practice, project=page, borrower="Соседи", city="Новодумск", outcome="Взяли сорок вещей.")
    text = client.get(page.url).content.decode().replace("\u00a0", " ")
    assert f'href="{practice.url}">Библиотека вещей' in text
    assert "Взяли сорок вещей." in text
    assert page.url in client.get(practice.url).content.decode()
    practice.unpublish()
    assert "Библиотека вещей" not in client.get(page.url).content.decode()


@pytest.mark.parametrize(
    ("point", "message"),
    [
        ("57.75, 57.45", None),
        ("57.42, 57.75", "переставлены"),
        ("10.0, 20.0", "за границей муниципалитета"),
    ],
)
def test_a_place_lies_within_the_municipality(site, index, admin_user, point, message):
    CouncilIndexFactory(parent=site.home)
    page = project_with(index)
    form_class = ProjectPage.get_edit_handler().get_form_class()
    form = form_class({"point": point, "body-count": 0}, instance=page, for_user=admin_user, parent_page=index)
    form.is_valid()
    errors = " ".join(form.errors.get("point", []))
    assert (message in errors) if message else not errors
