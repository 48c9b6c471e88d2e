"""Said before it is published: a page below a draft has an address that leads to «not found»."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

#: Depth of the front pages; what stands above is no page that anybody reads.
FRONT_PAGE_DEPTH = 2


def first_draft_above(page: Page) -> Page | None:
    """The highest ancestor that is not published: the one to publish first."""
    above = page.get_ancestors().filter(depth__gte=FRONT_PAGE_DEPTH, live=False)
    return above.order_by("depth").first()


def _warn(request: HttpRequest, draft: Page | None) -> None:
    if draft is None:
        return
    text = _(
        "“%(title)s”, which stands above this page, is not published: readers would not get here. Publish it first."
    )
    button = messages.button(reverse("wagtailadmin_pages:edit", args=[draft.pk]), _("Open the page above"))
    messages.warning(request, text % {"title": draft.get_admin_display_title()}, buttons=[button])


@hooks.register("before_edit_page")
def warn_while_editing(request: HttpRequest, page: Page) -> None:
    if request.method == "GET" and request.accepts("text/html"):
        _warn(request, first_draft_above(page))


@hooks.register("before_create_page")
def warn_while_creating(request: HttpRequest, parent: Page, model: type[Page]) -> None:
    if request.method == "GET":
        _warn(request, first_draft_above(parent) or (None if parent.live or parent.is_root() else parent))


@hooks.register("after_publish_page")
def warn_after_publishing(request: HttpRequest, page: Page) -> None:
    _warn(request, first_draft_above(page))
