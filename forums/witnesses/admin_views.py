"""Admin views: what waits for an editor, and what waits for the answer of a responsible body."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from core.admin_screens import heading
from core.tables import file_response
from forums.followup.permissions import is_editor, may_report, may_touch, own_keys
from forums.followup.subjects import load_subjects

from . import acts
from .choices import Status
from .forms import AnswerForm, RefusalForm
from .models import Witness

PER_PAGE = 20


def to_do(user: Any) -> QuerySet:
    """What the user can do something about: an editor decides and answers, a body answers what is its own."""
    keys = own_keys(user)
    if keys is None:
        return Witness.objects.filter(status__in=[Status.RECEIVED, Status.PUBLISHED], answered_at=None)
    return Witness.objects.unanswered().filter(recommendation_key__in=keys)


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """What waits for an editor, then what waits for an answer; the oldest first."""
    if not may_report(request.user):
        raise PermissionDenied
    found = to_do(request.user).light().order_by("-status", "received_at", "pk")
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("p"))
    return _show(request, page, page_obj=page)


def _show(request: HttpRequest, rows: Iterable[Witness], status: int = 200, **context: Any) -> HttpResponse:
    rows = list(rows)
    subjects = {one.key: one for one in load_subjects(keys=[row.recommendation_key for row in rows])}
    refused, answered = context.pop("refusal", None), context.pop("answer", None)
    shown = {
        **heading(_("Residents' words"), "comment", _("Residents' words"), reverse("witnesses_admin:queue")),
        "rows": [
            {
                "witness": row,
                "subject": subjects.get(row.recommendation_key),
                "refusal": refused or RefusalForm(prefix=f"r{row.pk}"),
                "answer": answered or AnswerForm(instance=row, prefix=f"a{row.pk}"),
                "waits": row.status == Status.RECEIVED,
            }
            for row in rows
        ],
        "is_editor": is_editor(request.user),
        **context,
    }
    return render(request, "witnesses/admin/queue.html", shown, status=status)


@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    witness = _for_editor(request, pk)
    if acts.publish(witness):
        messages.success(request, _("It is on the site; the author is written to."))
    return redirect("witnesses_admin:queue")


@require_POST
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    witness = _for_editor(request, pk)
    form = RefusalForm(request.POST, prefix=f"r{pk}")
    if not form.is_valid():
        return _show(request, [witness], 422, refusal=form)
    acts.decline(witness, form.cleaned_data["reason"])
    messages.success(request, _("It is not shown; the author is told why."))
    return redirect("witnesses_admin:queue")


@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """The body's answer, or that of an editor for it."""
    witness = get_object_or_404(Witness.objects.public().select_related("author"), pk=pk)
    if not may_report(request.user) or not may_touch(request.user, witness.recommendation_key):
        raise PermissionDenied
    form = AnswerForm(request.POST, instance=witness, prefix=f"a{pk}")
    if not form.is_valid():
        return _show(request, [witness], 422, answer=form)
    acts.answer(witness, form.cleaned_data["answer"], form.cleaned_data["answered_by"])
    messages.success(request, _("The answer is on the site; the author is written to."))
    return redirect("witnesses_admin:queue")


@require_safe
def picture(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The photograph that nobody else may see yet."""
    witness = get_object_or_404(Witness, pk=pk)
    if not may_report(request.user) or not may_touch(request.user, witness.recommendation_key):
        raise PermissionDenied
    if not witness.has_picture:
        raise Http404("no picture")
    return file_response([bytes(witness.picture)], "image/jpeg", f"{pk}.jpg", attachment=False)


def _for_editor(request: HttpRequest, pk: int) -> Witness:
    if not is_editor(request.user):
        raise PermissionDenied
    return get_object_or_404(Witness.objects.select_related("author").exclude(status=Status.UNCONFIRMED), pk=pk)
