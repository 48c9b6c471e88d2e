"""A small review for the tests: a text file of names becomes rows of the vocabulary of topics."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.models import Locale

from config import urls as site_urls
from core.models import Topic
from core.uploads.forms import UploadForm
from core.uploads.views import Refused, ReviewView, UploadView


@dataclass
class Plan:
    """The names that are new."""

    names: list[str]
    faults: list[Any] = field(default_factory=list)

    @property
    def is_ready(self) -> bool:
        return bool(self.names) and not self.faults

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256("\n".join(self.names).encode()).hexdigest()


class NamesForm(UploadForm):
    max_bytes = 1000 * 1024
    accept = ".txt"


class Shared:
    kind = "names"
    upload_url_name = "names_upload"
    review_url_name = "names_review"
    page_title = "Names"

    def may_review(self) -> bool:
        return self.request.user.has_perm("core.add_topic")


class NamesUpload(Shared, UploadView):
    form_class = NamesForm

    def check(self, content: bytes, form: UploadForm) -> dict[str, Any]:
        if b"\0" in content:
            raise Refused("Это не текст. Выберите другой файл.")
        return {"left_out": []}


class NamesReview(Shared, ReviewView):
    def make_plan(self) -> Plan:
        known = set(Topic.objects.values_list("title", flat=True))
        names = self.upload.data.decode().splitlines()
        return Plan([name for name in names if name not in known and name not in self.upload.state["left_out"]])

    def apply(self, plan: Plan) -> str:
        for name in plan.names:
            Topic.objects.create(title=name, locale=Locale.get_default())
            if name == "запретное":
                raise Refused("Такое имя не годится.")
        return "/admin/?done"

    def amend(self, data: QueryDict) -> dict[str, Any]:
        if "leave_out" not in data:
            return super().amend(data)
        return self.upload.state | {"left_out": [*self.upload.state["left_out"], data["leave_out"]]}


urlpatterns = [
    path("admin/names/<int:shelf>/", require_admin_access(NamesUpload.as_view()), name="names_upload"),
    path("admin/names/<int:shelf>/<uuid:pk>/", require_admin_access(NamesReview.as_view()), name="names_review"),
    *site_urls.urlpatterns,
]
