"""Choosing a recommendation: what the window offers, what it finds, what it gives the form."""

import datetime as dt

import pytest
from django.urls import reverse

from forums.resolutions.chooser import matches
from forums.resolutions.models import Recommendation
from forums.resolutions.widgets import RecommendationChooser
from tests.factories.forums import ForumIndexPageFactory, ForumPageFactory, resolution_with, section_with

pytestmark = pytest.mark.django_db
GRANTS = "Предоставлять гранты молодёжным объединениям"


@pytest.fixture
def second():
    """The second forum's resolution, of 2017; the third one's, of 2018, stands beside it."""
    archive = ForumIndexPageFactory()
    pages = []
    for number, texts in ((2, [GRANTS, "Приглашать общественность"]), (3, ["Создать фонд грантов"])):
        day = dt.date(2015 + number, 4, 26)
        forum = ForumPageFactory(parent=archive, number=number, starts_on=day)
        pages.append(resolution_with([section_with(texts)], parent=forum, adopted_on=day))
    return pages[0]


def offered(client, **query: str) -> list[str]:
    """The texts that the window lists."""
    html = client.get(reverse("recommendation_chooser:choose_results"), query).content.decode()
    return [item.text for item in Recommendation.objects.all() if item.text in html]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [GRANTS, "Приглашать общественность", "Создать фонд грантов"]),
        ("гранты объединениям", [GRANTS]),
        ("ГРАНТ", [GRANTS, "Создать фонд грантов"]),
        ("общест", ["Приглашать общественность"]),
        ("1.2", ["Приглашать общественность"]),
        ("II форум грант", [GRANTS]),
        ("III 1.1.", ["Создать фонд грантов"]),
        ("гранты ярмарка", []),
        ("%", []),
    ],
)
def test_what_is_typed_must_occur_in_any_form(admin_client, second, query, found):
    assert sorted(offered(admin_client, q=query)) == sorted(found)


@pytest.mark.parametrize("text", ["1.1", "Пункт 1.2 устава", "31 декабря"])
def test_a_number_is_not_found_in_pieces(text):
    assert not matches("3.1", "1.3", text)


def test_only_earlier_ones_where_the_form_asks_for_that(admin_client, second):
    assert offered(admin_client, before="26.04.2018") == [GRANTS, "Приглашать общественность"]
    assert offered(admin_client, before="26.04.2018", q="грант") == [GRANTS]
    assert len(offered(admin_client, before="nonsense")) == 3


def test_the_search_in_the_window_keeps_the_day(admin_client, second):
    html = admin_client.get(reverse("recommendation_chooser:choose"), {"before": "26.04.2018"}).json()["html"]
    assert f"{reverse('recommendation_chooser:choose_results')}?before=26.04.2018" in html


@pytest.mark.parametrize("query", ["'; --", "\x00", "x" * 500, "(", "1.1" * 50])
def test_searching_never_fails(admin_client, second, query):
    assert admin_client.get(reverse("recommendation_chooser:choose_results"), {"q": query}).status_code == 200


def test_the_form_gets_the_key_and_the_place(admin_client, second):
    item = second.recommendations[0]
    chosen = admin_client.get(reverse("recommendation_chooser:chosen", args=[item.pk])).json()["result"]
    assert chosen["id"] == str(item.translation_key)
    assert chosen["title"].startswith("II форум, 1.1. Предоставлять")


def test_the_field_names_what_is_chosen(second):
    item = second.recommendations[0]
    field = RecommendationChooser()
    assert "II форум, 1.1. Предоставлять" in field.render("repeats", item.translation_key, {"id": "id_repeats"})
    assert "no key" in field.render("repeats", "no key", {"id": "id_repeats"})


def test_the_list_costs_the_same_however_long(admin_client, second, django_assert_max_num_queries):
    parent = ForumPageFactory(parent=second.forum.get_parent().specific, number=4)
    resolution_with([section_with([f"Грант {n}" for n in range(40)])], parent=parent)
    url = reverse("recommendation_chooser:choose_results")
    admin_client.get(url, {"q": "грант"})
    with django_assert_max_num_queries(12):
        admin_client.get(url, {"q": "грант"})
