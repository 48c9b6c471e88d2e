"""Matches in the admin: who sees them, what one click makes, what is never asked again."""

import datetime as dt

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from core.roles import ADMINISTRATORS, BODIES, CHIEF_EDITORS, EDITORS, ORGANISERS, ROLES
from forums.followup.board import load_board
from forums.followup.models import BodyMember, Evidence, ProgressReport
from forums.suggestions.matches import evidence_models, load_open
from forums.suggestions.models import Decision
from tests.factories.followup import ProgressReportFactory
from tests.factories.home import ContentPageFactory, NewsPageFactory
from tests.forums.suggestions.conftest import LEAD, TITLE

pytestmark = pytest.mark.django_db
STAFF = (EDITORS, CHIEF_EDITORS, ORGANISERS, ADMINISTRATORS)


def address(name: str, page: Page, recommendation=None) -> str:
    key = [recommendation.translation_key] if recommendation else []
    return reverse(f"suggestions:{name}", args=[page.pk, *key])


class TestPanel:
    @pytest.mark.parametrize("role", STAFF)
    def test_staff_sees_what_the_page_is_about_and_why(self, signed_in, town, role):
        answer = signed_in(role).get(address("panel", town.news))
        shown = answer.content.decode()
        assert answer.status_code == 200
        assert town.fair.text in shown
        assert "«резюме»" in shown
        assert town.fund.text not in shown

    def test_nothing_for_what_concerns_nothing(self, signed_in, town, site):
        client = signed_in(EDITORS)
        assert client.get(address("panel", town.other)).status_code == 204
        ordinary = ContentPageFactory(parent=site.home, title=TITLE)
        assert client.get(address("panel", ordinary)).status_code == 204
        assert client.get(reverse("suggestions:panel", args=[0])).status_code == 204

    def test_a_draft_is_read_as_it_was_last_saved(self, signed_in, town):
        town.news.summary, town.news.title = "Ожидается снег.", "К выходным похолодает"
        town.news.save_revision()
        assert signed_in(EDITORS).get(address("panel", town.news)).status_code == 204

    def test_the_form_of_a_page_asks_for_it(self, signed_in, town):
        shown = signed_in(EDITORS).get(reverse("wagtailadmin_pages:edit", args=[town.news.pk])).content.decode()
        assert 'data-suggestions="/admin/suggestions/0/panel/"' in shown


class TestRecording:
    def test_one_click_makes_a_report_to_be_approved(self, signed_in, town):
        client = signed_in(EDITORS)
        answer = client.post(address("record", town.news, town.fair), {"next": reverse("suggestions:year")})
        assert answer.url == reverse("suggestions:year")
        report = ProgressReport.objects.get()
        assert not report.live
        assert report.recommendation_key == town.fair.translation_key
        assert report.date == timezone.localdate()
        assert report.text == LEAD
        assert report.outcome == "kept"
        assert report.body == town.body
        assert report.created_by == client.user
        assert [evidence.page_id for evidence in report.evidence.all()] == [town.news.pk]
        assert report.current_workflow_state is not None
        [waiting] = load_board(None).in_tab("waiting")
        assert waiting.key == town.fair.translation_key
        report.get_latest_revision().publish()
        assert Evidence.objects.get(report__live=True).page_id == town.news.pk

    def test_the_form_gets_the_answer_in_its_place(self, signed_in, town):
        answer = signed_in(EDITORS).post(
            address("record", town.news, town.fair), headers={"X-Requested-With": "XMLHttpRequest"}
        )
        shown = answer.content.decode()
        assert reverse("wagtailsnippets_followup_progressreport:edit", args=[ProgressReport.objects.get().pk]) in shown
        assert town.fair.text not in shown

    @pytest.mark.parametrize(("name", "outcome"), [("fair", "kept"), ("fund", "in_progress")])
    def test_the_outcome_fits_the_kind(self, signed_in, town, name, outcome):
        signed_in(EDITORS).post(address("record", town.news, getattr(town, name)))
        report = ProgressReport.objects.get()
        assert report.outcome == outcome
        report.full_clean()

    def test_what_was_recorded_is_not_proposed_again(self, signed_in, town):
        client = signed_in(EDITORS)
        client.post(address("record", town.news, town.fair))
        assert Decision.objects.get().confirmed
        assert client.get(address("panel", town.news)).status_code == 204

    def test_a_page_that_is_evidence_already_is_not_proposed(self, signed_in, town):
        report = ProgressReportFactory(
            recommendation_key=town.fair.translation_key, date=timezone.localdate(), outcome="kept"
        )
        report.evidence.add(Evidence(page=town.news))
        report.save()
        assert signed_in(EDITORS).get(address("panel", town.news)).status_code == 204


class TestDismissing:
    def test_never_asked_again(self, signed_in, town):
        client = signed_in(EDITORS)
        answer = client.post(address("dismiss", town.news, town.fair), headers={"X-Requested-With": "XMLHttpRequest"})
        assert answer.status_code == 204
        assert client.get(address("panel", town.news)).status_code == 204
        assert not ProgressReport.objects.exists()
        town.news.title += "!"
        town.news.save_revision().publish()
        assert client.get(address("panel", town.news)).status_code == 204

    def test_nor_in_another_language_of_the_page(self, signed_in, town, site):
        client = signed_in(EDITORS)
        client.post(address("dismiss", town.news, town.fair))
        copy = town.news.copy_for_translation(site.en, copy_parents=True)
        copy.save_revision().publish()
        assert client.get(address("panel", copy)).status_code == 204

    def test_the_like_of_it_is_proposed_less(self, signed_in, town):
        client = signed_in(EDITORS)
        like = NewsPageFactory(parent=town.news.get_parent(), title=TITLE, summary=LEAD, date=timezone.localdate())
        like.save_revision().publish()
        assert client.get(address("panel", like)).status_code == 200
        client.post(address("dismiss", town.news, town.fair))
        assert client.get(address("panel", like)).status_code == 204


