"""Follow-up in the admin, and on the pages of forums and resolutions."""

import datetime as dt
from typing import Any

from django.core.management import call_command
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, SubmenuMenuItem
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from core.admin_screens import ItemFor
from core.extensions import Part, extend, extensions_of, page_context, page_part, page_route
from core.listings import ItemFilter
from core.periodic import periodic_job
from forums.editions.models import ForumIndexPage, ForumPage
from forums.resolutions.models import Recommendation, ResolutionPage

from . import (
    admin_views,
    bulk_views,
    hanging,  # noqa: F401  (says what would be orphaned)
    happenings,  # noqa: F401  (says what was heard of recommendations)
    views,
)
from .board import TABS, load_board
from .dossiers import load_dossiers
from .filters import STATE_FILTER
from .models import ProgressReport, Response
from .permissions import is_editor, may_report, own_keys
from .subjects import subjects_of
from .tallies import Ledger, Tally, columns_of, reporting_day, rows_by, tally
from .viewsets import AssignmentViewSet, BodyMemberViewSet, LivingLinkViewSet, ReportViewSet, ResponseViewSet

#: Tabs of the board that the admin's front page counts.
SHOWN_TABS = ("overdue", "due", "unanswered", "waiting")

# --- on the pages of forums -------------------------------------------------------------------------------------

page_route(ForumPage, "progress/", "progress")(views.progress)
page_route(ForumPage, "progress.pdf", "progress_pdf")(views.progress_pdf)
page_route(ForumPage, "progress.csv", "progress_csv")(views.progress_csv)
page_route(ForumPage, "progress.json", "progress_json")(views.progress_json)


@page_part(ForumPage, "after_programme")
def tell_what_came_of_it(forum: ForumPage, request: HttpRequest | None) -> Part | None:
    """Counts of the forum's own items today, and of the forum before it as of this one's opening day."""
    ledger = Ledger.load(forum.locale)
    previous = forum.previous_edition
    before = ledger.tally(reporting_day(forum), previous) if previous else Tally()
    own = ledger.tally(timezone.localdate(), forum)
    if not own.total and not before.total:
        return None
    return Part("followup/components/on_forum.html", {"own": own, "before": before})


@page_context(ForumIndexPage)
def load_ledger(archive: ForumIndexPage, request: HttpRequest) -> dict[str, Any]:
    """The records from which the counts on all lines of the archive are made."""
    return {"followup_ledger": Ledger.load(archive.locale)}


@page_part(ForumIndexPage, "edition", order=10)
def count_in_the_archive(archive: ForumIndexPage, request: HttpRequest | None) -> Part:
    """Today's counts on the line of the ``forum`` in the context."""
    return Part("followup/components/on_edition.html")


# --- on the pages of resolutions --------------------------------------------------------------------------------


@extend("reading of a resolution")
def look_up_dossiers(resolution: ResolutionPage) -> None:
    """Give every recommendation of the page its ``dossier``."""
    for dossier in load_dossiers(subjects_of(resolution), timezone.localdate()):
        dossier.subject.recommendation.dossier = dossier


@extend("filters of a resolution")
def filter_by_state() -> list[ItemFilter[Recommendation]]:
    return [STATE_FILTER]


@page_part(ResolutionPage, "before_text")
def count_by_addressee(resolution: ResolutionPage, request: HttpRequest | None) -> Part | None:
    """State by addressee and overall."""
    dossiers = [item.dossier for item in resolution.recommendations if hasattr(item, "dossier")]
    if not dossiers:
        return None
    context = {
        "tally": tally(dossiers),
        "by_addressee": rows_by(dossiers, lambda item: [item.subject.addressee]),
        "statuses": columns_of(dossiers),
    }
    return Part("followup/components/on_resolution.html", context)


@extend("recommendation parts")
def tell_the_state(recommendation: Recommendation, request: HttpRequest | None) -> Part | None:
    """The state of an item within the text."""
    dossier = getattr(recommendation, "dossier", None)
    return Part("followup/components/on_item.html", {"dossier": dossier}) if dossier else None


@page_part(ResolutionPage, "timeline")
def tell_the_history(resolution: ResolutionPage, request: HttpRequest | None) -> Part:
    """The history of the ``recommendation`` in the context."""
    return Part("followup/components/on_recommendation.html")


