import csv
import io

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.search import search_kinds
from forums.proposals.acts import link, put_into_discussion
from forums.proposals.choices import PUBLIC, SETTLED, Status
from forums.proposals.models import Event
from tests.factories.core import TerritoryFactory, TopicFactory, publish_translation
from tests.factories.proposals import ProposalFactory
from tests.reading import words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("status", Status)
def test_only_public_ones_are_shown_anywhere(client, period, base, status):
    proposal = ProposalFactory(period=period, status=status, what="Тайное предложение")
    shown = status in PUBLIC
    for address in (base, f"{base}feed.atom", f"{base}proposals.csv", f"{base}proposals.json"):
        assert ("Тайное предложение" in words(client.get(address))) is shown
    assert client.get(f"{base}{proposal.number}/").status_code == (200 if shown else 404)
    supported = shown and status not in SETTLED
    assert client.get(f"{base}{proposal.number}/support/").status_code == (200 if supported else 404)
    assert client.get(f"{base}{proposal.number}/file/").status_code == 404


def test_filters(client, period, base):
    topic, territory = TopicFactory(title="Дороги"), TerritoryFactory(title="Заречье")
    ProposalFactory(period=period, what="Первое", topic=topic)
    ProposalFactory(period=period, what="Второе", territory=territory, status=Status.DRAFTED)
    for query, shown in (
        (f"topic={topic.slug}", "Первое"),
        (f"territory={territory.slug}", "Второе"),
        ("status=drafted", "Второе"),
    ):
        page = words(client.get(f"{base}?{query}"))
        assert [name for name in ("Первое", "Второе") if name in page] == [shown]
    assert client.get(f"{base}?topic=%00&page=-1&sort=x").status_code == 200


def test_the_list_costs_the_same_however_long_it_is(client, period, base):
    topic, territory = TopicFactory(), TerritoryFactory()

    def cost() -> int:
        client.get(base)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(base)
        return len(queries)

    ContentType.objects.clear_cache()
    ProposalFactory.create_batch(2, period=period, topic=topic, territory=territory)
    few = cost()
    ProposalFactory.create_batch(15, period=period, topic=topic, territory=territory)
    assert cost() == few
    assert few <= 40


def test_the_history_and_the_log_name_nobody(client, period, base):
    proposal = ProposalFactory(period=period, author_name="Анна Придуманная", publish_name=False)
    put_into_discussion(proposal, "Дворы")
    declined = ProposalFactory(period=period, status=Status.DECLINED, what="Чужие данные")
    Event.objects.create(proposal=declined, status=Status.DECLINED, note="Персональные данные.", office="Оргкомитет")
    log = words(client.get(f"{base}log/"))
    assert "Дворы" in log
    assert "Оргкомитет" in log
    assert "Чужие данные" not in log
    assert "Анна Придуманная" not in log + words(client.get(f"{base}{proposal.number}/"))


def test_linked_proposals_keep_what_they_had(client, period, base):
    one, two = ProposalFactory.create_batch(2, period=period)
    link(one, two)
    for proposal, other in ((one, two), (two, one)):
        page = client.get(f"{base}{proposal.number}/")
        assert page.status_code == 200
        assert f"{base}{other.number}/" in page.content.decode()


def test_the_data_are_a_table(client, period, base):
    ProposalFactory(period=period, number=5, what="=1+1")
    rows = list(csv.reader(io.StringIO(client.get(f"{base}proposals.csv").content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][0] == "number"
    assert rows[1][0] == "5"
    assert rows[1][2] == "'=1+1"
    assert client.get(f"{base}schema.json").json()["primaryKey"] == "number"


def test_english_pages(client, site, period):
    publish_translation(period.forum.get_parent().specific, site.en)
    forum = publish_translation(period.forum, site.en)
    proposal = ProposalFactory(period=period)
    page = client.get(f"{forum.url}proposals/{proposal.number}/")
    assert page.status_code == 200
    assert 'lang="en"' in page.content.decode()
    assert client.get(f"{forum.url}proposals/").status_code == 200


def test_proposals_are_a_kind_of_hits(period):
    ProposalFactory(period=period, what="Скамейки у пруда")
    ProposalFactory(period=period, status=Status.RECEIVED)
    offers = [offer for offer in period.forum.get_search_offers() if offer.kind == "proposal"]
    assert len(offers) == 1
    assert "Скамейки у пруда" in offers[0].title
    assert "proposal" in search_kinds()


def test_the_forum_says_that_it_takes_proposals(client, period, base):
    assert f"{base}new/" in client.get(period.forum.url).content.decode()
