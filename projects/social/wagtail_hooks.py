"""Projects in the admin: the explorer's columns, the import's addresses and button."""

from collections.abc import Iterator
from typing import Any

import django_filters
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.admin.widgets import Button

from core.extensions import extend
from projects.practices.models.borrowing import PROJECT_PAGES

from .choices import NeedKind, Stage
from .import_views import download_template, import_view
from .models import ProjectIndexPage, ProjectPage


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
        Column("initiator", label=_("Who began it")),
        Column("cost_words", label=_("Cost"), sort_key="cost"),
        Column("territory", label=_("Territory")),
    ]
    filterset_class = ProjectFilterSet


@hooks.register("register_admin_viewset")
def register_explorer() -> PageViewSet:
    return ProjectViewSet()


@extend(PROJECT_PAGES)
def project_pages() -> list[type[ProjectPage]]:
    """What a borrowing of a practice may name as its project."""
    return [ProjectPage]


@hooks.register("register_admin_urls")
def register_import() -> list:
    return [
        path("projects/import/template/", download_template, name="projects_import_template"),
        path("projects/import/<int:index_id>/", import_view, name="projects_import"),
    ]


@hooks.register("register_page_header_buttons")
def import_button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(page.specific_deferred, ProjectIndexPage) and page.permissions_for_user(user).can_add_subpage():
        url = reverse("projects_import", args=[page.pk])
        yield Button(_("Import from a table"), url, icon_name="upload", priority=25)
