"""Wagtail's own forms of records, told about the recommendation they are opened for."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import CreateView, DeleteView, EditView, IndexView

from forums.followup.subjects import load_subjects

from .models import ProgressReport, Response
from .permissions import may_touch
from .widgets import describe, read_key

BOARD = "followup_admin:board"


class BackToBoard:
    """After saving, back to where the form was opened from: usually the board."""

    def get_success_url(self) -> str:
        return get_valid_next_url_from_request(self.request) or reverse(BOARD)


class RecordCreateView(BackToBoard, CreateView):
    """``?recommendation=KEY`` fills in what it is about; ``?corrects=PK`` begins a correction."""

    def get_initial_form_instance(self) -> Any:
        instance = self.model(created_by=self.request.user)
        instance.recommendation_key = read_key(self.request.GET.get("recommendation", ""))
        if corrected := self._corrected():
            instance.corrects = corrected
            instance.recommendation_key = corrected.recommendation_key
            for name in ("outcome", "position", "text", "body_id", "office", "period"):
                if hasattr(corrected, name):
                    setattr(instance, name, getattr(corrected, name))
        return instance

    def _corrected(self) -> Any:
        number = self.request.GET.get("corrects", "")
        if self.model not in (ProgressReport, Response) or not number.isdecimal():
            return None
        found = self.model.objects.published().filter(pk=number).first()
        if found and not may_touch(self.request.user, found.recommendation_key):
            raise PermissionDenied
        return found

    def get_add_url(self) -> str:
        query = self.request.GET.urlencode()
        return f"{super().get_add_url()}?{query}" if query else super().get_add_url()


class RecordEditView(BackToBoard, EditView):
    """Offers a correction where the record itself may not be changed any more."""

    def get_edit_url(self) -> str:
        query = self.request.GET.urlencode()
        return f"{super().get_edit_url()}?{query}" if query else super().get_edit_url()

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        buttons = list(super().header_more_buttons)
        if self.model in (ProgressReport, Response) and self.object.live:
            add = reverse(self.model.snippet_viewset.get_url_name("add"))
            buttons.append(
                Button(_("Add a correction"), url=f"{add}?corrects={self.object.pk}", icon_name="redirect", priority=5)
            )
        return buttons


class RecordDeleteView(BackToBoard, DeleteView):
    """Deletes, and goes back like the others."""


class RecordIndexView(IndexView):
    """Tells of every record which recommendation it is about, with one look-up for the whole page."""

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        records = list(context["object_list"])
        keys = {record.recommendation_key for record in records}
        known = {s.key: describe(s) for s in load_subjects(keys=keys, drafts=True)}
        for record in records:
            record.about = known.get(record.recommendation_key, _("A recommendation that is gone"))
        return context


def own_only(view, model):
    """Refuse a view of one record to those who may not touch its recommendation."""

    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        record = model.objects.filter(pk=kwargs.get("pk")).only("recommendation_key").first()
        if record is not None and not may_touch(request.user, record.recommendation_key):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
