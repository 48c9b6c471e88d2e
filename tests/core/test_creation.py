"""One form «new page» makes one page, however its saves overlap."""

import pytest
from django.urls import reverse

from core.models import FilledForm
from home.news.models import NewsPage
from tests.factories.home import NewsIndexPageFactory
from tests.forums.resolutions.editing import form_data

pytestmark = pytest.mark.django_db

BY_ITSELF = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def form(site, admin_client):
    """``form(token, publish=…, by_itself=…)`` sends the form of a new piece of news."""
    index = NewsIndexPageFactory(parent=site.home)
    url = reverse("wagtailadmin_pages:add", args=["news", "newspage", index.pk])

    def send(token: str, *, publish: bool = False, by_itself: bool = False, title: str = "Открыт сквер"):
        data = form_data(admin_client.get(url).content.decode())
        data |= {
            "csrfmiddlewaretoken": [token],
            "title": [title],
            "slug": ["square-draft" if by_itself else "square"],
            "summary": ["Коротко"],
            "body-count": ["0"],
        }
        if publish:
            data["action-publish"] = ["1"]
        return admin_client.post(url, data, **(BY_ITSELF if by_itself else {}))

    return send


def test_publishing_takes_the_place_of_the_autosaved_draft(form):
    assert form("a", by_itself=True, title="Открыт").json()["success"]
    assert form("a", publish=True).status_code == 302
    page = NewsPage.objects.get()
    assert (page.title, page.slug, page.live) == ("Открыт сквер", "square", True)


def test_an_autosave_that_comes_late_makes_nothing(form):
    form("a", publish=True)
    late = form("a", by_itself=True)
    page = NewsPage.objects.get()
    assert page.live
    assert late.json()["url"] == reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_a_button_pressed_twice_publishes_once(form):
    form("a", publish=True)
    assert form("a", publish=True).url == reverse("wagtailadmin_pages:edit", args=[NewsPage.objects.get().pk])


@pytest.mark.parametrize("finished_first", [True, False])
def test_saves_that_end_at_once_leave_the_published_page(form, monkeypatch, finished_first):
    """Neither sees the other before it is done."""
    monkeypatch.setattr("core.creation.FilledForm.objects.filter", lambda **_: FilledForm.objects.none())
    for publish in (True, False) if finished_first else (False, True):
        form("a", publish=publish, by_itself=not publish)
    assert NewsPage.objects.get().live


def test_another_form_makes_another_page(form):
    form("a", publish=True)
    form("b", publish=True, title="Другая новость")
    assert NewsPage.objects.count() == 1, "the address is taken, which the form says"
