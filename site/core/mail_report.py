"""The ledger of letters in the admin: what became of each, sending again what failed; addresses that get no letters."""

from typing import Any

import django_filters
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from .mail.bounces import lift_suspension
from .mail.sending import send_again
from .models import BouncingAddress, Letter


def may_see(user: Any, model: type[Model], action: str = "view") -> bool:
    return user.has_perm(f"core.{action}_{model._meta.model_name}")


class LetterFilters(WagtailFilterSet):
    """Letters in one state, to one recipient."""

    recipient = django_filters.CharFilter(label=gettext_lazy("Recipient"), lookup_expr="icontains")

    class Meta:
        model = Letter
        fields = ["state", "recipient"]


class PostColumn(Column):
    """A button that posts to ``url_name`` of the row, for those who may change it, where the row is ``offered``."""

    cell_template_name = "core/admin/post_cell.html"

    def __init__(self, name: str, label: Any, url_name: str, offered: str = "") -> None:
        super().__init__(name, label=label, accessor="recipient")
        self.url_name, self.offered = url_name, offered

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        request = parent_context["request"]
        shown = not self.offered or getattr(instance, self.offered)
        if shown and may_see(request.user, type(instance), "change"):
            context |= {"address": reverse(self.url_name, args=[instance.pk]), "csrf_token": get_token(request)}
        return context


class SubjectColumn(Column):
    """What a letter is about, in words and as rooms name it."""

    cell_template_name = "core/admin/subject_cell.html"


class LettersReport(ReportView):
    """Every letter of the last months: the newest first."""

    page_title = gettext_lazy("Letters")
    header_icon = "mail"
    model = Letter
    permission_policy = ModelPermissionPolicy(Letter)
    permission_required = "view"
    index_url_name = "letters_report"
    index_results_url_name = "letters_report_results"
    filterset_class = LetterFilters
    default_ordering = "-created_at"
    columns = [
        Column("recipient", label=gettext_lazy("Recipient"), sort_key="recipient"),
        SubjectColumn("subject", label=gettext_lazy("Subject and event")),
        Column("state", label=gettext_lazy("State"), accessor="get_state_display"),
        NumberColumn("attempts", label=gettext_lazy("Tries")),
        Column("last_error", label=gettext_lazy("Last error")),
        DateColumn("created_at", label=gettext_lazy("Written"), sort_key="created_at"),
        PostColumn("again", gettext_lazy("Send again"), "letter_again", offered="can_be_sent_again"),
    ]
    list_export = [
        "recipient",
        "subject",
        "event",
        "get_state_display",
        "attempts",
        "last_error",
        "created_at",
        "sent_at",
    ]
    export_headings = {
        "recipient": gettext_lazy("Recipient"),
        "subject": gettext_lazy("Subject"),
        "event": gettext_lazy("Event"),
        "get_state_display": gettext_lazy("State"),
        "attempts": gettext_lazy("Tries"),
        "last_error": gettext_lazy("Last error"),
        "created_at": gettext_lazy("Written"),
        "sent_at": gettext_lazy("Sent"),
    }

    def get_base_queryset(self) -> QuerySet:
        return Letter.objects.defer("html", "attachments")


def last_day(address: BouncingAddress) -> str:
    """Until when an address gets no letters, in words."""
    until = address.suspended_until
    return date_format(timezone.localtime(until), "j E Y") if until else ""


class SuspendedReport(ReportView):
    """Addresses from which letters came back: they get none for a while."""

    page_title = gettext_lazy("Addresses that get no letters")
    header_icon = "warning"
    model = BouncingAddress
    permission_policy = ModelPermissionPolicy(BouncingAddress)
    permission_required = "view"
    index_url_name = "suspended_report"
    index_results_url_name = "suspended_report_results"
    default_ordering = "-changed_at"
    columns = [
        Column("recipient", label=gettext_lazy("Recipient")),
        NumberColumn("bounces", label=gettext_lazy("Letters that came back")),
        Column("last_reason", label=gettext_lazy("What the mail server said")),
        Column("suspended_until", label=gettext_lazy("Gets no letters until"), accessor=last_day),
        PostColumn("lift", gettext_lazy("Lift"), "suspension_lift"),
    ]
    list_export = ["recipient", "bounces", "last_reason", "suspended_until"]

    def get_base_queryset(self) -> QuerySet:
        return BouncingAddress.objects.filter(suspended_until__gt=timezone.now())


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a failed letter again."""
    letter = get_object_or_404(Letter, pk=pk)
    if not may_see(request.user, Letter, "change"):
        raise PermissionDenied
    if send_again(letter):
        messages.success(
            request, _("The letter to %(recipient)s goes out within a minute.") % {"recipient": letter.recipient}
        )
    else:
        messages.error(
            request,
            _(
                "The letter was not sent again: its words are not kept any more, somebody has sent it already, or its "
                "address gets no letters. In the last case lift the suspension first."
            ),
        )
    return redirect(LettersReport.index_url_name)


@require_POST
def lift(request: HttpRequest, pk: int) -> HttpResponse:
    """Let an address get letters again."""
    address = get_object_or_404(BouncingAddress, pk=pk)
    if not may_see(request.user, BouncingAddress, "change"):
        raise PermissionDenied
    lift_suspension(address.recipient)
    messages.success(request, _("%(recipient)s gets letters again.") % {"recipient": address.recipient})
    return redirect(SuspendedReport.index_url_name)


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    return [
        path("reports/letters/", LettersReport.as_view(), name=LettersReport.index_url_name),
        path(
            "reports/letters/results/",
            LettersReport.as_view(results_only=True),
            name=LettersReport.index_results_url_name,
        ),
        path("reports/letters/<int:pk>/again/", again, name="letter_again"),
        path("reports/suspended/", SuspendedReport.as_view(), name=SuspendedReport.index_url_name),
        path(
            "reports/suspended/results/",
            SuspendedReport.as_view(results_only=True),
            name=SuspendedReport.index_results_url_name,
        ),
        path("reports/suspended/<int:pk>/lift/", lift, name="suspension_lift"),
    ]


class MailItem(MenuItem):
    """Shown to those who may see the ledger."""

    def __init__(self, report: type[ReportView], **options: Any) -> None:
        super().__init__(report.page_title, reverse(report.index_url_name), icon_name=report.header_icon, **options)
        self.model = report.model

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user, self.model)


@hooks.register("register_reports_menu_item")
def letters_menu_item() -> MenuItem:
    return MailItem(LettersReport, name="letters", order=960)


@hooks.register("register_reports_menu_item")
def suspended_menu_item() -> MenuItem:
    return MailItem(SuspendedReport, name="suspended", order=970)


@hooks.register("register_permissions")
def permissions_of_mail() -> QuerySet:
    """What the form of a group offers."""
    names = [f"{action}_{model}" for action in ("view", "change") for model in ("letter", "bouncingaddress")]
    return Permission.objects.filter(content_type__app_label="core", codename__in=names)
