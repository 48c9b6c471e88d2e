"""The board «Исполнение»."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from .board import TABS, Board, load_board
from .permissions import is_editor, may_report, own_keys

PER_PAGE = 50


def board(request: HttpRequest) -> HttpResponse:
    """What is due, overdue, unanswered or waits for approval; each row leads to its forms and back."""
    if not may_report(request.user):
        raise PermissionDenied
    editor = is_editor(request.user)
    whole = load_board(own_keys(request.user))
    chosen = {name: request.GET.get(name, "") for name in ("body", "addressee", "forum")}
    narrowed = whole.narrowed(**chosen)
    counts = {tab.slug: len(narrowed.in_tab(tab.slug)) for tab in TABS}
    slug = request.GET.get("tab", "")
    if slug not in counts:
        slug = next((tab.slug for tab in TABS if counts[tab.slug]), "all")
    page = Paginator(narrowed.in_tab(slug), PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "header_title": _("Follow-up"),
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Follow-up")},
        ],
        "header_icon": "tasks",
        "tabs": [(tab.slug, tab.label, counts[tab.slug]) for tab in TABS if editor or tab.slug != "unassigned"],
        "tab": slug,
        "filters_": _filters(whole, chosen),
        "page_obj": page,
        "board": narrowed,
        "is_editor": editor,
        "orphans": whole.orphans if editor else [],
        "here": request.get_full_path(),
        "keep": {key: value for key, value in chosen.items() if value},
    }
    return render(request, "followup/admin/board.html", context)


def _filters(whole: Board, chosen: dict[str, str]) -> list[tuple[str, str, list[tuple[str, str]], str]]:
    bodies: dict[str, str] = {}
    addressees: dict[str, str] = {}
    forums: dict[str, str] = {}
    for item in whole.dossiers:
        if item.assignment:
            bodies[str(item.assignment.body.translation_key)] = item.assignment.body.title
        if item.subject.addressee_slug:
            addressees[item.subject.addressee_slug] = item.subject.addressee
        forums[str(item.subject.forum.translation_key)] = item.subject.forum.title

    def options(names: dict[str, str]) -> list[tuple[str, str]]:
        return sorted(names.items(), key=lambda pair: pair[1])

    found: list[tuple[str, str, Any, str]] = [
        ("body", _("Responsible body"), options(bodies), chosen["body"]),
        ("addressee", _("Addressee"), options(addressees), chosen["addressee"]),
        ("forum", _("Forum"), options(forums), chosen["forum"]),
    ]
    return [one for one in found if len(one[2]) > 1]