class TestRights:
    def test_a_body_records_for_its_own_recommendations_only(self, signed_in, town):
        client = signed_in(BODIES)
        BodyMember.objects.create(user=client.user, body=town.body)
        assert set(load_open(client.user).subjects) == {town.fair.translation_key}
        assert client.post(address("record", town.news, town.fair)).status_code == 302
        assert ProgressReport.objects.count() == 1
        for name in ("record", "dismiss"):
            client.post(address(name, town.news, town.light))
        assert ProgressReport.objects.count() == 1
        assert not Decision.objects.filter(recommendation_key=town.light.translation_key).exists()

    def test_a_body_does_not_see_drafts(self, signed_in, town):
        client = signed_in(BODIES)
        BodyMember.objects.create(user=client.user, body=town.body)
        town.news.unpublish()
        assert client.get(address("panel", town.news)).status_code == 204
        client.post(address("record", town.news, town.fair))
        assert not ProgressReport.objects.exists()

    def test_strangers_see_nothing(self, client, town):
        for name in ("panel", "page"):
            assert client.get(address(name, town.news)).status_code == 302
        assert client.get(reverse("suggestions:year")).status_code == 302
        client.post(address("record", town.news, town.fair))
        assert not ProgressReport.objects.exists()

    @pytest.mark.parametrize("role", ROLES)
    def test_every_role_opens_the_year(self, signed_in, town, role):
        assert signed_in(role).get(reverse("suggestions:year")).status_code == 200

    def test_what_is_not_there(self, signed_in, town, site):
        client = signed_in(EDITORS)
        assert client.get(reverse("suggestions:page", args=[0])).status_code == 404
        assert client.get(address("record", town.news, town.fair)).status_code == 405
        town.fair.translation_key = "00000000-0000-4000-8000-000000000000"
        assert client.post(address("record", town.news, town.fair)).status_code == 404
        assert client.post(address("dismiss", site.home, town.light)).status_code == 404


class TestAfterPublication:
    def test_the_message_leads_to_the_matches(self, signed_in, town):
        client = signed_in(CHIEF_EDITORS)
        data = nested_form_data(
            {
                "title": TITLE,
                "slug": town.news.slug,
                "summary": LEAD,
                "date": timezone.localdate().isoformat(),
                "body": streamfield([]),
                "action-publish": "1",
            }
        )
        answer = client.post(reverse("wagtailadmin_pages:edit", args=[town.news.pk]), data)
        assert answer.status_code == 302
        said = " ".join(str(message) for message in get_messages(answer.wsgi_request))
        assert address("page", town.news) in said
        assert town.fair.number in said
        shown = client.get(address("page", town.news)).content.decode()
        assert address("record", town.news, town.fair) in shown


class TestYear:
    def test_pages_with_matches(self, signed_in, town):
        shown = signed_in(EDITORS).get(reverse("suggestions:year")).content.decode()
        assert TITLE in shown
        assert "К выходным похолодает" not in shown

    def test_older_pages_and_drafts_are_left_out(self, signed_in, town):
        client = signed_in(EDITORS)
        Page.objects.filter(pk=town.news.pk).update(first_published_at=timezone.now() - dt.timedelta(days=366))
        assert TITLE not in client.get(reverse("suggestions:year")).content.decode()

    def test_queries_do_not_grow_with_pages(self, signed_in, town, django_assert_max_num_queries):
        client = signed_in(EDITORS)
        client.get(reverse("suggestions:year"))
        for number in range(12):
            page = NewsPageFactory(
                parent=town.news.get_parent(), title=f"{TITLE} {number}", summary=LEAD, date=timezone.localdate()
            )
            page.save_revision().publish()
        with django_assert_max_num_queries(45):
            shown = client.get(reverse("suggestions:year")).content.decode()
        assert shown.count('class="suggestions"') == 13


class TestBoard:
    def test_a_quiet_recommendation_shows_pages(self, signed_in, town):
        shown = signed_in(EDITORS).get(reverse("followup_admin:board"), {"tab": "all"}).content.decode()
        assert address("record", town.news, town.fair) in shown

    def test_one_with_news_does_not(self, signed_in, town):
        ProgressReportFactory(recommendation_key=town.fair.translation_key, date=timezone.localdate(), outcome="kept")
        shown = signed_in(EDITORS).get(reverse("followup_admin:board"), {"tab": "all"}).content.decode()
        assert address("record", town.news, town.fair) not in shown

    def test_queries_do_not_grow_with_recommendations(self, signed_in, town, django_assert_max_num_queries):
        client = signed_in(EDITORS)
        client.get(reverse("followup_admin:board"))
        with django_assert_max_num_queries(60):
            client.get(reverse("followup_admin:board"), {"tab": "all"})


def test_pages_that_tell_of_deeds():
    names = {model.__name__ for model in evidence_models()}
    assert names == {"NewsPage", "EventPage", "ProjectPage", "ContestPage", "DocumentPage", "PracticePage"}
