"""Projects in the admin (columns, the import), and what they add to rooms below.

Those are the parts of a contest's page, the choosers of projects, and the evidence of follow-up.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import django_filters
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.admin.widgets import Button
from wagtail.models import Page

from core.extensions import Part, extend, page_part
from core.page_choosers import PROJECTS
from forums.editions.models import ForumPage
from forums.followup.evidence import register_part, register_works
from forums.proposals.models import Proposal, ProposalPeriod
from projects.contests.models import ContestPage
from projects.councils.municipality import municipality_and_councils

from . import happenings  # noqa: F401  (says what happens to projects)
from .choices import NeedKind, Stage
from .evidence import begun_projects, find_projects
from .maps import MAX_DISTRICTS, MAX_POINTS, project_map
from .models import ProjectIndexPage, ProjectPage
from .views import ImportReviewView, ImportUploadView, download_template

register_works(find_projects)
register_part("projects", _("Base of projects"), begun_projects)


class ProjectFilterSet(PageFilterSet):
    """Stage and open need are computed: they have filters of their own."""

    stage = django_filters.ChoiceFilter(label=_("Stage"), choices=Stage.choices, method="by_stage")
    need = django_filters.ChoiceFilter(label=_("What is needed"), choices=NeedKind.choices, method="by_need")

    class Meta:
        model = ProjectPage
        fields = ["territory"]

    def by_stage(self, projects: Any, name: str, value: str) -> Any:
        return projects.filter(pk__in=ProjectPage.objects.in_stage(value).values("pk"))

    def by_need(self, projects: Any, name: str, value: str) -> Any:
        return projects.filter(pk__in=ProjectPage.objects.needing(value).values("pk"))


class ProjectViewSet(PageViewSet):
    """The explorer under a base of projects."""

    model = ProjectPage
    list_display = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        Column("stage", label=_("Stage"), accessor=lambda project: project.stage.label),
        Column("initiator_in_full", label=_("Started by")),
        Column("cost_words", label=_("Cost"), sort_key="cost"),
        Column("territory", label=_("Territory")),
    ]
    filterset_class = ProjectFilterSet


@hooks.register("register_admin_viewset")
def register_explorer() -> PageViewSet:
    return ProjectViewSet()


@hooks.register("register_admin_urls")
def register_import() -> list:
    return [
        path("projects/import/template/", download_template, name="projects_import_template"),
        path("projects/import/<int:index_id>/", ImportUploadView.as_view(), name="projects_import"),
        path("projects/import/<int:index_id>/<uuid:pk>/", ImportReviewView.as_view(), name="projects_import_review"),
    ]


@hooks.register("register_page_header_buttons")
def import_button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(page.specific_deferred, ProjectIndexPage) and page.permissions_for_user(user).can_add_subpage():
        url = reverse("projects_import", args=[page.pk])
        yield Button(_("Import from a table"), url, icon_name="upload", priority=25)


@extend(PROJECTS)
def project_page_types() -> list[type[Page]]:
    """What a winner of a contest or a borrowing of a practice may name as its project."""
    return [ProjectPage]


@extend("initiators of projects")
def initiators(projects: Iterable[Page]) -> dict[int, str]:
    """The names of those who began ``projects``, by primary key."""
    keys = [project.pk for project in projects]
    found = (
        ProjectPage.objects.filter(pk__in=keys)
        .with_public_council()
        .select_related("organisation", "council", "person")
    )
    return {project.pk: project.initiator for project in found}


@page_part(ContestPage, "projects")
def funded_projects(contest: ContestPage, request: HttpRequest | None) -> Part | None:
    """Projects that name the contest as a source of money and are not among the winners' pages."""
    shown = {row.project_id for row in contest.winner_rows}
    found = ProjectPage.objects.funded_by(contest).exclude(pk__in=shown - {None}).order_by("title")
    return Part("social/components/funded_projects.html", {"projects": found}) if found else None


@page_part(ForumPage, "proposals")
def draw_proposals(forum: ForumPage, request: HttpRequest | None) -> Part | None:
    """Proposals to the forum that have a place, upon the town's outline."""
    period = ProposalPeriod.of(forum)
    if period is None:
        return None
    placed = Proposal.objects.of(period).public().exclude(latitude=None).order_by("-number")[:MAX_POINTS]
    points = [(proposal, (float(proposal.latitude), float(proposal.longitude))) for proposal in placed]
    if not points:
        return None
    land, districts = municipality_and_councils(forum.locale_id, MAX_DISTRICTS)
    drawn = project_map(points, land=land, districts=districts)
    return Part("social/components/proposals_map.html", {"map": drawn}) if drawn else None
