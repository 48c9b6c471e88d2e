"""An adopted text stays, whatever door one comes by; a misprint is mended for everybody to see."""

import datetime as dt
import json
from io import BytesIO

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import Locale, Revision

from core.roles import CHIEF_EDITORS, EDITORS, ORGANISERS
from forums.followup.dossiers import load_dossiers
from forums.followup.sheets import apply_plan, plan_upload, write_sheets
from forums.followup.subjects import load_subjects
from forums.importing.permissions import forums_without_resolution
from forums.resolutions.corrections import correct, correctables
from forums.resolutions.models import Correction, Recommendation, ResolutionPage
from tests.factories.core import SiteDocumentFactory
from tests.factories.forums import ForumIndexPageFactory, ForumPageFactory, TopicFactory, resolution_with, section_with
from tests.forums.resolutions.editing import form_data, save_page

pytestmark = pytest.mark.django_db

TEXT, NEXT = "Создать фонт поддержки", "Проводить ярмарки"
PREAMBLE = "<p>Мы, участники форума.</p>"


@pytest.fixture
def resolution(site):
    """A resolution that was published, with a misprint in its first item."""
    forum = ForumPageFactory(parent=ForumIndexPageFactory(parent=site.home), number=1)
    section = section_with([TEXT, NEXT], lead_in="Участники рекомендуют:", addressee_text="Бизнесу:")
    page = resolution_with([section], parent=forum, preamble=PREAMBLE, original=SiteDocumentFactory())
    page.save_revision().publish()
    return ResolutionPage.objects.get(pk=page.pk)


@pytest.fixture
def chief(client):
    user = get_user_model().objects.create_user("chief", "chief@novodumsk.example", "secret", first_name="Борис")
    user.groups.add(Group.objects.get(name=CHIEF_EDITORS))
    client.force_login(user)
    return client


def words(page) -> list[str]:
    fresh = ResolutionPage.objects.get(pk=page.pk)
    items = Recommendation.objects.filter(section__page=page).in_document_order()
    sections = [(one.lead_in, one.verb, one.addressee_text) for one in fresh.sections.all()]
    head = [fresh.title, fresh.number, fresh.place, str(fresh.adopted_on), fresh.preamble, str(fresh.original_id)]
    return [*head, *map(str, sections), *(f"{item.number} {item.text}" for item in items)]


def changed(page, **fields) -> ResolutionPage:
    """The page as code would hold it, with the first item changed."""
    page = ResolutionPage.objects.get(pk=page.pk)
    section = page.sections.get()
    items = list(section.recommendations.all())
    for name, value in fields.items():
        setattr(items[0], name, value)
    section.recommendations = items
    page.sections = [section]
    return page


