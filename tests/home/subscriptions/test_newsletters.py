"""The newsletter of the week: three clicks, an archive, letters that are written once."""

import datetime as dt
import re

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from core.mail import refuse_mailing
from core.models import Letter
from core.roles import BODIES, CHIEF_EDITORS, EDITORS
from home.subscriptions import newsletters as module
from home.subscriptions.choices import NEWSLETTERS
from home.subscriptions.models import Newsletter
from home.subscriptions.newsletters import candidates, deliver_newsletters
from tests.factories.followup import UserFactory
from tests.factories.home import EventIndexPageFactory, EventPageFactory, NewsIndexPageFactory, NewsPageFactory
from tests.factories.practices import PracticeFactory, PracticeIndexFactory
from tests.factories.projects import (
    ContestIndexPageFactory,
    ContestPageFactory,
    ProjectIndexPageFactory,
    ProjectPageFactory,
)
from tests.factories.subscriptions import NewsletterFactory, SubscriptionFactory
from tests.reading import words

pytestmark = pytest.mark.django_db
ADMIN = "/admin/newsletters/"


@pytest.fixture
def news(site):
    section = NewsIndexPageFactory(parent=site.home)
    for number in range(3):
        page = NewsPageFactory(parent=section, title=f"Новость {number}", summary=f"Случилось {number}.")
        type(page).objects.filter(pk=page.pk).update(first_published_at=timezone.now() - dt.timedelta(days=number))
    return section


@pytest.fixture
def editor(client):
    def sign_in(role=EDITORS):
        user = UserFactory()
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return client

    return sign_in


def test_three_clicks(news, editor):
    SubscriptionFactory(kind="newsletter")
    client = editor()
    form = client.get(f"{ADMIN}new/").context["form"]
    ticked = form.fields["chosen"].initial
    assert len(ticked) == 3

    preview = client.post(
        f"{ADMIN}new/", {"chosen": ticked[:2], "subject": form["subject"].value(), "intro": "Привет!"}
    )
    page = words(client.get(preview.url))
    assert "Новость 0" in page
    assert "Новость 2" not in page
    client.post(f"{preview.url}send/")

    newsletter = Newsletter.objects.get()
    assert newsletter.sent_at
    assert deliver_newsletters() == 1
    letter = Letter.objects.get()
    assert (letter.kind, letter.mailing) == (Letter.Kind.MAILING, NEWSLETTERS)
    assert "Привет!" in letter.text
    assert "Случилось 0." in letter.text
    assert newsletter.url in letter.text
    newsletter.refresh_from_db()
    assert newsletter.delivered_at


def test_what_is_older_than_a_week_is_not_offered(news):
    with time_machine.travel(timezone.now() + dt.timedelta(days=5, hours=1), tick=False):
        assert [item["title"] for item in candidates("ru")] == ["Новость 0", "Новость 1"]


def test_contests_are_offered_too(news, site):
    ContestPageFactory(parent=ContestIndexPageFactory(parent=site.home), title="Гранты")
    assert candidates("ru")[-1]["title"] == "Гранты"


def test_events_projects_and_practices_are_offered_too(site, editor):
    EventPageFactory(parent=EventIndexPageFactory(parent=site.home), title="Субботник")
    ProjectPageFactory(parent=ProjectIndexPageFactory(parent=site.home), title="Сквер")
    PracticeFactory(parent=PracticeIndexFactory(parent=site.home), title="Школа старост")
    Page.objects.filter(depth__gt=3).update(first_published_at=timezone.now())
    page = editor().get(f"{ADMIN}new/")
    shown = words(page)
    assert len(page.context["form"].fields["chosen"].initial) == 3
    assert [title for title in ("Субботник", "Сквер", "Школа старост") if title not in shown] == []


def test_twenty_of_a_kind_are_offered(site):
    NewsPageFactory.create_batch(module.MOST_OF_A_KIND + 1, parent=NewsIndexPageFactory(parent=site.home))
    Page.objects.update(first_published_at=timezone.now())
    assert module.MOST_OF_A_KIND == len(candidates("ru")) == 20


def test_a_draft_is_chosen_anew_and_keeps_what_is_older(news, editor):
    client = editor()
    chosen = client.get(f"{ADMIN}new/").context["form"].fields["chosen"].initial
    url = client.post(f"{ADMIN}new/", {"chosen": chosen[:1], "subject": "Неделя"}).url
    with time_machine.travel(timezone.now() + dt.timedelta(days=30), tick=False):
        client = editor()
        form = client.get(f"{url}choose/").context["form"]
        assert form.fields["chosen"].initial == chosen[:1]
        assert form["subject"].value() == "Неделя"


