"""A resident follows something, changes it, and stops."""

from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core.contacts.consents import withdraw_consent
from core.contacts.erasure import erase_contact, erase_expired
from core.mail import refuse_mailing, unsubscribe_url
from core.models import Consent, Contact, MailingRefusal
from home.subscriptions.choices import DIGESTS, NEWSLETTERS, mailing_of_one
from home.subscriptions.forms import FollowForm
from home.subscriptions.models import Subscription
from tests.factories.core import TerritoryFactory, TopicFactory, stamped
from tests.factories.home import NewsIndexPageFactory
from tests.factories.projects import ContestIndexPageFactory, ContestPageFactory
from tests.reading import words

from .conftest import ANNA

pytestmark = pytest.mark.django_db
NAME = FollowForm.form_name
GOOD = {"email": ANNA, "frequency": "daily", "consent": "on", "mailing": "on"}


def address(kind: str, key: object = "") -> str:
    return f"/subscribe/?to={kind}:{quote(str(key), safe='')}"


def test_a_subscription_counts_when_the_address_is_confirmed(client, item, last_link):
    response = client.post(address("recommendation", item.translation_key), stamped(NAME, GOOD))

    assert response.url == "/me/sent/"
    assert not Subscription.objects.exists()
    link = last_link()
    assert "Создать единую базу" in words(client.get(link))
    assert "Создать единую базу" in words(client.post(link))
    one = Subscription.objects.get()
    assert (one.contact.email, one.kind, one.key) == (ANNA, "recommendation", str(item.translation_key))
    assert (one.frequency, one.language) == ("daily", "ru")
    assert {consent.kind for consent in Consent.objects.all()} == {"processing", "mailing"}
    assert Consent.objects.get(kind="mailing").version


def test_whoever_is_signed_in_confirms_nothing_a_second_time(item, signed_in):
    client = signed_in(ANNA)
    where = address("recommendation", item.translation_key)
    assert list(client.get(where).context["form"].fields)[:2] == ["frequency", "mailing"]

    answer = client.post(where, stamped(NAME, {"frequency": "at_once", "mailing": "on"}))

    assert answer.status_code == 200
    assert Subscription.objects.get().frequency == "at_once"
    assert "mailing" not in client.get(where).context["form"].fields


def test_following_again_changes_how_often(item, signed_in):
    client = signed_in(ANNA)
    where = address("recommendation", item.translation_key)
    client.post(where, stamped(NAME, {"frequency": "at_once", "mailing": "on"}))
    client.post(where, stamped(NAME, {"frequency": "weekly"}))
    assert [one.frequency for one in Subscription.objects.all()] == ["weekly"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"email": ""}, "email"),
        ({"email": "нет"}, "email"),
        ({"frequency": ""}, "frequency"),
        ({"frequency": "hourly"}, "frequency"),
        ({"consent": ""}, "consent"),
        ({"mailing": ""}, "mailing"),
    ],
)
def test_bad_input_is_answered_at_its_field(client, item, change, field):
    response = client.post(address("recommendation", item.translation_key), stamped(NAME, {**GOOD, **change}))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]


@pytest.mark.parametrize(
    "to",
    [
        "recommendation:00000000-0000-0000-0000-000000000000",
        "recommendation:нет",
        "recommendation:\x00",
        "recommendation:" + "1" * 400,
        "proposal:99999999999999999999",
        "proposal:²",
        "contests:audience=nobody",
        "contests:page=2",
        "search:q=",
        "search:topics=1&q=двор",
        "newsletter:1",
        "nothing:1",
        ":",
    ],
)
def test_what_is_not_there_is_not_followed(client, site, to):
    response = client.get("/subscribe/", {"to": to})
    assert response.status_code == 404
    assert "/subscribe/" in response.content.decode()


def test_a_draft_cannot_be_followed(client, resolution, item):
    resolution.unpublish()
    for kind, key in (("recommendation", item.translation_key), ("resolution", resolution.translation_key)):
        assert client.get(address(kind, key)).status_code == 404


def test_the_trap_keeps_robots_out(client, item):
    data = stamped(NAME, {**GOOD, "website": "http://spam.example"})
    assert client.post(address("recommendation", item.translation_key), data).url == "/me/sent/"
    assert not Contact.objects.exists()


def test_pages_offer_what_is_followed(client, resolution, item):
    shown = {
        item.get_absolute_url(): address("recommendation", item.translation_key),
        resolution.url: address("resolution", resolution.translation_key),
        resolution.forum.url: address("forum", resolution.forum.translation_key),
    }
    for path, link in shown.items():
        page = client.get(path)
        assert f'href="{link}"' in page.content.decode()
        assert not page.cookies


def test_lists_offer_themselves_as_they_are_filtered(client, site):
    section = ContestIndexPageFactory(parent=site.home)
    ContestPageFactory(parent=section, audiences=["ngo"])
    link = address("contests", "audience=ngo")
    assert f'href="{link}"' in client.get(f"{section.url}?audience=ngo&page=1").content.decode()
    assert client.get(link).status_code == 200
    assert f'href="{address("contests")}"' in client.get(section.url).content.decode()
    assert client.get(address("contests")).status_code == 200


def test_news_offer_their_topic_or_the_newsletter(client, site):
    news, topic = NewsIndexPageFactory(parent=site.home), TopicFactory()
    assert f'href="{address("newsletter")}"' in client.get(news.url).content.decode()
    assert client.get(address("topic", topic.translation_key)).status_code == 200


