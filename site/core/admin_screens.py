"""The admin's own screens: items of menus that only some people see, and what stands above a screen."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.menu import MenuItem


class ItemFor(MenuItem):
    """Shown to those whom ``may`` lets: a question of a room's ``permissions.py``, asked of the user."""

    def __init__(self, may: Callable[[Any], bool], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.may = may

    def is_shown(self, request: HttpRequest) -> bool:
        return self.may(request.user)


def heading(title: str, icon: str, first: str, url: str) -> dict[str, Any]:
    """What Wagtail's ``generic/base.html`` shows above a screen; ``first`` names the room's first one, at ``url``.

    That one itself has the same title, and nothing below it in the way there.
    """
    above = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}, {"url": url, "label": first}]
    here = [] if title == first else [{"url": "", "label": title}]
    return {"header_title": title, "header_icon": icon, "breadcrumbs_items": [*above, *here]}
