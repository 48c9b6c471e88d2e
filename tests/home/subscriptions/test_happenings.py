"""What rooms tell of their things."""

import datetime as dt
from urllib.parse import urlencode

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.following import AHEAD, Window, changed_pages, happenings, things
from forums.proposals.choices import Status
from forums.proposals.models import Event
from projects.social.choices import Stage
from tests.factories.core import PersonFactory, TerritoryFactory, TopicFactory
from tests.factories.councils import CouncilFactory, CouncilIndexFactory
from tests.factories.followup import adopted, forum_on, items_of
from tests.factories.home import NewsIndexPageFactory, NewsPageFactory
from tests.factories.projects import (
    ContestIndexPageFactory,
    ContestPageFactory,
    ProjectIndexPageFactory,
    project_with,
)
from tests.factories.proposals import ProposalFactory, ProposalPeriodFactory

from .conftest import report

pytestmark = pytest.mark.django_db
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


def window(since: dt.timedelta = HOUR, ahead: dt.timedelta = AHEAD) -> Window:
    now = timezone.now()
    return Window(now - since, now + dt.timedelta(seconds=5), "ru", ahead)


def told(kind: str, key: object, **options) -> list[str]:
    found = happenings(kind, [str(key)], window(**options)).get(str(key), [])
    return [one.title for one in found]


def published_again(page, before: dt.timedelta = DAY):
    """Publish ``page`` as it is, long ago; then let the test change it and publish it now."""
    with time_machine.travel(timezone.now() - before, tick=False):
        page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


# --- contests ---------------------------------------------------------------------------------------------------


@pytest.fixture
def contests(site):
    return ContestIndexPageFactory(parent=site.home)


def test_a_list_of_contests_tells_of_new_ones_that_fit(contests):
    new = {"parent": contests, "first_published_at": timezone.now(), "closes_at": timezone.now() + 30 * DAY}
    ContestPageFactory(title="Гранты для НКО", audiences=["ngo"], **new)
    ContestPageFactory(title="Для бизнеса", audiences=["business"], **new)
    assert told("contests", "audience=ngo") == ["Конкурс: Гранты для НКО"]
    assert len(told("contests", "")) == 2


def test_a_last_day_is_told_of_three_days_ahead_once(contests):
    contest = ContestPageFactory(
        parent=contests,
        title="Дворы",
        audiences=["ngo"],
        first_published_at=timezone.now() - 30 * DAY,
        closes_at=timezone.now() + 3 * DAY - HOUR / 2,
    )
    assert len(told("contest", contest.translation_key)) == 1
    assert told("contests", "audience=ngo")[0].startswith("Дворы. ")
    with time_machine.travel(timezone.now() + HOUR, tick=False):
        assert told("contest", contest.translation_key) == []


def test_weekly_letters_tell_of_the_days_of_their_week(contests):
    contest = ContestPageFactory(parent=contests, closes_at=timezone.now() + 5 * DAY)
    assert told("contest", contest.translation_key, since=7 * DAY) == []
    assert len(told("contest", contest.translation_key, since=7 * DAY, ahead=8 * DAY)) == 1


def test_a_day_that_has_passed_is_told_to_nobody(contests):
    contest = ContestPageFactory(parent=contests, opens_at=None, closes_at=timezone.now() - HOUR)
    assert told("contest", contest.translation_key, since=7 * DAY, ahead=8 * DAY) == []


def test_results_are_told_when_they_are_entered(contests):
    contest = published_again(ContestPageFactory(parent=contests, opens_at=None, closes_at=timezone.now() - 10 * DAY))
    contest.results_on = timezone.localdate() - 2 * DAY
    contest.save_revision().publish()
    assert len(told("contest", contest.translation_key)) == 1
    contest.save_revision().publish()
    assert len(told("contest", contest.translation_key)) == 1


# --- projects, councils -------------------------------------------------------------------------------------------


@pytest.fixture
def projects(site):
    return ProjectIndexPageFactory(parent=site.home)


def test_a_stage_begins_on_its_day(projects):
    project = project_with(projects, [(Stage.UNDER_WAY, timezone.localdate()), (Stage.DONE, "2040-01-01")])
    assert told("project", project.translation_key, since=2 * DAY) == [str(Stage.UNDER_WAY.label).capitalize()]


def test_a_stage_that_was_entered_late_is_told_once(projects):
    project = published_again(project_with(projects, [(Stage.IDEA, "2020-01-01")]))
    project.stages.create(stage=Stage.UNDER_WAY, since=dt.date(2021, 1, 1))
    project.save_revision().publish()
    assert told("project", project.translation_key) == [str(Stage.UNDER_WAY.label).capitalize()]
    with time_machine.travel(timezone.now() + 2 * HOUR, tick=False):
        project.save_revision().publish()
        assert told("project", project.translation_key) == []


def test_what_was_said_before_is_what_was_published(projects):
    project = published_again(project_with(projects, [(Stage.IDEA, "2020-01-01")]))
    with time_machine.travel(timezone.now() - 3 * HOUR, tick=False):
        project.title = "Черновик"
        project.save_revision()
    project.save_revision().publish()
    ((_page, before),) = changed_pages(type(project), [str(project.translation_key)], window())
    assert before["title"] != "Черновик"


