"""Deleting a page: refused where something hangs on it, else into the bin, from which everything comes back."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from core.models import BinnedPage
from core.roles import BODIES, CHIEF_EDITORS
from forums.resolutions.models import Recommendation
from home.news.models import NewsPage
from search.models import SearchEntry
from tests.factories.followup import ProgressReportFactory
from tests.factories.forums import ForumIndexPageFactory, ForumPageFactory, resolution_with, section_with
from tests.factories.home import NewsIndexPageFactory, NewsPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(client):
    user = get_user_model().objects.create_user("chief", "chief@novodumsk.example", "secret")
    user.groups.add(Group.objects.get(name=CHIEF_EDITORS))
    client.force_login(user)
    return client


@pytest.fixture
def resolution(site):
    forum = ForumPageFactory(parent=ForumIndexPageFactory(parent=site.home), number=1)
    page = resolution_with([section_with(["Создать фонд"])], parent=forum)
    page.save_revision().publish()
    return page


@pytest.fixture
def news(site):
    page = NewsPageFactory(parent=NewsIndexPageFactory(parent=site.home), title="Открыт сквер", slug="square")
    page.save_revision().publish()
    return page


def delete(client, page, **posted):
    return client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), posted)


class TestRefusal:
    def test_a_resolution_with_records_stays_and_names_them(self, chief, resolution):
        ProgressReportFactory(recommendation_key=Recommendation.objects.get().translation_key)
        for page in (resolution, resolution.get_parent()):
            answer = delete(chief, page)
            html = answer.content.decode()
            assert "Эту страницу нельзя удалить" in html
            assert "1 запись об исполнении" in html
            assert reverse("wagtailadmin_pages:unpublish", args=[page.pk]) in html
        assert Page.objects.filter(pk=resolution.pk).exists()
        assert not BinnedPage.objects.exists()

    def test_a_resolution_that_a_later_one_repeats_stays(self, chief, site, resolution):
        first = Recommendation.objects.get()
        forum = ForumPageFactory(parent=resolution.get_parent().get_parent().specific, number=2)
        again = Recommendation(text="Снова", repeats=first.translation_key)
        resolution_with([section_with([again])], parent=forum, title="Вторая резолюция")
        assert "Вторая резолюция" in delete(chief, resolution).content.decode()
        assert Page.objects.filter(pk=resolution.pk).exists()

    def test_evidence_keeps_its_page(self, chief, resolution, news):
        report = ProgressReportFactory(recommendation_key=Recommendation.objects.get().translation_key)
        report.evidence.create(page=news)
        report.save()
        assert "отчёт" in delete(chief, news).content.decode()
        assert NewsPage.objects.filter(pk=news.pk, live=True).exists()

    def test_many_at_once_are_refused_as_well(self, chief, resolution, news):
        ProgressReportFactory(recommendation_key=Recommendation.objects.get().translation_key)
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
        answer = chief.post(f"{url}?id={resolution.pk}&id={news.pk}&next=/admin/", {})
        assert "нельзя удалить" in answer.content.decode()
        assert not BinnedPage.objects.exists()


class TestBin:
    def test_a_page_comes_back_as_it_was(self, chief, client, news, django_capture_on_commit_callbacks):
        parent, url, published = news.get_parent(), news.url, NewsPage.objects.get(pk=news.pk).last_published_at
        with django_capture_on_commit_callbacks(execute=True):
            assert delete(chief, news).status_code == 302
        assert client.get(url).status_code == 404
        assert not SearchEntry.objects.filter(title="Открыт сквер").exists()
        assert not Redirect.objects.exists()
        listed = chief.get(reverse("wagtailadmin_explore", args=[parent.pk])).content.decode()
        assert "Открыт сквер" not in listed
        entry = BinnedPage.objects.get()
        assert "Открыт сквер" in chief.get(reverse("core_bin")).content.decode()

        with django_capture_on_commit_callbacks(execute=True):
            chief.post(reverse("core_bin_restore", args=[entry.pk]))
        back = NewsPage.objects.get(pk=news.pk)
        assert (back.url, back.live, back.last_published_at) == (url, True, published)
        assert client.get(url).status_code == 200
        assert SearchEntry.objects.filter(title="Открыт сквер").exists()
        assert not BinnedPage.objects.exists()

    def test_a_resolution_comes_back_with_everything_below_its_forum(self, chief, client, resolution):
        forum = resolution.get_parent()
        delete(chief, forum)
        assert client.get(resolution.url).status_code == 404
        key = Recommendation.objects.get().translation_key
        ProgressReportFactory(recommendation_key=key)
        chief.post(reverse("core_bin_restore", args=[BinnedPage.objects.get().pk]))
        html = client.get(f"{resolution.url}1-1/").content.decode()
        assert "Провели две встречи" in html

    def test_a_taken_address_gets_a_number(self, chief, news):
        delete(chief, news)
        NewsPageFactory(parent=BinnedPage.objects.get().parent.specific, slug="square")
        chief.post(reverse("core_bin_restore", args=[BinnedPage.objects.get().pk]))
        assert NewsPage.objects.get(pk=news.pk).slug == "square-2"

    def test_many_at_once(self, chief, news):
        other = NewsPageFactory(parent=news.get_parent().specific, slug="other")
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
        chief.post(f"{url}?id={other.pk}&id={news.pk}&next=/admin/", {})
        assert {entry.page_id for entry in BinnedPage.objects.all()} == {news.pk, other.pk}

    def test_after_thirty_days_it_is_gone(self, chief, news, capsys):
        delete(chief, news)
        BinnedPage.objects.update(deleted_at=timezone.now() - dt.timedelta(days=29))
        call_command("empty_bin")
        assert NewsPage.objects.filter(pk=news.pk).exists()
        BinnedPage.objects.update(deleted_at=timezone.now() - dt.timedelta(days=31))
        call_command("empty_bin")
        assert not NewsPage.objects.filter(pk=news.pk).exists()

    def test_who_may_not(self, client, chief, news):
        delete(chief, news)
        body = get_user_model().objects.create_user("body", "b@novodumsk.example", "secret")
        body.groups.add(Group.objects.get(name=BODIES))
        client.force_login(body)
        assert client.get(reverse("core_bin")).status_code == 302
        client.post(reverse("core_bin_restore", args=[BinnedPage.objects.get().pk]))
        assert BinnedPage.objects.exists()


class TestDraftParents:
    def test_a_page_below_a_draft_is_warned_of(self, chief, resolution):
        forum = resolution.get_parent().specific
        edit = reverse("wagtailadmin_pages:edit", args=[resolution.pk])
        assert "не опубликована" not in chief.get(edit).content.decode()
        forum.unpublish()
        html = chief.get(edit).content.decode()
        assert "не опубликована: читатели сюда не попадут" in html
        assert reverse("wagtailadmin_pages:edit", args=[forum.pk]) in html