def test_a_search_is_followed_with_its_words_and_filters(client, resolution):
    page = client.get("/search/", {"q": "единую  базу", "kind": "recommendation", "page": "1"})
    key = page.context["followed_key"]
    assert key == "q=%D0%B5%D0%B4%D0%B8%D0%BD%D1%83%D1%8E+%D0%B1%D0%B0%D0%B7%D1%83&kind=recommendation"
    assert client.get(address("search", key)).status_code == 200


def test_the_page_of_subscriptions_offers_topics_and_territories(client, site):
    topic, territory = TopicFactory(title="Дворы"), TerritoryFactory(title="Заречье")
    page = client.get("/subscribe/").content.decode()
    assert f"topic:{topic.translation_key}" in page
    assert f"territory:{territory.translation_key}" in page


def test_the_page_of_subscriptions_asks_as_many_queries_for_many_terms(client, site):
    client.get("/subscribe/")
    TopicFactory()
    TerritoryFactory()
    with CaptureQueriesContext(connection) as few:
        client.get("/subscribe/")
    TopicFactory.create_batch(20)
    TerritoryFactory.create_batch(20)
    with CaptureQueriesContext(connection) as many:
        client.get("/subscribe/")
    assert len(many) == len(few)


@pytest.mark.parametrize("query", ["подписка", "как подписаться на новости", "newsletter"])
def test_search_knows_the_page(client, site, query):
    assert "/subscribe/" in [answer.url for answer in client.get("/search/", {"q": query}).context["answers"]]


def test_another_query_is_not_answered_by_it(client, site):
    assert "/subscribe/" not in [answer.url for answer in client.get("/search/", {"q": "двор"}).context["answers"]]


# --- «My page» ----------------------------------------------------------------------------------------------------


def test_my_page_lists_changes_and_ends(item, signed_in, anna):
    one = anna("recommendation", item.translation_key)
    client = signed_in(ANNA)
    assert "Создать единую базу" in words(client.get("/me/"))
    client.post(f"/subscribe/mine/{one.pk}/change/", {"frequency": "weekly"})
    one.refresh_from_db()
    assert one.frequency == "weekly"
    client.post(f"/subscribe/mine/{one.pk}/change/", {"frequency": "hourly"})
    one.refresh_from_db()
    assert one.frequency == "weekly"
    client.post(f"/subscribe/mine/{one.pk}/stop/")
    assert not Subscription.objects.exists()


def test_nobody_changes_what_others_follow(item, signed_in, anna):
    one = anna("recommendation", item.translation_key)
    for client in (signed_in("boris@novodumsk.example"), Client()):
        client.post(f"/subscribe/mine/{one.pk}/change/", {"frequency": "weekly"})
        client.post(f"/subscribe/mine/{one.pk}/stop/")
    one.refresh_from_db()
    assert one.frequency == "at_once"


def test_my_page_names_what_is_gone(resolution, item, signed_in, anna):
    anna("recommendation", item.translation_key)
    resolution.unpublish()
    assert signed_in(ANNA).get("/me/").status_code == 200


def test_my_page_asks_as_many_queries_for_many_things(site, signed_in, anna):
    topics = TopicFactory.create_batch(20)
    anna("topic", topics[0].translation_key)
    client = signed_in(ANNA)
    client.get("/me/")
    with CaptureQueriesContext(connection) as few:
        client.get("/me/")
    for topic in topics[1:]:
        anna("topic", topic.translation_key)
    with CaptureQueriesContext(connection) as many:
        client.get("/me/")
    assert len(many) == len(few)


def test_export_and_erasure(item, signed_in, anna):
    one = anna("recommendation", item.translation_key)
    erase_expired()
    assert Subscription.objects.exists()
    exported = signed_in(ANNA).get("/me/my-data.json").json()["subscriptions"]
    assert exported[0]["kind"] == "recommendation"
    assert "Создать единую базу" in exported[0]["title"]
    erase_contact(one.contact)
    assert not Subscription.objects.exists()


# --- refusing -----------------------------------------------------------------------------------------------------


def test_the_letters_link_ends_all_that_is_followed(client, item, anna):
    anna("recommendation", item.translation_key)
    anna("newsletter")
    client.post(unsubscribe_url(ANNA, DIGESTS))
    assert [one.kind for one in Subscription.objects.all()] == ["newsletter"]
    client.post(unsubscribe_url(ANNA, NEWSLETTERS))
    assert not Subscription.objects.exists()


def test_a_blocks_link_ends_that_one(client, resolution, item, anna):
    one = anna("recommendation", item.translation_key)
    other = anna("resolution", resolution.translation_key)
    client.post(unsubscribe_url(ANNA, mailing_of_one(one.pk)))
    assert list(Subscription.objects.all()) == [other]


def test_somebody_elses_link_ends_nothing(client, item, anna):
    one = anna("recommendation", item.translation_key)
    client.post(unsubscribe_url("boris@novodumsk.example", mailing_of_one(one.pk)))
    assert Subscription.objects.count() == 1


def test_following_anew_takes_the_refusal_back(item, signed_in):
    refuse_mailing(ANNA, DIGESTS)
    data = stamped(NAME, {"frequency": "at_once", "mailing": "on"})
    signed_in(ANNA).post(address("recommendation", item.translation_key), data)
    assert not MailingRefusal.objects.exists()


def test_taking_the_consent_back_ends_everything(item, anna):
    one = anna("recommendation", item.translation_key)
    Consent.objects.create(contact=one.contact, kind="mailing", version="1", text="…", given_by="…")
    withdraw_consent(one.contact, "mailing")
    assert not Subscription.objects.exists()
