"""What a room above shows on a page of a room below, registered for the time of a test."""

import pytest
from django.http import HttpResponse
from django.template import Context, Template
from wagtail import hooks
from wagtail.models import Page

from core.extensions import Part, extend, extensions_of, page_context, page_part, page_parts, page_route, view_part
from home.events.models import EventIndexPage
from home.feedback.models import FeedbackPage
from home.front.models import HomePage
from home.news.models import NewsIndexPage, NewsPage
from home.pages.models import ContentPage
from tests.factories.home import NewsIndexPageFactory, NewsPageFactory

pytestmark = pytest.mark.django_db


def _forget_routes() -> None:
    """Wagtail keeps the routes of a page type once it has asked for them."""
    if "_routablepage_urlresolver" in vars(NewsIndexPage):
        del NewsIndexPage._routablepage_urlresolver


@pytest.fixture(autouse=True)
def _registered_for_a_while(monkeypatch):
    hooks.search_for_hooks()
    monkeypatch.setattr(hooks, "_hooks", {name: list(found) for name, found in hooks._hooks.items()})
    _forget_routes()
    yield
    _forget_routes()


@pytest.fixture
def news(site):
    return NewsPageFactory(parent=NewsIndexPageFactory(parent=site.home), title="Двор сдан")


def shown(page, place: str, **context) -> str:
    """What a template of ``page`` shows at ``place``."""
    template = Template(f'{{% load core_tags %}}{{% page_parts "{place}" label="Ещё" %}}')
    return template.render(Context({"page": page, **context}))


def test_parts_stand_at_their_place_in_their_order(news):
    facts = "components/facts.html"

    @page_part(NewsPage, "aside", order=20)
    def second(page, request):
        return Part(facts, {"facts": [("Второе", page.title)]})

    @page_part(NewsPage, "aside", order=10)
    def first(page, request):
        return Part(facts, {"facts": [("Первое", "раньше")]})

    text = shown(news, "aside")
    assert text.index("Первое") < text.index("Второе")
    assert "Двор сдан" in text.replace("\xa0", " ")
    assert shown(news, "foot") == ""


def test_a_part_with_nothing_to_show_is_left_out(news, rf):
    asked = []

    @page_part(NewsPage, "aside")
    def none(page, request):
        asked.append(request)

    request = rf.get("/")
    assert list(page_parts(news, "aside", request)) == []
    assert list(page_parts(news, "aside", None)) == []
    assert asked == [request, None]


def test_a_view_without_a_page_has_parts_of_its_own(news):
    @view_part("aside")
    def part(page, request):
        return Part("components/facts.html", {"facts": [("Чьё", str(page))]})

    assert "None" in shown(None, "aside")
    assert shown(None, "foot") == ""
    assert shown(news, "aside") == ""


def test_a_part_is_of_one_type_of_pages(news):
    @page_part(NewsPage, "aside")
    def part(page, request):
        return Part("components/facts.html", {"facts": []})

    assert list(page_parts(news, "aside", None)) == [Part("components/facts.html", {"facts": []})]
    assert list(page_parts(news.get_parent().specific, "aside", None)) == []


def test_a_page_finds_the_registered_context_beside_its_own(client, news):
    @page_context(NewsPage)
    def upper(page, request):
        return {"upper": f"{request.path} {page.title}"}

    context = client.get(news.url).context
    assert context["upper"] == f"{news.url} Двор сдан"
    assert context["structured_data"]["@type"] == "NewsArticle"
    assert "upper" not in client.get(news.get_parent().url).context


@pytest.mark.parametrize("route", ["yearbook/<int:year>/", "yearbook-<int:year>.txt"])
def test_a_registered_address_is_answered(client, news, route):
    @page_route(NewsIndexPage, route, name="yearbook")
    def yearbook(page, request, year):
        return HttpResponse(f"{page.title}: {year}")

    index = news.get_parent().specific
    address = index.url + route.replace("<int:year>", "2026")
    assert client.get(address).content.decode() == f"{index.title}: 2026"
    assert client.get(address.replace("2026", "never")).status_code == 404
    assert client.get(f"{index.url}feed.atom").status_code == 200
    assert client.get(news.url).status_code == 200


def test_anything_else_is_registered_by_a_name():
    @extend("words for the test", order=2)
    def later():
        return "later"

    @extend("words for the test", order=1)
    def sooner():
        return "sooner"

    assert [one() for one in extensions_of("words for the test")] == ["sooner", "later"]
    assert extensions_of("words that nobody has") == []


def test_a_type_that_names_no_parents_stands_only_where_it_is_named():
    assert not hasattr(EventIndexPage, "parent_page_types")
    assert EventIndexPage.allowed_parent_page_models() == [HomePage]
    assert EventIndexPage not in ContentPage.allowed_subpage_models()
    assert EventIndexPage not in Page.allowed_subpage_models()


def test_a_child_may_name_a_parent_that_does_not_know_it():
    assert ContentPage.subpage_types == ["pages.ContentPage"]
    assert FeedbackPage.allowed_parent_page_models() == [ContentPage, HomePage]
    assert FeedbackPage in ContentPage.allowed_subpage_models()
