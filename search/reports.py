"""What residents look for, and what of it they do not find."""

import datetime as dt
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from search.models import SearchedQuery, Synonyms

_PERIODS = {"7": _("the last week"), "30": _("the last month"), "365": _("the last year")}
_OUTCOMES = {"1": _("Nothing found"), "2": _("Nothing opened")}
#: Asked fewer times, a query of which nothing was opened tells nothing.
_ABANDONED = 3
_USUAL_PERIOD = "30"


class QueryFilters(WagtailFilterSet):
    period = django_filters.ChoiceFilter(
        label=_("Period"), choices=list(_PERIODS.items()), method="unchanged", empty_label=None
    )
    fruitless = django_filters.ChoiceFilter(
        label=_("Found"), choices=list(_OUTCOMES.items()), method="only_fruitless", empty_label=_("All queries")
    )

    class Meta:
        model = SearchedQuery
        fields: list[str] = []

    def unchanged(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """The period narrows the days before they are summed; see the view."""
        return queryset

    def only_fruitless(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(opened=0, asked__gte=_ABANDONED) if value == "2" else queryset.filter(most_found=0)


class MendColumn(Column):
    """Links that begin a group of synonyms, or a promoted result, with the query."""

    cell_template_name = "search/admin/mend_column.html"

    def get_value(self, instance: dict[str, Any]) -> str:
        return instance["text"]


class SearchedQueriesReport(ReportView):
    """Popular queries of a period; those that found nothing are what a page or a synonym is missing for."""

    page_title = _("What people search for")
    header_icon = "search"
    permission_policy = ModelPermissionPolicy(Synonyms)
    any_permission_required = ["add", "change", "delete"]
    index_url_name = "search_queries_report"
    index_results_url_name = "search_queries_report_results"
    filterset_class = QueryFilters
    default_ordering = "-asked"
    columns = [
        Column("text", label=_("Query"), accessor=lambda row: row["text"]),
        Column("language", label=_("Language"), accessor=lambda row: row["language"]),
        NumberColumn("asked", label=_("Times asked"), accessor=lambda row: row["asked"], sort_key="asked"),
        NumberColumn("most_found", label=_("Found"), accessor=lambda row: row["most_found"], sort_key="most_found"),
        NumberColumn("opened", label=_("Opened"), accessor=lambda row: row["opened"], sort_key="opened"),
        MendColumn("mend", label=_("Mend")),
    ]
    list_export = ["text", "language", "asked", "most_found", "opened"]
    export_headings = {"text": _("Query"), "asked": _("Times asked"), "most_found": _("Found"), "opened": _("Opened")}

    def get_base_queryset(self) -> QuerySet:
        period = self.request.GET.get("period", _USUAL_PERIOD)
        days = int(period if period in _PERIODS else _USUAL_PERIOD)
        return SearchedQuery.objects.summed(timezone.localdate() - dt.timedelta(days=days))

    def get_filterset_kwargs(self) -> dict[str, Any]:
        return {**super().get_filterset_kwargs(), "queryset": self.get_base_queryset()}
