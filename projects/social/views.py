"""The import of projects in the admin: template, upload, preview that names every faulty cell, confirmation."""

from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe
from wagtail.admin import messages

from core.tables import UnreadableTable, file_response
from core.tables.responses import XLSX
from core.uploads.forms import UploadForm
from core.uploads.views import Refused, ReviewView, UploadBaseView, UploadView

from .importing import LIMITS, FaultyTable, Plan, import_projects, make_plan, may_import, template_workbook
from .models import ProjectIndexPage


@require_safe
def download_template(request: HttpRequest) -> HttpResponseBase:
    """The workbook to fill in."""
    return file_response([template_workbook()], XLSX, "projects-template.xlsx")


class ProjectUploadForm(UploadForm):
    """The table."""

    max_bytes = LIMITS.size

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].label = gettext_lazy("Table")
        self.fields["file"].help_text = gettext_lazy("An .xlsx workbook or CSV, up to 500 rows and 1 MB.")
        self.fields["file"].error_messages["required"] = gettext_lazy("Choose the file with the table.")


class ImportView(UploadBaseView):
    """What both steps share: the base of projects that the address names, and who may add to it."""

    kind = "projects"
    upload_url_name = "projects_import"
    review_url_name = "projects_import_review"
    page_title = gettext_lazy("Import of projects")

    @cached_property
    def index(self) -> ProjectIndexPage:
        return get_object_or_404(ProjectIndexPage, pk=self.kwargs["index_id"])

    def may_review(self) -> bool:
        return may_import(self.index, self.request.user, publish=False)


class ImportUploadView(ImportView, UploadView):
    """Takes a table that can be read; its faulty cells are shown by the review."""

    form_class = ProjectUploadForm
    template_name = "social/admin/import_upload.html"

    def check(self, content: bytes, form: UploadForm) -> dict[str, Any]:
        try:
            make_plan(content, self.index)
        except UnreadableTable as error:
            raise Refused(str(error)) from error
        return {}

    def get_page_subtitle(self) -> str:
        return self.index.title

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"limit": LIMITS.rows}


class ImportReviewView(ImportView, ReviewView):
    """Shows what a table would bring, and makes drafts or published pages of it."""

    template_name = "social/admin/import_review.html"

    def make_plan(self) -> Plan:
        try:
            return make_plan(self.upload.data, self.index)
        except UnreadableTable as error:
            raise Refused(str(error)) from error

    def apply(self, plan: Any) -> str:
        publish = "publish" in self.request.POST
        try:
            pages = import_projects(self.upload.data, self.index, self.request.user, publish=publish)
        except FaultyTable as error:
            raise Refused(str(error)) from error
        done = (
            ngettext("%(count)d project is published.", "%(count)d projects are published.", len(pages))
            if publish
            else ngettext("%(count)d draft is made.", "%(count)d drafts are made.", len(pages))
        )
        messages.success(self.request, done % {"count": len(pages)})
        return reverse("wagtailadmin_explore", args=[self.index.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"may_publish": may_import(self.index, self.request.user, publish=True)}
