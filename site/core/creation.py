"""One form «new page» makes one page, whatever it sends at once.

Wagtail 8 saves a new page by itself half a second after the last key, and sends the rest to the page that this made.
Who presses «Publish» while that first save is under way sends the whole form to «new page» once more: two pages, the
second with an address of its own, and an orphan draft. Each form carries a token of its own (Django masks the CSRF
token anew for every form); the page that a form finished takes the place of the draft that its autosave made.
"""

import datetime as dt
import hashlib
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from wagtail import hooks
from wagtail.models import Page

from core.models import FilledForm

FORGOTTEN_AFTER = dt.timedelta(days=1)


def token_of(request: HttpRequest) -> str:
    """What tells the form apart from every other; empty where it has no CSRF token."""
    given = request.POST.get("csrfmiddlewaretoken", "")
    return hashlib.sha256(given.encode()).hexdigest() if given else ""


def _by_itself(request: HttpRequest) -> bool:
    """Whether the form was saved by the browser, not by a button."""
    return not request.accepts("text/html")


@hooks.register("before_create_page")
def drop_the_draft(request: HttpRequest, parent: Page, model: type[Page]) -> HttpResponse | None:
    """A form that comes again replaces the draft that it made; one that was finished makes nothing more."""
    made = FilledForm.objects.filter(token=token_of(request)).first() if request.method == "POST" else None
    if made is None:
        return None
    if made.finished or _by_itself(request):
        return _lead_on(request, made.page)
    page = made.page
    if page.first_published_at is None and page.owner_id == request.user.pk and page.get_parent().pk == parent.pk:
        page.specific.delete()
    return None


@hooks.register("after_create_page")
def remember_the_form(request: HttpRequest, page: Page) -> HttpResponse | None:
    token = token_of(request)
    if not token:
        return None
    FilledForm.objects.filter(made_at__lt=timezone.now() - FORGOTTEN_AFTER).delete()
    finished = not _by_itself(request)
    try:
        with transaction.atomic():
            FilledForm.objects.create(token=token, page=page, finished=finished)
    except IntegrityError:
        return _settle(request, token, page, finished)
    return None


def _settle(request: HttpRequest, token: str, page: Page, finished: bool) -> HttpResponse | None:
    """Two saves of one form ended at once: the button's page stays, the browser's goes."""
    other = FilledForm.objects.select_related("page").get(token=token)
    if finished:
        draft = other.page
        other.page, other.finished = page, True
        other.save(update_fields=["page", "finished"])
        draft.specific.delete()
        return None
    page.specific.delete()
    return _lead_on(request, other.page)


def _lead_on(request: HttpRequest, page: Page) -> HttpResponse:
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    if not _by_itself(request):
        return redirect(edit)
    latest: Any = page.latest_revision
    return JsonResponse(
        {
            "success": True,
            "pk": page.pk,
            "revision_id": latest and latest.pk,
            "revision_created_at": latest and latest.created_at.isoformat(),
            "field_updates": {},
            "comments": {},
            "url": edit,
            "hydrate_url": f"{edit}?_w_hydrate_create_view=1",
        }
    )
