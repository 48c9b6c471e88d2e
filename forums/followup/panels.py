"""The admin's front page: what the follow-up waits for, one link each."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

from .board import TABS, load_board
from .permissions import is_editor, may_report, own_keys

SHOWN = ("overdue", "due", "unanswered", "waiting")


class FollowUpPanel(Component):
    """Counts of the board's tabs over the user's own recommendations; nothing to do, nothing shown."""

    name = "follow_up"
    template_name = "followup/admin/panel.html"
    order = 120

    class Media:
        css = {"all": ["css/followup/admin.css"]}

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        board = load_board(own_keys(user))
        labels = {tab.slug: tab.label for tab in TABS}
        tasks = [(slug, labels[slug], count) for slug in SHOWN if (count := len(board.in_tab(slug)))]
        return {"tasks": tasks, "is_editor": is_editor(user)}


@hooks.register("construct_homepage_panels")
def add_follow_up(request: HttpRequest, panels: list[Component]) -> None:
    if may_report(request.user):
        panels.append(FollowUpPanel())
