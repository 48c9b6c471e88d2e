"""The kinds of search hits, as page types name them."""

from wagtail.models import get_page_models

from core.search import search_kinds


def test_every_kind_that_a_page_type_names_has_a_slug_of_its_own():
    named = set()
    for model in get_page_models():
        named |= {*filter(None, [getattr(model, "search_kind", None)]), *getattr(model, "search_part_kinds", ())}
    assert {kind.slug for kind in named} <= search_kinds().keys()
    assert len({kind.slug for kind in named}) == len(named)


def test_kinds_have_names_in_the_language_of_the_page():
    kinds = search_kinds()
    assert {"page", "document", "news", "recommendation"} <= kinds.keys()
    recommendation = kinds["recommendation"]
    assert (str(recommendation.label), str(recommendation.plural)) == ("Рекомендация", "Рекомендации")
