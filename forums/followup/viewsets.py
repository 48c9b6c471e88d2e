"""Answers, reports, assignments, links to living parts, and bodies' users in the admin."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from .admin_views import RecordCreateView, RecordDeleteView, RecordEditView, RecordIndexView, own_only
from .models import Assignment, BodyMember, LivingLink, ProgressReport, Response
from .permissions import own_keys

#: Filled in by the index view for the whole page at once.
ABOUT = Column("about", label=_("Recommendation"), accessor="about")


class RecordViewSet(SnippetViewSet):
    """Records of recommendations; a responsible body meets only its own in every view."""

    index_view_class = RecordIndexView
    add_view_class = RecordCreateView
    edit_view_class = RecordEditView
    delete_view_class = RecordDeleteView
    copy_view_enabled = False
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


class ReportViewSet(RecordViewSet):
    model = ProgressReport
    icon = "doc-full"
    menu_label = _("Progress reports")
    menu_order = 300
    list_display = ["__str__", ABOUT, "body", "internal", "live"]
    list_filter = ["outcome", "internal", "live", "body"]


class ResponseViewSet(RecordViewSet):
    model = Response
    icon = "comment"
    menu_label = _("Answers")
    menu_order = 200
    list_display = ["__str__", ABOUT, "body", "live"]
    list_filter = ["position", "live", "body"]


class AssignmentViewSet(RecordViewSet):
    model = Assignment
    icon = "user"
    menu_label = _("Assignments")
    menu_order = 400
    list_display = ["__str__", ABOUT, "due_on", "frequency", "contact_email"]
    list_filter = ["frequency", "body"]


class LivingLinkViewSet(SnippetViewSet):
    model = LivingLink
    icon = "link"
    menu_label = _("Living parts")
    menu_order = 500
    copy_view_enabled = False


class BodyMemberViewSet(ModelViewSet):
    model = BodyMember
    icon = "group"
    menu_label = _("Bodies' users")
    menu_order = 600
    name = "body_members"
    url_prefix = "followup/users"
    form_fields: Any = ["user", "body"]
    list_display = ["user", "body"]
    inspect_view_enabled = False
    copy_view_enabled = False
