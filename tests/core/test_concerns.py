"""What editors are told to look at, at the field; dead links; choosers of one language; the notice on every page."""

import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from core.concerns import concerns_of
from core.link_check import check_links
from core.models import DeadLink, Organisation, SiteSettings
from core.roles import EDITORS
from tests.factories.core import OrganisationFactory, SiteImageFactory
from tests.factories.home import ContentPageFactory, NewsIndexPageFactory, NewsPageFactory

pytestmark = pytest.mark.django_db


def messages(page, field: str) -> str:
    return " ".join(str(one.message) for one in concerns_of(page) if one.field == field)


def with_body(site, *blocks):
    page = ContentPageFactory(parent=site.home, intro="Коротко")
    page.body = [{"type": kind, "value": value} for kind, value in blocks]
    page.save()
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def editor(client):
    user = get_user_model().objects.create_user("editor", "e@novodumsk.example", "secret")
    user.groups.add(Group.objects.get(name=EDITORS))
    client.force_login(user)
    return client


def test_link_words_private_data_and_pages_that_are_gone(site):
    text = '<p><a href="https://example.org">здесь</a>, <a linktype="page" id="9999">порядок</a>, +7 912 345-67-89</p>'
    told = messages(with_body(site, ("paragraph", text)), "body")
    assert "«здесь» не говорит, куда ведёт" in told
    assert "«порядок» ведёт на неопубликованную страницу" in told
    assert "похоже на личный телефон" in told


def test_headings_and_tables(site):
    table = {"data": [["а", "б"]], "table_caption": "Что", "first_row_is_table_header": False,
             "first_col_is_header": False}  # fmt: skip
    told = messages(with_body(site, ("heading", {"text": "Мелочь", "level": "3"}), ("table", table)), "body")
    assert "перескакивает через уровень" in told
    assert "нет шапки" in told


@pytest.mark.parametrize(("alt", "said"), [("", "нет описания"), ("news", "имя файла"), ("IMG_2041.jpg", "имя файла")])
def test_pictures(site, alt, said):
    picture = SiteImageFactory(description=alt)
    news = NewsPageFactory(parent=NewsIndexPageFactory(parent=site.home), picture=picture)
    assert said in messages(news, "picture")


def test_a_finished_page_raises_no_concern(site):
    text = '<p>Порядок записи — <a href="https://example.org">на странице форума</a>.</p>'
    assert concerns_of(with_body(site, ("heading", {"text": "Как", "level": "2"}), ("paragraph", text))) == []


def test_they_stand_at_the_field_and_stop_nothing(site, editor):
    page = ContentPageFactory(parent=site.home, intro="")
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Без этих предложений списки и поисковики покажут один заголовок" in html


def test_dead_links_are_found_and_listed_for_those_who_may_mend_them(site, editor, monkeypatch):
    answers = {"https://gone.example/": "Сервер отвечает 404.", "https://there.example/": ""}
    monkeypatch.setattr("core.link_check.why_unreachable", lambda address: answers[address])
    text = '<p><a href="https://gone.example/">отчёт</a> <a href="https://there.example/">фонд</a>' \
           ' <a linktype="page" id="9999">порядок</a></p>'  # fmt: skip
    with_body(site, ("paragraph", text))
    assert check_links() == 2
    assert {link.address for link in DeadLink.objects.all()} == {"https://gone.example/", "page:9999"}
    assert "https://gone.example/" in editor.get(reverse("dead_links_report")).content.decode()
    assert check_links() == 2, "a second run doubles nothing"
    assert reverse("dead_links_report") in editor.get("/admin/").content.decode()


class TestChoosers:
    @pytest.fixture
    def terms(self, site):
        russian = OrganisationFactory(title="Администрация города")
        english = russian.copy_for_translation(site.en)
        english.title = "City Hall"
        english.save()
        return russian

    @pytest.mark.parametrize(("home", "shown", "hidden"), [("home", "Администрация", "City Hall"),
                                                          ("home_en", "City Hall", "Администрация")])  # fmt: skip
    def test_they_show_the_language_of_the_page(self, site, editor, terms, home, shown, hidden):
        page = getattr(site, home)
        url = reverse(f"{Organisation.snippet_viewset.chooser_viewset.name}:choose")
        html = editor.get(url, HTTP_REFERER=f"http://testserver/admin/pages/{page.pk}/edit/").json()["html"]
        assert shown in html
        assert hidden not in html

    def test_a_term_is_made_in_place_and_not_twice(self, site, editor, terms):
        url = reverse(f"{Organisation.snippet_viewset.chooser_viewset.name}:create")
        assert "уже есть" in str(editor.post(url, {"title": " администрация  города"}).json())
        editor.post(url, {"title": "Фонд «Плечо»"})
        assert Organisation.objects.get(title="Фонд «Плечо»").locale == site.ru


def test_the_notice_stands_on_every_page_until_its_hour(site, client):
    settings = SiteSettings.for_site(site.site)
    settings.notice, settings.notice_until = "12 июня приёма нет", timezone.now() + dt.timedelta(hours=1)
    settings.save()
    assert "12 июня приёма нет" in client.get("/").content.decode().replace("\u00a0", " ")
    settings.notice_until = timezone.now() - dt.timedelta(minutes=1)
    settings.save()
    assert "приёма нет" not in client.get("/").content.decode().replace("\u00a0", " ")


def test_another_colour_has_another_address(site, client):
    before = client.get("/").content.decode()
    SiteSettings.objects.update(accent_colour="#7a1f5f")
    assert "theme.css?v=7a1f5f" in client.get("/").content.decode()
    assert "theme.css?v=7a1f5f" not in before


def test_the_bar_is_for_the_signed_in_and_pages_of_others_stay_cacheable(site, client, editor):
    assert "wagtail-userbar" in editor.get("/").content.decode()
    client.logout()
    answer = client.get("/")
    assert "wagtail-userbar" not in answer.content.decode()
    assert not answer.wsgi_request.session.accessed
