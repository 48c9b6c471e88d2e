"""What the base of projects adds to the pages and forms of contests."""

import datetime as dt

import pytest
from django.utils import timezone

from projects.contests.models import ContestPage, ContestWinner
from projects.social.models import ProjectFunding, ProjectPage
from tests.factories.projects import ContestIndexPageFactory, ContestPageFactory, ProjectIndexPageFactory, project_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def contest(site):
    return ContestPageFactory(
        parent=ContestIndexPageFactory(parent=site.home),
        opens_at=None,
        closes_at=timezone.now() - dt.timedelta(days=9),
        results_on=timezone.localdate(),
    )


@pytest.fixture
def base(site):
    return ProjectIndexPageFactory(parent=site.home)


def text_of(client, page):
    return client.get(page.url).content.decode().replace("\u00a0", " ")


def test_a_winner_without_a_name_is_called_after_whoever_began_the_project(client, contest, base):
    project = project_with(base, title="Светлая тропа", group="Соседи с Озёрной")
    contest.winners = [ContestWinner(project=project, amount=420_000)]
    contest.save()
    text = text_of(client, contest)
    assert "Соседи с Озёрной" in text
    assert f'href="{project.url}">Светлая тропа' in text
    assert contest.url in text_of(client, project)
    project.unpublish()
    assert project.url not in text_of(client, contest)


def test_a_project_that_names_the_contest_stands_on_its_page_once(client, contest, base):
    winner, other = project_with(base, title="Победитель"), project_with(base, title="Другой")
    for project in (winner, other):
        project.fundings = [
            ProjectFunding(year=year, source="grant", amount=1000, contest=contest) for year in (2025, 2026)
        ]
        project.save()
    contest.winners = [ContestWinner(project=winner)]
    contest.save()
    text = text_of(client, contest)
    assert text.count(f'href="{winner.url}"') == text.count(f'href="{other.url}"') == 1
    assert 'id="funded"' in text
    other.unpublish()
    assert 'id="funded"' not in text_of(client, contest)


def test_only_projects_are_offered_as_winners():
    winners = ContestPage.get_edit_handler().get_form_class().formsets["winners"].form
    assert winners.base_fields["project"].widget.target_models == [ProjectPage]
