"""Items of the admin's menus that only some people see."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem


class ItemFor(MenuItem):
    """Shown to those whom ``may`` lets: a question of a room's ``permissions.py``, asked of the user."""

    def __init__(self, may: Callable[[Any], bool], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.may = may

    def is_shown(self, request: HttpRequest) -> bool:
        return self.may(request.user)