def test_projects_of_a_council_a_topic_a_territory(site, projects):
    council = CouncilFactory(parent=CouncilIndexFactory(parent=site.home))
    topic, territory = TopicFactory(), TerritoryFactory()
    project = project_with(projects, title="Сквер", council=council, group="", territory=territory)
    project.topics.set([topic])
    project.save()
    type(project).objects.filter(pk=project.pk).update(first_published_at=timezone.now())
    for kind, thing in (("council", council), ("topic", topic), ("territory", territory)):
        assert told(kind, thing.translation_key) == ["Проект: Сквер"]


def test_a_council_tells_of_its_report_and_of_who_is_in_office(site):
    council = published_again(CouncilFactory(parent=CouncilIndexFactory(parent=site.home)))
    council.reports.create(year=2025, summary="Четыре субботника.")
    council.offices.create(role="chair", person=PersonFactory(title="Сочинённый А. Б."))
    council.save_revision().publish()
    found = told("council", council.translation_key)
    assert len(found) == 2
    assert any("2025" in title for title in found)
    assert any("Сочинённый" in title for title in found)


# --- forums, proposals, news --------------------------------------------------------------------------------------


def test_a_forum_tells_of_its_resolution_its_day_and_the_collection_of_proposals(site):
    forum = forum_on(str(timezone.localdate() + 3 * DAY), 7)
    ProposalPeriodFactory(forum=forum, opens_on=timezone.localdate(), closes_on=timezone.localdate() + 2 * DAY)
    adopted(forum, ["Создать базу"], adopted_on=timezone.localdate())
    resolution = items_of(forum.get_children().first().specific)[0].resolution
    type(resolution).objects.filter(pk=resolution.pk).update(first_published_at=timezone.now())
    assert len(told("forum", forum.translation_key, since=DAY)) == 4


def test_a_recommendation_is_asked_for_again(resolution, item):
    later = forum_on("2018-04-26", 3, resolution.forum.get_parent())
    again = adopted(later, ["Создать единую базу снова"])
    items_of(again)[0].__class__.objects.filter(section__page=again).update(repeats=item.translation_key)
    type(again).objects.filter(pk=again.pk).update(first_published_at=timezone.now())
    assert len(told("recommendation", item.translation_key)) == 1


def test_a_proposals_acts_are_told_and_what_is_not_public_is_not(site):
    proposal = ProposalFactory(published_at=timezone.now() - DAY)
    Event.objects.create(proposal=proposal, status=Status.RECEIVED)
    Event.objects.create(proposal=proposal, status=Status.DISCUSSED, note="Дворы")
    assert told("proposal", proposal.pk) == [str(Status.DISCUSSED.label)]
    assert things("proposal", [str(ProposalFactory(period=proposal.period, status=Status.RECEIVED).pk)], "ru") == {}


def test_news_and_proposals_on_a_topic(site):
    topic = TopicFactory()
    news = NewsPageFactory(parent=NewsIndexPageFactory(parent=site.home), title="Открыт сквер")
    news.topics.set([topic])
    news.save()
    type(news).objects.filter(pk=news.pk).update(first_published_at=timezone.now())
    ProposalFactory(topic=topic)
    assert len(told("topic", topic.translation_key)) == 2
    assert told("topic", TopicFactory().translation_key) == []


def test_a_followed_search_tells_of_new_pages_that_it_finds(site):
    news = NewsPageFactory(parent=NewsIndexPageFactory(parent=site.home), title="Открыт сквер на Набережной")
    type(news).objects.filter(pk=news.pk).update(first_published_at=timezone.now())
    call_command("reindex", verbosity=0)
    assert told("search", urlencode({"q": "скверы"})) == ["Открыт сквер на Набережной"]
    assert told("search", urlencode({"q": "стадион"})) == []


# --- what it costs ------------------------------------------------------------------------------------------------


def queries(kind: str, keys: list) -> int:
    with CaptureQueriesContext(connection) as asked:
        happenings(kind, list(map(str, keys)), window())
        things(kind, list(map(str, keys)), "ru")
    return len(asked)


def test_many_recommendations_cost_as_much_as_few(site):
    resolution = adopted(forum_on("2017-04-26", 2), [f"Дело {number}" for number in range(12)])
    items = items_of(resolution)
    for one in items:
        report(one)
    keys = [one.translation_key for one in items]
    assert queries("recommendation", keys) == queries("recommendation", keys[:2])


def test_many_projects_cost_as_much_as_few(projects):
    made = []
    for _number in range(8):
        project = published_again(project_with(projects, [(Stage.IDEA, "2020-01-01")]))
        project.save_revision().publish()
        made.append(project.translation_key)
    assert queries("project", made) == queries("project", made[:2])


@pytest.mark.parametrize(("kind", "factory"), [("topic", TopicFactory), ("territory", TerritoryFactory)])
def test_many_terms_cost_as_much_as_few(site, kind, factory):
    keys = [one.translation_key for one in factory.create_batch(10)]
    assert queries(kind, keys) == queries(kind, keys[:2])
