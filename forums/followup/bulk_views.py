"""Admin views of work on many recommendations at once: form, preview, recording, undoing."""

from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from .admin_views import BOARD, heading_below_board
from .bulk import FORMS, made_by, plan, read_keys, record_all, take_back, ticket
from .dossiers import Dossier, load_dossiers
from .permissions import is_editor
from .subjects import load_subjects


@require_POST
def bulk(request: HttpRequest, action: str) -> HttpResponse:
    """The chosen recommendations come as ``key``; ``step`` says how far the editor has come."""
    if not is_editor(request.user):
        raise PermissionDenied
    if action not in FORMS:
        raise Http404
    back = get_valid_next_url_from_request(request) or reverse(BOARD)
    chosen = _chosen(request)
    if not chosen:
        messages.warning(request, _("Tick the recommendations first."))
        return redirect(back)
    step = request.POST.get("step", "")
    form = FORMS[action](request.POST if step else None)
    lines = plan(form, chosen) if step in ("preview", "record") and form.is_valid() else []
    good = [line for line in lines if not line.problem]
    if step == "record" and good:
        made = record_all(good, request.user)
        undo = f"{reverse('followup_admin:undo')}?note={ticket(made, action)}"
        text = ngettext("%(n)s record was added.", "%(n)s records were added.", len(made)) % {"n": len(made)}
        messages.success(request, text, buttons=[messages.button(undo, _("Undo"))])
        return redirect(back)
    title = _("Assign") if action == "assign" else _("Record an outcome")
    context = {
        **heading_below_board(title),
        "form": form,
        "chosen": chosen,
        "lines": lines,
        "good": len(good),
        "back": back,
    }
    return render(request, "followup/admin/bulk.html", context)


def undo(request: HttpRequest) -> HttpResponse:
    """Show what a batch recorded, and delete it when the button is pressed."""
    if not is_editor(request.user):
        raise PermissionDenied
    try:
        records = made_by(request.POST.get("note") or request.GET.get("note", ""), request.user)
    except signing.BadSignature:
        records = []
    if not records:
        messages.warning(request, _("There is nothing to undo any more."))
        return redirect(BOARD)
    if request.method == "POST":
        count = take_back(records, request.user)
        messages.success(
            request, ngettext("%(n)s record was deleted.", "%(n)s records were deleted.", count) % {"n": count}
        )
        return redirect(BOARD)
    context = {
        **heading_below_board(_("Undo"), "undo"),
        "records": records,
        "note": request.GET["note"],
    }
    return render(request, "followup/admin/undo.html", context)


def _chosen(request: HttpRequest) -> list[Dossier]:
    keys = read_keys(request.POST.getlist("key"))
    return load_dossiers(load_subjects(keys=keys, private=True), timezone.localdate()) if keys else []
