"""Deleting in the admin goes to the bin, and is refused where something hangs on the page."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.pages.utils import type_to_delete_confirmation
from wagtail.models import Page

from core.admin_screens import ItemFor
from core.models import BinnedPage

from . import SLUG, Hanging, hanging_on, is_in_bin, throw_away
from .views import BinView, may_see_bin, restore

#: More than these are counted, not listed.
SHOWN = 20


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    return [
        path("bin/", BinView.as_view(), name="core_bin"),
        path("bin/<int:pk>/restore/", restore, name="core_bin_restore"),
    ]


@hooks.register("register_reports_menu_item")
def register_menu_item() -> MenuItem:
    return ItemFor(may_see_bin, gettext_lazy("Bin"), reverse("core_bin"), name="bin", icon_name="bin", order=2000)


@hooks.register("before_delete_page")
def delete_into_the_bin(request: HttpRequest, page: Page) -> HttpResponse | None:
    if is_in_bin(page):
        return None
    if hanging := hanging_on(page):
        return _refuse(request, page, hanging)
    if request.method != "POST":
        messages.info(request, _("The page goes to the bin and can be brought back from there for 30 days."))
        return None
    if not type_to_delete_confirmation(request):
        return None
    parent = page.get_parent()
    throw_away(page, request.user)
    _tell(request, 1)
    return redirect("wagtailadmin_explore", parent.pk)


@hooks.register("before_bulk_action")
def delete_many_into_the_bin(
    request: HttpRequest, action: str, objects: Iterable[Any], view: Any
) -> HttpResponse | None:
    pages = [page for page in objects if isinstance(page, Page)]
    if action != "delete" or not pages:
        return None
    for page in pages:
        if hanging := hanging_on(page):
            return _refuse(request, page, hanging)
    pages = [page for page in pages if not any(page.is_descendant_of(other) for other in pages)]
    for page in pages:
        throw_away(Page.objects.get(pk=page.pk), request.user)
    _tell(request, len(pages))
    return redirect(view.next_url)


@hooks.register("construct_explorer_page_queryset")
def leave_out_the_bin(parent: Page, pages: QuerySet, request: HttpRequest) -> QuerySet:
    if not parent.is_root():
        return pages
    return pages.exclude(pk__in=_bins(parent))


@hooks.register("construct_page_chooser_queryset")
def choose_nothing_from_the_bin(pages: QuerySet, request: HttpRequest) -> QuerySet:
    for path_ in BinnedPage.objects.values_list("page__path", flat=True):
        pages = pages.exclude(path__startswith=path_)
    return pages.exclude(pk__in=_bins(Page.get_first_root_node()))


def _bins(root: Page) -> list[int]:
    """Keys of the bin, if there is one. A search can leave out pages by their keys, but not by their slugs."""
    return list(root.get_children().filter(slug=SLUG, content_type__model="page").values_list("pk", flat=True))


def _refuse(request: HttpRequest, page: Page, hanging: list[Hanging]) -> HttpResponse:
    finder = AdminURLFinder(request.user)
    lines = [(one.label, finder.get_edit_url(one.instance) if one.instance else None) for one in hanging[:SHOWN]]
    context = {
        "page": page,
        "lines": lines,
        "more": max(0, len(hanging) - SHOWN),
        "header_title": _("This page cannot be deleted"),
        "may_unpublish": page.live and page.permissions_for_user(request.user).can_unpublish(),
    }
    return TemplateResponse(request, "core/admin/cannot_delete.html", context)


def _tell(request: HttpRequest, count: int) -> None:
    button = messages.button(reverse("core_bin"), _("Bin"))
    text = ngettext("%(n)s page is in the bin.", "%(n)s pages are in the bin.", count) % {"n": count}
    messages.success(request, text, buttons=[button])
