"""The import of projects: template, upload, preview that names every faulty cell, confirmation."""

import base64
import binascii

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from .importing import ImportFileError, Plan, import_projects, make_plan, read_table, template_workbook
from .importing.reading import MAX_BYTES, MAX_ROWS, Table
from .importing.saving import may_import
from .models import ProjectIndexPage

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class UploadForm(forms.Form):
    """The table."""

    file = forms.FileField(
        label=gettext_lazy("Table"),
        help_text=gettext_lazy("An .xlsx workbook or CSV, up to 500 rows and 1 MB. The first sheet is read."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"required": gettext_lazy("Choose the file with the table.")},
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            raise forms.ValidationError(
                _("The file is larger than 1 MB. Split it in parts and import them one by one.")
            )
        return file


class ConfirmForm(forms.Form):
    """The same table again, carried by the page of the preview: nothing is kept on the server in between."""

    name = forms.CharField(max_length=255)
    content = forms.CharField(max_length=2 * MAX_BYTES)
    publish = forms.BooleanField(required=False)

    def clean_content(self) -> bytes:
        try:
            return base64.b64decode(self.cleaned_data["content"], validate=True)
        except (binascii.Error, ValueError) as error:
            raise forms.ValidationError(_("The table was damaged on the way. Upload it again.")) from error


@require_safe
def download_template(request: HttpRequest) -> HttpResponse:
    """The workbook to fill in."""
    response = HttpResponse(template_workbook(), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="projects-template.xlsx"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def import_view(request: HttpRequest, index_id: int) -> HttpResponse:
    """Upload → preview → confirmation, all at one address."""
    index = get_object_or_404(ProjectIndexPage, pk=index_id)
    if not may_import(index, request.user, publish=False):
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, index, UploadForm())
    if "content" in request.POST:
        return _confirm(request, index)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, index, form)
    file = form.cleaned_data["file"]
    return _preview(request, index, file.name, file.read())


def _preview(request: HttpRequest, index: ProjectIndexPage, name: str, content: bytes) -> HttpResponse:
    try:
        table = read_table(name, content)
        plan = make_plan(table, index)
    except ImportFileError as error:
        form = UploadForm()
        return _page(request, index, form, problem=str(error))
    kept = {"name": name[:255], "content": base64.b64encode(content).decode()}
    return _page(request, index, UploadForm(), plan=plan, table=table, kept=kept)


def _confirm(request: HttpRequest, index: ProjectIndexPage) -> HttpResponse:
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        return _page(request, index, UploadForm(), problem=_("The table was damaged on the way. Upload it again."))
    name, content, publish = (form.cleaned_data[field] for field in ("name", "content", "publish"))
    try:
        pages = import_projects(read_table(name, content), index, request.user, publish=publish)
    except ImportFileError:
        return _preview(request, index, name, content)
    count = {"count": len(pages)}
    done = (
        ngettext("%(count)d project is published.", "%(count)d projects are published.", len(pages))
        if publish
        else ngettext("%(count)d draft is made.", "%(count)d drafts are made.", len(pages))
    )
    messages.success(request, done % count)
    return redirect("wagtailadmin_explore", index.pk)


def _page(
    request: HttpRequest,
    index: ProjectIndexPage,
    form: UploadForm,
    *,
    plan: Plan | None = None,
    table: Table | None = None,
    kept: dict[str, str] | None = None,
    problem: str = "",
) -> HttpResponse:
    context = {
        "page_title": _("Import of projects"),
        "header_title": _("Import of projects"),
        "page_subtitle": index.title,
        "header_icon": "upload",
        "index": index,
        "form": form,
        "plan": plan,
        "row_count": len(table.rows) if table else 0,
        "kept": kept,
        "problem": problem,
        "limit": MAX_ROWS,
        "may_publish": may_import(index, request.user, publish=True),
    }
    return render(request, "social/admin/import.html", context)
