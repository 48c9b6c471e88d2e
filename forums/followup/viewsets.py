"""Answers, reports, assignments, links to living parts, and bodies' users in the admin."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import CreateView, DeleteView, EditView, IndexView, SnippetViewSet

from . import panels
from .admin_views import BOARD
from .forms import read_key
from .models import Assignment, BodyMember, LivingLink, ProgressReport, PublishedRecord, Response
from .permissions import may_touch, own_keys
from .subjects import load_subjects

#: Filled in by the index view for the whole page at once.
ABOUT = Column("about", label=gettext_lazy("Recommendation"), accessor="about")
#: Fields of a record that its correction begins with.
CORRECTED_FIELDS = ("outcome", "position", "text", "due_moved_to", "body_id", "office", "period")


class BackToBoardMixin:
    """After saving, back to where the form was opened from: usually the board."""

    request: HttpRequest

    def get_success_url(self) -> str:
        return get_valid_next_url_from_request(self.request) or reverse(BOARD)

    def keep_query(self, address: str) -> str:
        """The address of the form with the query by which it was opened."""
        query = self.request.GET.urlencode()
        return f"{address}?{query}" if query else address


class RecordCreateView(BackToBoardMixin, CreateView):
    """``?recommendation=KEY`` fills in what it is about; ``?corrects=PK`` begins a correction."""

    def get_initial_form_instance(self) -> Any:
        instance = self.model(created_by=self.request.user)
        instance.recommendation_key = read_key(self.request.GET.get("recommendation", ""))
        if corrected := self._corrected():
            instance.corrects = corrected
            instance.recommendation_key = corrected.recommendation_key
            for name in CORRECTED_FIELDS:
                if hasattr(corrected, name):
                    setattr(instance, name, getattr(corrected, name))
        return instance

    def _corrected(self) -> Any:
        number = self.request.GET.get("corrects", "")
        if not issubclass(self.model, PublishedRecord) or not number.isdecimal():
            return None
        found = self.model.objects.published().filter(pk=number).first()
        if found and not may_touch(self.request.user, found.recommendation_key):
            raise PermissionDenied
        return found

    def get_add_url(self) -> str:
        return self.keep_query(super().get_add_url())


class RecordEditView(BackToBoardMixin, EditView):
    """Offers a correction where the record itself may not be changed any more."""

    def get_edit_url(self) -> str:
        return self.keep_query(super().get_edit_url())

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        buttons = list(super().header_more_buttons)
        if issubclass(self.model, PublishedRecord) and self.object.live:
            add = reverse(self.model.snippet_viewset.get_url_name("add"))
            buttons.append(
                Button(_("Add a correction"), url=f"{add}?corrects={self.object.pk}", icon_name="redirect", priority=5)
            )
        return buttons


class RecordDeleteView(BackToBoardMixin, DeleteView):
    """Deletes, and goes back like the others."""


class RecordIndexView(IndexView):
    """Tells of every record which recommendation it is about, with one look-up for the whole page."""

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        records = list(context["object_list"])
        keys = {record.recommendation_key for record in records}
        known = {subject.key: subject.label() for subject in load_subjects(keys=keys, drafts=True)}
        for record in records:
            record.about = known.get(record.recommendation_key, _("A recommendation that is gone"))
        return context


class RecordViewSet(SnippetViewSet):
    """Records of recommendations; a responsible body meets only its own in every view."""

    index_view_class = RecordIndexView
    add_view_class = RecordCreateView
    edit_view_class = RecordEditView
    delete_view_class = RecordDeleteView
    copy_view_enabled = False
    menu_item_is_registered = True  # below «Исполнение»
    list_per_page = 50
    ordering = ["-date", "-pk"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return self.model.objects.about(own_keys(request.user))

    def get_urlpatterns(self) -> list[URLPattern]:
        patterns = super().get_urlpatterns()
        for pattern in patterns:
            if "pk" in pattern.pattern.converters:
                pattern.callback = own_only(pattern.callback, self.model)
        return patterns


def own_only(view: Callable[..., HttpResponseBase], model: type[Model]) -> Callable[..., HttpResponseBase]:
    """Refuse a view of one record to those who may not touch its recommendation."""

    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        record = model._default_manager.filter(pk=kwargs.get("pk")).only("recommendation_key").first()
        if record is not None and not may_touch(request.user, record.recommendation_key):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


class ReportViewSet(RecordViewSet):
    model = ProgressReport
    edit_handler = panels.REPORT
    icon = "doc-full"
    menu_label = gettext_lazy("Progress reports")
    menu_order = 300
    list_display = ["__str__", ABOUT, "body", "internal", "live"]
    list_filter = ["outcome", "internal", "live", "body"]


class ResponseViewSet(RecordViewSet):
    model = Response
    edit_handler = panels.RESPONSE
    icon = "comment"
    menu_label = gettext_lazy("Answers")
    menu_order = 200
    list_display = ["__str__", ABOUT, "body", "live"]
    list_filter = ["position", "live", "body"]


class AssignmentViewSet(RecordViewSet):
    model = Assignment
    edit_handler = panels.ASSIGNMENT
    icon = "user"
    menu_label = gettext_lazy("Assignments")
    menu_order = 400
    list_display = ["__str__", ABOUT, "due_on", "frequency", "contact_email"]
    list_filter = ["frequency", "body"]


class LivingLinkViewSet(SnippetViewSet):
    model = LivingLink
    edit_handler = panels.LIVING_LINK
    icon = "link"
    menu_label = gettext_lazy("Living parts")
    menu_order = 500
    menu_item_is_registered = True
    copy_view_enabled = False


class BodyMemberViewSet(ModelViewSet):
    model = BodyMember
    icon = "group"
    menu_label = gettext_lazy("Bodies' users")
    menu_order = 600
    name = "body_members"
    url_prefix = "followup/users"
    form_fields: Any = ["user", "body"]
    list_display = ["user", "body"]
    inspect_view_enabled = False
    copy_view_enabled = False