@pytest.mark.parametrize("change", [{"chosen": []}, {"chosen": ["999999"]}, {"subject": ""}, {"subject": "я" * 151}])
def test_bad_input_is_answered(news, editor, change):
    client = editor()
    chosen = client.get(f"{ADMIN}new/").context["form"].fields["chosen"].initial
    answer = client.post(f"{ADMIN}new/", {"chosen": chosen, "subject": "Неделя", **change})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == list(change)
    assert not Newsletter.objects.exists()


def test_a_week_without_news_says_so(site, editor):
    assert "chosen" not in editor().get(f"{ADMIN}new/").content.decode()


def test_nothing_is_sent_twice(news, editor):
    newsletter = NewsletterFactory(sent_at=None)
    SubscriptionFactory(kind="newsletter")
    client = editor(CHIEF_EDITORS)
    client.post(f"{ADMIN}{newsletter.pk}/send/")
    sent_at = Newsletter.objects.get().sent_at
    client.post(f"{ADMIN}{newsletter.pk}/send/")
    assert Newsletter.objects.get().sent_at == sent_at
    assert (deliver_newsletters(), deliver_newsletters()) == (1, 0)
    assert client.post(f"{ADMIN}{newsletter.pk}/delete/").status_code == 404
    assert client.get(f"{ADMIN}{newsletter.pk}/choose/").status_code == 404


def test_a_draft_is_deleted(editor, site):
    newsletter = NewsletterFactory(sent_at=None)
    editor().post(f"{ADMIN}{newsletter.pk}/delete/")
    assert not Newsletter.objects.exists()


def test_bodies_do_not_send_it(editor, site):
    newsletter = NewsletterFactory(sent_at=None)
    client = editor(BODIES)
    assert client.post(f"{ADMIN}{newsletter.pk}/send/").status_code == 302
    assert Newsletter.objects.get().sent_at is None


def test_whoever_refused_or_asked_later_or_in_another_language_gets_none(site):
    newsletter = NewsletterFactory()
    refused = SubscriptionFactory(kind="newsletter")
    refuse_mailing(refused.contact.email, NEWSLETTERS)
    SubscriptionFactory(kind="newsletter", created_at=timezone.now() + dt.timedelta(minutes=1))
    SubscriptionFactory(kind="newsletter", language="en")
    SubscriptionFactory(kind="topic", key="1")
    wanted = SubscriptionFactory(kind="newsletter")
    assert deliver_newsletters() == 1
    assert Letter.objects.get().recipient == wanted.contact.email
    assert newsletter.url == f"/newsletters/{newsletter.pk}/"


def test_a_sending_that_broke_off_goes_on(site, monkeypatch):
    NewsletterFactory()
    SubscriptionFactory.create_batch(7, kind="newsletter")
    monkeypatch.setattr(module, "CONTACTS", 3)
    written = []

    def break_off(recipient, *args, **kwargs):
        if len(written) == 4:
            raise KeyboardInterrupt
        written.append(recipient)
        return write(recipient, *args, **kwargs)

    write = module.write_letter
    monkeypatch.setattr(module, "write_letter", break_off)
    with pytest.raises(KeyboardInterrupt):
        deliver_newsletters()
    assert Newsletter.objects.get().last_contact
    monkeypatch.setattr(module, "write_letter", write)
    assert deliver_newsletters() == 3
    assert Letter.objects.count() == 7


# --- the archive --------------------------------------------------------------------------------------------------


def test_the_archive_shows_what_was_sent(client, site):
    sent, draft = NewsletterFactory(), NewsletterFactory(sent_at=None)
    page = words(client.get("/newsletters/"))
    assert sent.subject in page
    assert draft.subject not in page
    assert "Открыт сквер" in words(client.get(sent.url))
    assert client.get(f"/newsletters/{draft.pk}/").status_code == 404
    assert client.get(f"/en/newsletters/{sent.pk}/").status_code == 404
    assert client.get("/en/newsletters/").status_code == 200


def test_the_archive_in_as_many_queries_for_many(client, site):
    NewsletterFactory()
    client.get("/newsletters/")
    with CaptureQueriesContext(connection) as few:
        client.get("/newsletters/")
    NewsletterFactory.create_batch(25)
    with CaptureQueriesContext(connection) as many:
        answer = client.get("/newsletters/")
    assert len(re.findall(r"item__title", answer.content.decode())) == 20
    assert len(many) == len(few)


def test_the_admins_list_in_as_many_queries_for_many(site, editor):
    client = editor()
    NewsletterFactory(created_by=UserFactory())
    client.get(ADMIN)
    with CaptureQueriesContext(connection) as few:
        client.get(ADMIN)
    for _number in range(15):
        NewsletterFactory(created_by=UserFactory())
    with CaptureQueriesContext(connection) as many:
        client.get(ADMIN)
    assert len(many) == len(few)
