"""Kinds and time in the order of results, on the served page."""

import datetime as dt

from django.utils import timezone

from tests.factories.core import SiteDocumentFactory
from tests.factories.home import DocumentPageFactory, EventPageFactory, NewsIndexPageFactory, NewsPageFactory
from tests.factories.projects import ContestIndexPageFactory, ContestPageFactory

NOW = timezone.now()
LONG_AGO = NOW - dt.timedelta(days=400)


def titles(client, query: str) -> list[str]:
    return [hit.entry.title for hit in client.get("/search/", {"q": query}).context["results"].hits]


def test_what_is_to_come_stands_before_what_is_past(client, site, commits):
    with commits():
        parent = EventPageFactory(title="Праздник двора зимой", starts_at=NOW + dt.timedelta(days=5)).get_parent()
        EventPageFactory(title="Праздник двора летом", starts_at=NOW - dt.timedelta(days=90), parent=parent)
    assert titles(client, "праздник двора") == ["Праздник двора зимой", "Праздник двора летом"]


def test_open_contests_stand_before_closed_ones_unless_the_past_is_asked_for(client, site, commits):
    with commits():
        index = ContestIndexPageFactory()
        for title, days in (("Конкурс дворов", 10), ("Конкурс дворов: прошлый год", -300)):
            ContestPageFactory(
                title=title,
                parent=index,
                opens_at=NOW - dt.timedelta(days=400),
                closes_at=NOW + dt.timedelta(days=days),
            )
    assert titles(client, "конкурс дворов")[0] == "Конкурс дворов"
    assert titles(client, "прошлый конкурс дворов")[0] == "Конкурс дворов: прошлый год"


def test_the_newest_news_stands_first(client, site, commits):
    with commits():
        index = NewsIndexPageFactory()
        for title, days in (("Двор сдан в прошлом году", 500), ("Двор сдан в этом году ещё", 1)):
            NewsPageFactory(title=title, parent=index, published_at=NOW - dt.timedelta(days=days))
    assert titles(client, "двор сдан")[0] == "Двор сдан в этом году ещё"


def test_a_named_kind_is_preferred(client, site, commits, add_page):
    add_page("Пандусы города", body="Пандусы, пандусы, пандусы.")
    with commits():
        NewsPageFactory(title="Пандусы проверили", parent=NewsIndexPageFactory())
    assert titles(client, "новости про пандусы")[0] == "Пандусы проверили"


def test_a_page_and_its_file_are_one_hit(client, site, commits):
    with commits():
        file = SiteDocumentFactory(title="Протокол оргкомитета")
    assert titles(client, "протокол оргкомитета") == ["Протокол оргкомитета"]
    with commits():
        page = DocumentPageFactory(title="Протокол заседания оргкомитета", file=file)
    assert titles(client, "протокол оргкомитета") == ["Протокол заседания оргкомитета"]
    with commits():
        page.delete()
    assert titles(client, "протокол оргкомитета") == ["Протокол оргкомитета"]


def test_fields_of_a_page_are_told_apart(client, site, commits):
    with commits():
        page = DocumentPageFactory(title="Порядок", number="77-п", kind="decree", summary="Кому дают деньги.")
    fragment = client.get("/search/", {"q": "порядок деньги"}).context["results"].hits[0].fragment
    assert page.requisites in fragment.replace("<mark>", "").replace("</mark>", "")
    assert " · " in fragment


def test_a_word_in_the_other_alphabet_is_found(client, site, add_page):
    add_page("Северный двор", body="Совет у школы.")
    add_page("Кружок Robotics", body="Для школьников.")
    assert titles(client, "severnyj dvor") == ["Северный двор"]
    assert titles(client, "severnyy") == ["Северный двор"]
    assert titles(client, "роботикс") == ["Кружок Robotics"]
