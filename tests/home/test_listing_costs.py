"""Every list of the site, with every filter and every two of them: few queries, however long the list is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import Organisation, Territory, Topic
from tests.bench.listings import ALLOWED_QUERIES, addresses
from tests.bench.town import SECTIONS, Town
from tests.factories.core import publish_translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return Town()


@pytest.mark.parametrize("section", [slug for _index, slug, _model in SECTIONS])
def test_lists_ask_few_queries_with_any_filters(town, client, section, as_served):
    url = town.indexes[section].url
    for size in (4, 30):
        town.grow(size)
        as_served()
        for address in addresses(client, section, url):
            client.get(f"{url}{address}")
            with CaptureQueriesContext(connection) as asked:
                assert client.get(f"{url}{address}").status_code == 200
            assert len(asked) <= ALLOWED_QUERIES, (address, size, len(asked))


@pytest.mark.parametrize("section", [slug for _index, slug, _model in SECTIONS])
def test_filters_offer_terms_in_the_language_of_the_page(town, client, section):
    town.grow(6)
    for model in (Topic, Territory, Organisation):
        for term in model.objects.filter(locale=town.site.ru)[:3]:
            english = term.copy_for_translation(town.site.en)
            english.title = f"English {term.title}"
            english.save()
    _borrow_english_terms(town, section)
    english = publish_translation(town.indexes[section], town.site.en, title=section)
    for index, language in ((town.indexes[section], "ru"), (english, "en")):
        listing = client.get(index.url).context["listing"]
        offered = [label for one in listing.filters for _value, label in one.choices if _is_term(one.name)]
        assert offered or language == "en"
        assert not [label for label in offered if str(label).startswith("English") != (language == "en")]


def _is_term(name: str) -> bool:
    return name in ("topic", "territory", "organiser")


def _borrow_english_terms(town: Town, section: str) -> None:
    """Give Russian pages English terms as well, as a term translated too late leaves them."""
    model = next(model for _index, slug, model in SECTIONS if slug == section)
    names = {field.name for field in model._meta.get_fields()}
    page = model.objects.first()
    for name, term in (("territory", Territory), ("organiser", Organisation)):
        if name in names:
            setattr(page, name, term.objects.filter(locale=town.site.en).first())
            page.save()
    if "topics" in names:
        through = model._meta.get_field("topics").remote_field.through
        owner = f"{model._meta.model_name}_id"
        through.objects.create(**{owner: page.pk, "topic_id": Topic.objects.filter(locale=town.site.en).first().pk})
