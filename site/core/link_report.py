"""The admin's report of dead links."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from .models import DeadLink


def links_for(user: object) -> QuerySet:
    """Dead links on the pages that the user may edit."""
    editable = PagePermissionPolicy(Page).instances_user_has_permission_for(user, "change")
    return DeadLink.objects.filter(page__in=editable.values("pk")).select_related("page")


class DeadLinksReport(ReportView):
    """Links that led nowhere last night, each with the page that has it."""

    page_title = _("Dead links")
    header_icon = "link-external"
    index_url_name = "dead_links_report"
    index_results_url_name = "dead_links_report_results"
    permission_policy = PagePermissionPolicy(Page)
    any_permission_required = ["add", "change", "publish"]
    columns = [
        TitleColumn(
            "page",
            label=_("Page"),
            accessor=lambda link: link.page.title,
            get_url=lambda link: reverse("wagtailadmin_pages:edit", args=[link.page_id]),
        ),
        Column("words", label=_("Words of the link")),
        Column("address", label=_("Address")),
        Column("reason", label=_("What is wrong")),
        DateColumn("found_at", label=_("Found at")),
    ]
    list_export = ["page.title", "words", "address", "reason"]

    def get_base_queryset(self) -> QuerySet:
        return links_for(self.request.user)


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    results = DeadLinksReport.as_view(results_only=True)
    return [
        path("reports/dead-links/", DeadLinksReport.as_view(), name=DeadLinksReport.index_url_name),
        path("reports/dead-links/results/", results, name=DeadLinksReport.index_results_url_name),
    ]


class DeadLinksItem(MenuItem):
    """Shown to those who may mend pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return PagePermissionPolicy(Page).user_has_any_permission(request.user, {"add", "change", "publish"})


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    return DeadLinksItem(
        _("Dead links"),
        reverse(DeadLinksReport.index_url_name),
        name="dead-links",
        icon_name="link-external",
        order=950,
    )
