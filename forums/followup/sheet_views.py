"""Table to send round, its upload with a preview, and the organiser's report."""

import base64

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from forums.followup import organiser
from forums.followup.dossiers import Dossier, load_dossiers
from forums.followup.sheets.applying import apply_plan, plan_upload
from forums.followup.sheets.planning import Plan
from forums.followup.sheets.reading import MAX_BYTES, UnreadableTable
from forums.followup.sheets.writing import write_table
from forums.followup.subjects import load_subjects
from forums.followup.vocabulary import Status

from .permissions import is_editor

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Where the file waits between preview and confirmation.
KEPT = "followup_upload"


class UploadForm(forms.Form):
    """A filled table."""

    file = forms.FileField(label=gettext_lazy("Filled table, XLSX"))

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(_("The file is too big: at most 2 MB. Remove pictures and other sheets."))
        return file


def _editors_only(request: HttpRequest) -> None:
    if not is_editor(request.user):
        raise PermissionDenied


def _dossiers() -> list[Dossier]:
    return load_dossiers(load_subjects(private=True), timezone.localdate())


def download(request: HttpRequest) -> HttpResponse:
    """The table with what is known now; declaratory items, which ask for nothing, are left out."""
    _editors_only(request)
    items = [item for item in _dossiers() if item.status != Status.NOT_NEEDED]
    return _attachment(write_table(items), XLSX, f"follow-up-{timezone.localdate().isoformat()}.xlsx")


def report(request: HttpRequest, extension: str) -> HttpResponse:
    """Counts by addressee and body, and the list behind them."""
    _editors_only(request)
    name = f"report-{timezone.localdate().isoformat()}.{extension}"
    if extension == "xlsx":
        return _attachment(organiser.as_xlsx(_dossiers()), XLSX, name)
    if extension == "csv":
        return _attachment(organiser.as_csv(_dossiers()), "text/csv; charset=utf-8", name)
    raise Http404


def upload(request: HttpRequest) -> HttpResponse:
    """File → preview of every change → confirmation. Faults are named by cell, and then nothing is done."""
    _editors_only(request)
    if request.method == "POST" and "confirm" in request.POST:
        return _confirm(request)
    form, plan = UploadForm(), None
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            data = form.cleaned_data["file"].read()
            try:
                plan = plan_upload(data)
            except UnreadableTable as error:
                form.add_error("file", str(error))
            else:
                request.session[KEPT] = base64.b64encode(data).decode()
    return _show(request, form, plan)


def _confirm(request: HttpRequest) -> HttpResponse:
    kept = request.session.get(KEPT)
    if not kept:
        messages.error(request, _("The table is not here any more. Upload it again."))
        return redirect("followup_admin:upload")
    plan = plan_upload(base64.b64decode(kept))
    if plan.faults or plan.digest != request.POST.get("digest"):
        messages.warning(request, _("Something has changed meanwhile. Look at the preview again."))
        return _show(request, UploadForm(), plan)
    count = apply_plan(plan, request.user)
    del request.session[KEPT]
    messages.success(request, ngettext("%(n)s record was added.", "%(n)s records were added.", count) % {"n": count})
    return redirect("followup_admin:board")


def _show(request: HttpRequest, form: UploadForm, plan: Plan | None) -> HttpResponse:
    context = {
        "form": form,
        "plan": plan,
        "header_title": _("Upload a filled table"),
        "header_icon": "upload",
        "breadcrumbs_items": [
            {"url": reverse("followup_admin:board"), "label": _("Follow-up")},
            {"url": "", "label": _("Upload a filled table")},
        ],
    }
    return render(request, "followup/admin/upload.html", context)


def _attachment(data: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
