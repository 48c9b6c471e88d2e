"""The front page: every section finds its content, an empty one vanishes, few queries."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from forums.editions.models import ForumIndexPage
from projects.social.choices import Stage
from projects.social.models import ProjectNeed
from tests.factories.forums import ForumIndexPageFactory, ForumPageFactory, ResolutionPageFactory
from tests.factories.home import (
    EventIndexPageFactory,
    EventPageFactory,
    FeedbackPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
)
from tests.factories.projects import ContestIndexPageFactory, ContestPageFactory, ProjectIndexPageFactory, project_with

pytestmark = pytest.mark.django_db

SECTIONS = ("forum", "search", "contests", "events", "news", "projects", "councils")


@pytest.fixture
def front(site):
    site.home.sections = [{"type": name, "value": {"heading": f"Раздел {name}"}} for name in SECTIONS]
    site.home.save_revision().publish()
    return site.home


def fill(home, count: int) -> None:
    """``count`` of everything that the sections show."""
    now = timezone.now()
    news = NewsIndexPageFactory(parent=home, slug=f"news-{count}")
    events = EventIndexPageFactory(parent=home, slug=f"events-{count}")
    forums = ForumIndexPage.objects.first() or ForumIndexPageFactory(parent=home)
    contests = ContestIndexPageFactory(parent=home, slug=f"contests-{count}")
    projects = ProjectIndexPageFactory(parent=home, slug=f"projects-{count}")
    for n in range(count):
        NewsPageFactory(parent=news, date=timezone.localdate())
        EventPageFactory(parent=events, starts_at=now + dt.timedelta(days=1 + n % 3))
        ContestPageFactory(parent=contests, closes_at=now + dt.timedelta(days=20 + n))
        project = project_with(projects, stages=[(Stage.SEEKING, timezone.localdate())])
        ProjectNeed.objects.create(
            page=project, locale=project.locale, kind="volunteers", text="Нужны руки", sort_order=1
        )
    ResolutionPageFactory(parent=ForumPageFactory(parent=forums))
    ForumPageFactory(parent=forums, starts_on=timezone.localdate() + dt.timedelta(days=30 + count))


def test_a_new_sites_front_page_shows_no_empty_section(client, front):
    content = client.get("/").content.decode()
    assert "Раздел search" in content
    for name in SECTIONS:
        if name != "search":
            assert f"Раздел {name}" not in content


def test_sections_find_their_content(client, front):
    fill(front, 1)
    content = client.get("/").content.decode()
    for name in ("forum", "contests", "events", "news", "projects"):
        assert f"Раздел {name}" in content


def test_sections_keep_the_editors_order(client, front):
    fill(front, 1)
    front.sections = [{"type": name, "value": {"heading": f"Раздел {name}"}} for name in ("news", "events")]
    front.save_revision().publish()
    content = client.get("/").content.decode()
    assert content.index("Раздел news") < content.index("Раздел events")


def test_few_queries_however_much_there_is(client, front, as_served, django_assert_max_num_queries):
    """15 at most; the first visit of a minute also reckons the follow-up and draws the map."""
    counts = []
    for number in (1, 6):
        fill(front, number)
        cache.clear()
        as_served()
        client.get("/news/")  # Wagtail remembers where the sites begin
        with CaptureQueriesContext(connection) as first:
            client.get("/")
        with django_assert_max_num_queries(15):
            assert client.get("/").status_code == 200
        counts.append(len(first))
    assert counts[0] == counts[1] <= 24


def test_the_other_language_shows_only_its_own(client, site, front):
    fill(front, 1)
    site.home_en.sections = front.sections
    site.home_en.save_revision().publish()
    content = client.get("/en/").content.decode()
    assert "Раздел news" not in content


def test_a_quiet_week_shows_what_comes_next(client, front):
    events = EventIndexPageFactory(parent=front)
    EventPageFactory(parent=events, title="Далёкое событие", starts_at=timezone.now() + dt.timedelta(days=40))
    front.sections = [{"type": "events", "value": {"heading": ""}}]
    front.save_revision().publish()
    assert "Далёкое событие" in client.get("/").content.decode()


def test_a_call_leads_to_its_page_and_vanishes_with_it(client, front):
    page = FeedbackPageFactory(parent=front)
    value = {"heading": "Напишите нам", "text": "", "page": page.pk, "button": "Написать"}
    front.sections = [{"type": "call", "value": value}]
    front.save_revision().publish()
    assert f'href="{page.url}"' in client.get("/").content.decode()
    page.unpublish()
    assert "Напишите нам" not in client.get("/").content.decode()


def test_the_page_sets_no_cookie(client, front):
    assert not client.get("/").cookies