# --- in the admin -----------------------------------------------------------------------------------------------

RECORDS = (ReportViewSet, ResponseViewSet, AssignmentViewSet, LivingLinkViewSet)
for viewset in RECORDS:
    register_snippet(viewset)


@hooks.register("register_admin_viewset")
def register_members() -> BodyMemberViewSet:
    return BodyMemberViewSet()


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    patterns = [
        path("", admin_views.board, name="board"),
        path("many/<slug:action>/", bulk_views.bulk, name="bulk"),
        path("undo/", bulk_views.undo, name="undo"),
        path("table.xlsx", admin_views.table_to_send, name="sheet"),
        path("upload/", admin_views.SheetUploadView.as_view(), name="upload"),
        path("upload/<uuid:pk>/", admin_views.SheetReviewView.as_view(), name="review"),
        path("report.<str:extension>", admin_views.report, name="report"),
    ]
    return [path("followup/", include((patterns, "followup_admin"), namespace="followup_admin"))]


@hooks.register("register_admin_menu_item")
def register_menu() -> SubmenuMenuItem:
    items = [
        ItemFor(
            may_report, _("Board"), reverse(admin_views.BOARD), name="followup-board", icon_name="tasks", order=100
        ),
        ItemFor(
            may_report,
            _("Progress reports"),
            _list(ReportViewSet),
            name="followup-reports",
            icon_name="doc-full",
            order=200,
        ),
        ItemFor(
            is_editor, _("Answers"), _list(ResponseViewSet), name="followup-answers", icon_name="comment", order=300
        ),
        ItemFor(
            is_editor,
            _("Assignments"),
            _list(AssignmentViewSet),
            name="followup-duties",
            icon_name="user",
            order=400,
        ),
        ItemFor(
            is_editor, _("Living parts"), _list(LivingLinkViewSet), name="followup-parts", icon_name="link", order=500
        ),
        ItemFor(
            is_editor,
            _("Bodies' users"),
            reverse("body_members:index"),
            name="followup-users",
            icon_name="group",
            order=600,
        ),
    ]
    items += [make() for make in extensions_of("items of the follow-up menu")]
    return SubmenuMenuItem(_("Follow-up"), Menu(items=items), icon_name="tasks", name="followup", order=250)


def _list(viewset: type[SnippetViewSet]) -> str:
    return reverse(viewset.model.snippet_viewset.get_url_name("list"))


@hooks.register("construct_snippet_action_menu")
def put_the_usual_action_first(menu_items: list, request: HttpRequest, context: dict) -> None:
    """Editors publish, bodies send for approval: neither should have to look for it behind "save draft"."""
    if context.get("model") not in (ProgressReport, Response):
        return
    wanted = ("approve", "action-publish") if is_editor(request.user) else ("action-submit",)
    for name in wanted:
        found = next((item for item in menu_items if item.name == name), None)
        if found is not None:
            menu_items.remove(found)
            menu_items.insert(0, found)
            return


class FollowUpPanel(Component):
    """The admin's front page: counts of the board's tabs over the user's own recommendations.

    Nothing to do, nothing shown.
    """

    name = "follow_up"
    template_name = "followup/admin/panel.html"
    order = 120

    class Media:
        css = {"all": ["css/followup/admin.css"]}

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        board = load_board(own_keys(user))
        labels = {tab.slug: tab.label for tab in TABS}
        tasks = [(slug, labels[slug], count) for slug in SHOWN_TABS if (count := len(board.in_tab(slug)))]
        return {"tasks": tasks, "is_editor": is_editor(user)}


@hooks.register("construct_homepage_panels")
def add_panel(request: HttpRequest, panels: list[Component]) -> None:
    if may_report(request.user):
        panels.append(FollowUpPanel())


# --- by the clock -----------------------------------------------------------------------------------------------


@periodic_job("send_weekly_letters", at=dt.time(8), weekday=0)
def send_weekly_letters() -> None:
    """Write to each contact what it owes, an hour before the reminders of the day, which leave that out."""
    call_command("send_weekly_letters")


@periodic_job("send_reminders", at=dt.time(9))
def send_reminders() -> None:
    """Write to those whose reports are due or overdue."""
    call_command("send_reminders")