class TestDoors:
    @pytest.fixture(autouse=True)
    def _nothing_changes(self, resolution):
        before = words(resolution)
        yield
        assert words(resolution) == before

    @pytest.mark.parametrize("action", ["action-publish", "action-save"])
    def test_the_form(self, chief, resolution, action):
        """The fields are shown, and what is posted in spite of that is not taken."""
        prose = json.dumps({"blocks": [{"key": "a", "type": "unstyled", "text": "Иначе", "depth": 0,
                                        "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}})  # fmt: skip
        section, item = "sections-0-", "sections-0-recommendations-0-"
        typed = {"title": "Иначе", "number": "7", "adopted_on": "01.02.2018", "place": "Иначе", "original": "",
                 "preamble": prose, "closing": prose, f"{section}lead_in": "Иначе", f"{section}addressee_text": "Иначе",
                 f"{section}verb": "resolve", f"{item}text": "Иначе", f"{item}number": "7"}  # fmt: skip
        assert save_page(chief, resolution, typed, action).status_code == 302
        latest = resolution.get_latest_revision_as_object()
        assert latest.unexplained_changes() == []

    @pytest.mark.parametrize(
        "posted",
        [
            {"sections-0-recommendations-1-DELETE": "on"},
            {"sections-0-DELETE": "on"},
        ],
    )
    @pytest.mark.parametrize("action", ["action-publish", "action-save"])
    def test_the_form_with_fewer_items(self, chief, resolution, posted, action):
        assert "не меняется" in save_page(chief, resolution, posted, action).content.decode()

    def test_the_form_with_one_more(self, chief, resolution):
        prefix = "sections-0-recommendations"
        posted = {f"{prefix}-TOTAL_FORMS": "3", f"{prefix}-2-id": "", f"{prefix}-2-text": "Ещё один пункт",
                  f"{prefix}-2-kind": "ongoing"}  # fmt: skip
        assert save_page(chief, resolution, posted).status_code == 200

    def test_an_old_version(self, chief, resolution):
        old = Revision.objects.for_instance(resolution).first()
        content = old.content
        content["sections"][0]["recommendations"][0]["text"] = "Как было давно"
        Revision.objects.filter(pk=old.pk).update(content=content)
        url = reverse("wagtailadmin_pages:revisions_revert", args=[resolution.pk, old.pk])
        data = form_data(chief.get(url).content.decode())
        chief.post(reverse("wagtailadmin_pages:edit", args=[resolution.pk]), data | {"action-publish": ["1"]})
        with pytest.raises(ValidationError):
            Revision.objects.get(pk=old.pk).publish()

    def test_code(self, resolution):
        with pytest.raises(ValidationError, match="не меняется"):
            changed(resolution, text="Другие слова").save_revision()
        with pytest.raises(ValidationError):
            changed(resolution, number="7").save()
        page = changed(resolution)
        page.adopted_on = dt.date(2018, 1, 1)
        with pytest.raises(ValidationError):
            page.save()

    def test_an_unpublished_page_stays_locked(self, resolution):
        resolution.unpublish()
        with pytest.raises(ValidationError):
            changed(resolution, text="Другие слова").save()

    def test_the_import(self, chief, resolution):
        """The forum is not offered, and a document for it is refused."""
        user = chief.get("/admin/").wsgi_request.user
        assert resolution.get_parent().pk not in {forum.pk for forum in forums_without_resolution(user)}

    def test_the_spreadsheet(self, chief, resolution):
        """A cell with the item's text is there to be read; what is typed over it is not taken."""
        items = load_dossiers(load_subjects(private=True), dt.date(2018, 1, 1))
        book = load_workbook(BytesIO(write_sheets(items)))
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.value == TEXT:
                        cell.value = "Другие слова"
        out = BytesIO()
        book.save(out)
        plan = plan_upload(out.getvalue())
        apply_plan(plan, chief.get("/admin/").wsgi_request.user)

    def test_a_copy(self, resolution):
        """A copy is a draft of its own, and may be changed; the original may not."""
        other = ForumPageFactory(parent=resolution.get_parent().get_parent().specific, number=2)
        copy = resolution.copy(to=other, keep_live=False)
        assert not copy.is_locked
        changed(copy, text="Другие слова").save_revision()

    def test_the_synchronisation(self, resolution):
        """A page translated the other way round does not bring other words."""
        english = resolution.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
        page = changed(english, text="Create a fund")
        page.save_revision().publish()
        with pytest.raises(ValidationError):
            changed(english, number="9").save_revision()


class TestWhatMayChange:
    def test_topics_and_kinds(self, chief, resolution):
        topic = TopicFactory(title="Гранты", slug="grants")
        answer = save_page(
            chief,
            resolution,
            {"sections-0-recommendations-0-kind": "ongoing", "sections-0-recommendations-0-topics": str(topic.pk)},
        )
        assert answer.status_code == 302
        item = Recommendation.objects.get(text=TEXT)
        assert item.kind == "ongoing"
        assert list(item.topics.all()) == [topic]

    def test_the_form_says_why(self, chief, resolution):
        html = chief.get(reverse("wagtailadmin_pages:edit", args=[resolution.pk])).content.decode()
        assert "Текст принят форумом и опубликован: он не меняется." in html
        assert reverse("resolutions_admin:corrections", args=[resolution.pk]) in html

    def test_a_draft_is_not_locked(self, admin_client, site):
        forum = ForumPageFactory(parent=ForumIndexPageFactory(parent=site.home))
        page = resolution_with([section_with([TEXT])], parent=forum, live=False)
        assert save_page(admin_client, page, {"sections-0-recommendations-0-text": NEXT}).status_code == 302
        assert Recommendation.objects.get(section__page=page).text == NEXT


class TestCorrections:
    @pytest.fixture
    def address(self, resolution):
        key = Recommendation.objects.get(text=TEXT).translation_key
        return f"{reverse('resolutions_admin:correct', args=[resolution.pk, 'text'])}?part={key}"

    def test_readers_see_what_was_and_what_is(self, chief, client, resolution, address):
        listed = chief.get(reverse("resolutions_admin:corrections", args=[resolution.pk])).content.decode()
        assert address.replace("&", "&amp;") in listed
        given = {"now": "Создать фонд поддержки", "reason": "Опечатка при наборе", "date": "12.05.2018"}
        assert chief.post(address, given).status_code == 302

        made = Correction.objects.get()
        assert (made.was, made.now, made.created_by.username) == (TEXT, "Создать фонд поддержки", "chief")
        client.logout()
        for address in (resolution.url, f"{resolution.url}1-1/"):
            html = " ".join(client.get(address).content.decode().split())
            assert "опечатка исправлена 12 мая 2018 года" in html
            assert "Опечатка при наборе" in html
            assert TEXT in html
        assert resolution.original.url in client.get(resolution.url).content.decode()

    def test_the_way_back_is_locked_again(self, resolution):
        target = next(one for one in correctables(resolution) if one.word == TEXT)
        correct(resolution, target, "Создать фонд поддержки", "Опечатка", None)
        with pytest.raises(ValidationError):
            changed(resolution, text=TEXT).save_revision()

    def test_a_draft_keeps_its_own_changes(self, resolution):
        changed(resolution, kind="ongoing").save_revision()
        resolution.refresh_from_db()
        target = next(one for one in correctables(resolution) if one.word == TEXT)
        correct(resolution, target, "Создать фонд поддержки", "Опечатка", None)
        draft = ResolutionPage.objects.get(pk=resolution.pk).get_latest_revision_as_object()
        item = draft.sections.get().recommendations.first()
        assert (item.text, item.kind) == ("Создать фонд поддержки", "ongoing")
        assert Recommendation.objects.get(text=item.text).kind == "one_off"

    def test_a_number_leads_on_from_its_old_address(self, chief, client, resolution):
        key = Recommendation.objects.get(text=TEXT).translation_key
        url = f"{reverse('resolutions_admin:correct', args=[resolution.pk, 'number'])}?part={key}"
        assert chief.post(url, {"now": "3.1", "reason": "Номер", "date": "12.05.2018"}).status_code == 302
        assert client.get(f"{resolution.url}1-1/").url.endswith("/3-1/")

    @pytest.mark.parametrize("given", [{"reason": ""}, {"now": TEXT}, {"now": ""}, {"date": "12.05.2999"}])
    def test_half_a_correction_is_refused(self, chief, resolution, address, given):
        whole = {"now": "Создать фонд", "reason": "Опечатка", "date": "12.05.2018"}
        assert chief.post(address, whole | given).status_code == 200
        assert not Correction.objects.exists()

    @pytest.mark.parametrize(("role", "status"), [(EDITORS, 302), (ORGANISERS, 200), (CHIEF_EDITORS, 200)])
    def test_who_may(self, client, resolution, address, role, status):
        user = get_user_model().objects.create_user("somebody", "s@novodumsk.example", "secret")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        assert client.get(address).status_code == status
