"""Menu and addresses of follow-up in the admin."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.snippets.models import register_snippet

from . import board_view, panels, sheet_views  # noqa: F401  (panels registers its own hook)
from .models import ProgressReport, Response
from .permissions import is_editor, may_report
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
