"""Documents: what a reader sees, what an editor is told."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from home.library.models import DocumentPage
from tests.factories.home import DocumentIndexPageFactory, DocumentPageFactory

pytestmark = pytest.mark.django_db


def test_documents_by_kind_status_and_year(client, site):
    index = DocumentIndexPageFactory(parent=site.home)
    old = DocumentPageFactory(
        parent=index, title="Старое", kind="decision", status="repealed", adopted_on=dt.date(2020, 1, 1)
    )
    DocumentPageFactory(parent=index, title="Новое", repealed_by=None)

    def titles(query):
        return [page.title for page in client.get(index.url + query).context["listing"].entries]

    assert titles("") == ["Новое", "Старое"]
    assert titles("?kind=decision") == titles("?status=repealed") == titles("?year=2020") == [old.title]
    assert titles("?status=draft") == []


def test_a_repealed_document_says_so_and_names_what_stands_instead(client, site):
    index = DocumentIndexPageFactory(parent=site.home)
    new = DocumentPageFactory(parent=index, title="Новый порядок")
    old = DocumentPageFactory(
        parent=index, title="Старый порядок", status="repealed", repealed_by=new, repealed_on=dt.date(2026, 3, 2)
    )
    assert "Новый порядок" in client.get(old.url).content.decode()
    assert "Старый порядок" in client.get(new.url).content.decode()


def test_a_document_is_offered_to_search_by_its_requisites(site):
    document = DocumentPageFactory(parent=DocumentIndexPageFactory(parent=site.home), number="1017-п")
    (offer,) = document.get_search_offers()
    assert (offer.kind, offer.year) == ("document", 2026)
    assert "1017-п" in offer.text


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"adopted_on": None}, "adopted_on"),
        ({"adopted_on": dt.date(1026, 3, 2)}, "adopted_on"),
        ({"repealed_on": dt.date(2026, 3, 3)}, "status"),
        ({"status": "repealed", "repealed_on": dt.date(2020, 1, 1)}, "repealed_on"),
    ],
)
def test_requisites_that_contradict_each_other_are_refused(fields, name):
    document = DocumentPage(title="О порядке", slug="rules", **{"adopted_on": dt.date(2026, 3, 2), **fields})
    with pytest.raises(ValidationError) as refused:
        document.clean()
    assert list(refused.value.message_dict) == [name]


def test_the_list_in_the_admin_shows_what_editors_look_by(admin_client, site):
    documents = DocumentIndexPageFactory(parent=site.home)
    DocumentPageFactory(parent=documents, number="1017-п")
    DocumentPageFactory(parent=documents, number="2-о", kind="order")
    address = reverse("wagtailadmin_explore", args=[documents.pk])
    assert "1017-п" in admin_client.get(address).content.decode()
    assert "1017-п" not in admin_client.get(f"{address}?kind=order").content.decode()
