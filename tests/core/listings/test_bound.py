"""What the form, the chips, the links and the addresses of a list show."""

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string

from core.listings import BoundFilter, BoundFilters

KINDS = [("club", "Клуб"), ("fair", "Ярмарка")]
TOPICS = [("yards", "Дворы"), ("sport", "Спорт")]


def filters(kind="", topic="", **more):
    return BoundFilters(
        [BoundFilter("kind", "Вид", KINDS, kind, "Все виды"), BoundFilter("topic", "Тема", TOPICS, topic, **more)]
    )


def test_a_choice_can_be_taken_away_alone():
    assert filters("club", "yards").removable == [("Клуб", "?topic=yards"), ("Дворы", "?kind=club")]
    assert filters(topic="yards").removable == [("Дворы", "?")]


def test_one_choice_has_one_address():
    assert filters("club", "yards").query_string() == "?kind=club&topic=yards"
    assert filters(topic="yards").query_string(view="map", kind="club") == "?kind=club&topic=yards&view=map"
    assert filters("club").query_string(kind="", view="") == "?"


def test_the_form_leaves_out_what_offers_no_choice():
    one = BoundFilters([BoundFilter("year", "Год", [("2026", "2026")], "")])
    assert one.fields == []
    chosen = BoundFilters([BoundFilter("year", "Год", [("2026", "2026")], "2026")])
    assert chosen.fields == [("year", "Год", [("2026", "2026", None)], "2026")]


def test_counts_stand_beside_the_values_that_have_them():
    found = filters("club", counts={"sport": 3})
    assert found["topic"].options == [("sport", "Спорт", 3)]
    assert [name for name, *_rest in found.fields] == ["kind"]


def test_one_filter_as_a_row_of_links_keeps_the_others():
    links = filters("club", "yards").as_links("kind", view="map")
    assert [(link.label, link.url, link.current) for link in links.links] == [
        ("Все виды", "?topic=yards&view=map", False),
        ("Клуб", "?kind=club&topic=yards&view=map", True),
        ("Ярмарка", "?kind=fair&topic=yards&view=map", False),
    ]
    assert [name for name, *_rest in links.fields] == ["topic"]
    assert links.keep == [("kind", "club"), ("view", "map")]
    assert links.is_narrowed
    assert not filters("club").as_links("kind").is_narrowed


@pytest.mark.parametrize(("kind", "chosen"), [("club", "club"), ("", "")])
def test_the_component_shows_the_fields(kind, chosen):
    found = filters(kind)
    html = render_to_string("components/filters.html", {"fields": found.fields, "removable": found.removable})
    assert html.count("<select") == 2
    assert f'<option value="{chosen}" selected>' in html
    assert QueryDict(found.query_string()[1:]).get("kind", "") == chosen
