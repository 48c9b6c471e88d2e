"""What a query names outright stands first on the page of results: editions, resolutions, items, acts."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.factories.forums import ForumIndexPageFactory, ForumPageFactory, ResolutionPageFactory, section_with
from tests.factories.home import DocumentPageFactory

TODAY = timezone.localdate()


@pytest.fixture
def editions(site, commits):
    """Forums of three years, two with resolutions of two items; the third is to come."""
    with commits():
        index = ForumIndexPageFactory()
        for number, days in ((1, -760), (2, -400), (3, 60)):
            forum = ForumPageFactory(
                parent=index, title=f"{'I' * number} Общественный форум", slug=f"forum-{number}", number=number,
                starts_on=TODAY + dt.timedelta(days=days),
            )  # fmt: skip
            if number < 3:
                resolution = ResolutionPageFactory(
                    parent=forum, title=f"Резолюция {'I' * number} форума", adopted_on=forum.starts_on
                )
                resolution.sections.add(section_with(["Осветить дворы форума.", "Второй форум услышал."]))
                resolution.save()
    return [TODAY.year, (TODAY - dt.timedelta(days=400)).year]


def first(client, query: str) -> str:
    hits = client.get("/search/", {"q": query}).context["results"].hits
    return hits[0].url if hits else ""


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("второй форум", "/forums/forum-2/"),
        ("II форум", "/forums/forum-2/"),
        ("2-й общественный форум", "/forums/forum-2/"),
        ("форум 1", "/forums/forum-1/"),
        ("форум номер два", "/forums/forum-2/"),
        ("прошлый форум", "/forums/forum-2/"),
        ("позапрошлый форум", "/forums/forum-1/"),
        ("когда следующий форум", "/forums/forum-3/"),
        ("дата ближайшего форума", "/forums/forum-3/"),
        ("записаться на форум", "/forums/forum-3/"),
        ("резолюция второго форума", "/forums/forum-2/resolution/"),
        ("резолюция 1", "/forums/forum-1/resolution/"),
        ("текст последней резолюции", "/forums/forum-2/resolution/"),
        ("1.2 прошлого форума", "/forums/forum-2/resolution/1-2/"),
        ("п. 1.1 I форума", "/forums/forum-1/resolution/1-1/"),
    ],
)
def test_an_edition_is_found_by_any_name(client, editions, query, path):
    assert first(client, query) == path


def test_an_edition_is_found_by_its_year(client, editions):
    assert first(client, f"форум {editions[1]} года") == "/forums/forum-2/"
    assert first(client, f"резолюция {editions[1]}") == "/forums/forum-2/resolution/"


def test_a_date_names_no_item_and_other_words_name_no_edition(client, editions):
    named = client.get("/search/", {"q": "осветить дворы второй форум"}).context["results"].hits
    assert named[0].url.endswith("/1-1/")
    assert first(client, "25.04.1999 форум") != "/forums/forum-1/resolution/"


def test_what_is_named_is_counted_with_what_has_all_the_words(client, editions):
    """The count says how many stand above the line, whether the named thing has the words or only some of them."""
    results = client.get("/search/", {"q": "когда следующий форум"}).context["results"]
    assert results.relaxed
    assert results.strict_total == sum(not hit.relaxed for hit in results.hits) > 0


def test_filters_hold_for_what_is_named(client, editions):
    page = client.get("/search/", {"q": "второй форум", "kind": "resolution"})
    assert {hit.entry.kind for hit in page.context["results"].hits} <= {"resolution"}


@pytest.fixture
def acts(site, commits):
    with commits():
        parent = DocumentPageFactory(
            title="О субсидиях", number="0512-п", kind="decree", adopted_on=dt.date(2026, 9, 11)
        ).get_parent()
        DocumentPageFactory(title="О форуме", number="203-р", kind="order", parent=parent)
        DocumentPageFactory(
            title="Прежний порядок 512", number="41-0", kind="decision", parent=parent, status="repealed",
            adopted_on=dt.date(2020, 1, 15),
        )  # fmt: skip


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("постановление 512-п", "О субсидиях"),
        ("№ 0512-П", "О субсидиях"),
        ("распоряжение 203", "О форуме"),
        ("решение 41-0", "Прежний порядок 512"),
        ("постановление от 11 сентября 2026 года", "О субсидиях"),
    ],
)
def test_an_act_is_found_by_number_and_by_day(client, acts, query, title):
    hits = client.get("/search/", {"q": query}).context["results"].hits
    assert hits[0].entry.title == title
