"""Menu and addresses of follow-up in the admin."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.snippets.models import register_snippet

from core.extensions import Part, extend, page_part, page_route
from core.listings import ItemFilter
from forums.editions.models import ForumIndexPage, ForumPage
from forums.resolutions.models import Recommendation, ResolutionPage

from . import board_view, panels, progress, sheet_views  # noqa: F401  (panels registers its own hook)
from .dossiers import load_dossiers
from .models import ProgressReport, Response
from .permissions import is_editor, may_report
from .subjects import subjects_of
from .tallies import columns_of, rows_by, tally
from .viewsets import AssignmentViewSet, BodyMemberViewSet, LivingLinkViewSet, ReportViewSet, ResponseViewSet

RECORDS = (ReportViewSet, ResponseViewSet, AssignmentViewSet, LivingLinkViewSet)
for viewset in RECORDS:
    register_snippet(viewset)


class FollowUpItem(MenuItem):
    """Shown to those who have something to do with the follow-up; ``editors_only`` narrows that."""

    editors_only = False

    def is_shown(self, request: HttpRequest) -> bool:
        return is_editor(request.user) if self.editors_only else may_report(request.user)


class EditorsItem(FollowUpItem):
    editors_only = True


@hooks.register("register_admin_viewset")
def register_members() -> BodyMemberViewSet:
    return BodyMemberViewSet()


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    patterns = [
        path("", board_view.board, name="board"),
        path("table.xlsx", sheet_views.download, name="sheet"),
        path("upload/", sheet_views.upload, name="upload"),
        path("report.<str:extension>", sheet_views.report, name="report"),
    ]
    return [path("followup/", include((patterns, "followup_admin"), namespace="followup_admin"))]


@hooks.register("register_admin_menu_item")
def register_menu() -> SubmenuMenuItem:
    items = [
        FollowUpItem(_("Board"), reverse("followup_admin:board"), name="followup-board", icon_name="tasks", order=100),
        FollowUpItem(
            _("Progress reports"), _list(ReportViewSet), name="followup-reports", icon_name="doc-full", order=200
        ),
        EditorsItem(_("Answers"), _list(ResponseViewSet), name="followup-answers", icon_name="comment", order=300),
        EditorsItem(_("Assignments"), _list(AssignmentViewSet), name="followup-duties", icon_name="user", order=400),
        EditorsItem(_("Living parts"), _list(LivingLinkViewSet), name="followup-parts", icon_name="link", order=500),
        EditorsItem(
            _("Bodies' users"), reverse("body_members:index"), name="followup-users", icon_name="group", order=600
        ),
    ]
    return SubmenuMenuItem(_("Follow-up"), Menu(items=items), icon_name="tasks", name="followup", order=250)


def _list(viewset: type) -> str:
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


# --- on the pages of forums and resolutions -----------------------------------------------------------------------

page_route(ForumPage, "progress/", "progress")(progress.progress_page)
page_route(ForumPage, "progress.pdf", "progress_pdf")(progress.progress_pdf)
page_route(ForumPage, "progress.csv", "progress_csv")(progress.progress_csv)
page_route(ForumPage, "progress.json", "progress_json")(progress.progress_json)


@page_part(ForumPage, "after_programme")
def follow_up_of_forum(forum: ForumPage, request: HttpRequest | None) -> Part:
    return Part("followup/components/on_forum.html")


@page_part(ForumIndexPage, "edition", order=10)
def state_of_edition(archive: ForumIndexPage, request: HttpRequest | None) -> Part:
    return Part("followup/components/on_edition.html")


@extend("reading of a resolution")
def look_up_dossiers(resolution: ResolutionPage) -> None:
    """Give every recommendation of the resolution its ``dossier``."""
    for dossier in load_dossiers(subjects_of(resolution), timezone.localdate()):
        dossier.subject.recommendation.dossier = dossier


@page_part(ResolutionPage, "before_text")
def state_of_resolution(resolution: ResolutionPage, request: HttpRequest | None) -> Part:
    """State by addressee and overall."""
    dossiers = [item.dossier for item in resolution.recommendations if hasattr(item, "dossier")]
    followup = {
        "tally": tally(dossiers),
        "by_addressee": rows_by(dossiers, lambda item: [item.subject.addressee]),
        "statuses": columns_of(dossiers),
    }
    return Part("followup/components/on_resolution.html", {"followup": followup})


@extend("recommendation parts")
def state_of_recommendation(recommendation: Recommendation, request: HttpRequest | None) -> Part:
    return Part("followup/components/on_item.html", {"item": recommendation})


@page_part(ResolutionPage, "timeline")
def timeline_of_recommendation(resolution: ResolutionPage, request: HttpRequest | None) -> Part:
    return Part("followup/components/on_recommendation.html")


@extend("filters of a resolution")
def state_filter() -> list[ItemFilter[Recommendation]]:
    return [ItemFilter("state", gettext("State"), _states)]


def _states(item: Recommendation) -> dict[str, str]:
    """The status, and overdue beside it; nothing where the follow-up has not been looked up."""
    dossier = getattr(item, "dossier", None)
    if dossier is None:
        return {}
    state = dossier.standing
    overdue = {"overdue": gettext("Report overdue")} if state.overdue else {}
    return {state.status.value: str(state.status.label)} | overdue
