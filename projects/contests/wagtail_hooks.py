"""Contests in the admin (columns, filters, a panel of announcements without results) and as evidence of follow-up."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from forums.followup.evidence import register_part

from . import happenings  # noqa: F401  (says what happens to contests)
from .choices import Audience
from .evidence import announced_contests
from .models import ContestPage
from .states import ContestState

STALE = "stale"

register_part("contests", _("Contests and grants"), announced_contests)


class ContestFilterSet(PageFilterSet):
    """State and audience are no plain columns: they have filters of their own."""

    state = django_filters.ChoiceFilter(
        label=_("State"), choices=[*ContestState.choices, (STALE, _("long without results"))], method="by_state"
    )
    audience = django_filters.ChoiceFilter(label=_("For whom"), choices=Audience.choices, method="by_audience")

    class Meta:
        model = ContestPage
        fields = ["level"]

    def by_state(self, contests: QuerySet, name: str, value: str) -> QuerySet:
        found = ContestPage.objects.stale() if value == STALE else ContestPage.objects.in_state(value)
        return contests.filter(pk__in=found.order_by().values("pk"))

    def by_audience(self, contests: QuerySet, name: str, value: str) -> QuerySet:
        return contests.filter(pk__in=ContestPage.objects.for_audience(value).values("pk"))


class ContestViewSet(PageViewSet):
    """The explorer under a section of contests."""

    model = ContestPage
    list_display = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        Column("state", label=_("State"), accessor=lambda contest: contest.state.label),
        Column("deadline", label=_("Deadline"), sort_key="closes_at"),
        Column("audience", label=_("For whom"), accessor=lambda contest: ", ".join(contest.audience_labels)),
        Column("organiser", label=_("Organiser")),
    ]
    filterset_class = ContestFilterSet


@hooks.register("register_admin_viewset")
def register_listing() -> ContestViewSet:
    return ContestViewSet()


class StaleContestsPanel(Component):
    """«Закрыт, а итогов нет»: what the reader of the front page of the admin should see to."""

    name = "stale_contests"
    template_name = "contests/admin/stale.html"
    order = 130
    shown = 10

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        request: HttpRequest = parent_context["request"]
        editable = PagePermissionPolicy(Page).instances_user_has_permission_for(request.user, "change")
        contests = ContestPage.objects.stale().filter(pk__in=editable.values("pk"), alias_of__isnull=True)
        # A translation waits for the same results as its original.
        originals = ContestPage.objects.filter(locale=Locale.get_default()).values("translation_key")
        contests = contests.exclude(~Q(locale=Locale.get_default()), translation_key__in=originals)
        return {"contests": list(contests[: self.shown + 1]), "shown": self.shown}


@hooks.register("construct_homepage_panels")
def add_stale_contests(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(StaleContestsPanel())
