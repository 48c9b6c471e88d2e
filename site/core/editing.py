"""The language of what is being edited, for forms and choosers that offer terms of that language alone."""

import re
from contextvars import ContextVar
from typing import Any

from django.core.signals import request_started
from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Locale, Page

#: Primary key of the locale of the page whose form is being made; None elsewhere.
edited_locale: ContextVar[int | None] = ContextVar("edited_locale", default=None)

PAGE_FORM = re.compile(r"/pages/(?:add/\w+/\w+/)?(\d+)/")


@hooks.register("before_edit_page")
def remember_language(request: HttpRequest, page: Page) -> None:
    edited_locale.set(page.locale_id)


@hooks.register("before_create_page")
def remember_language_of_parent(request: HttpRequest, parent: Page, model: type[Page]) -> None:
    edited_locale.set(None if parent.is_root() else parent.locale_id)


def forget(**kwargs: Any) -> None:
    """A thread serves one request after another."""
    edited_locale.set(None)


request_started.connect(forget, dispatch_uid="core.editing.forget")


def language_around(request: HttpRequest) -> Locale:
    """The language of the page whose form a chooser was opened from; the site's own elsewhere."""
    found = PAGE_FORM.search(request.headers.get("Referer", ""))
    page = Page.objects.filter(pk=found[1]).select_related("locale").first() if found else None
    return page.locale if page and not page.is_root() else Locale.get_default()
