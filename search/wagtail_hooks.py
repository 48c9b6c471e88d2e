"""The editors' side: synonyms, and what residents look for."""

import datetime as dt
from collections.abc import Iterator

from django.core.management import call_command
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.search_promotions.forms import QueryForm
from wagtail.contrib.search_promotions.views.settings import CreateView as AddPromotion
from wagtail.search.backends import get_search_backend
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from core.desk import WAITING, Waiting
from core.embeddings import encoder
from core.extensions import extend
from core.periodic import periodic_job
from search import happenings  # noqa: F401  (says what a followed search has found)
from search.models import SearchedQuery, Synonyms
from search.reports import SearchedQueriesReport


class AddSynonyms(CreateView):
    """The form; with ``?words=`` in its address a query is on its first line."""

    def get_initial(self) -> dict[str, str]:
        return {"words": self.request.GET.get("words", "")[:200]}


class SynonymsViewSet(SnippetViewSet):
    model = Synonyms
    add_view_class = AddSynonyms
    icon = "glasses"
    menu_label = _("Search synonyms")
    menu_name = "search-synonyms"
    add_to_settings_menu = True
    list_display = ["__str__"]
    search_fields = ["words"]
    panels = [FieldPanel("words")]


register_snippet(SynonymsViewSet)


class PromoteQuery(AddPromotion):
    """Wagtail's form of promoted results, begun with the query in the address (``?query=``)."""

    form_class = QueryForm

    def get_initial(self) -> dict[str, str]:
        return {"query_string": self.request.GET.get("query", "")[:200]}


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    results = SearchedQueriesReport.as_view(results_only=True)
    return [
        path("reports/searched/promote/", PromoteQuery.as_view(), name="search_promote_query"),
        path("reports/searched/", SearchedQueriesReport.as_view(), name=SearchedQueriesReport.index_url_name),
        path("reports/searched/results/", results, name=SearchedQueriesReport.index_results_url_name),
    ]


@extend(WAITING)
def fruitless_searches(request: HttpRequest) -> Iterator[Waiting]:
    """Queries of the last month that found nothing, for those who can do something about it."""
    if SearchedQueriesReport.permission_policy.user_has_any_permission(request.user, ["add", "change"]):
        since = timezone.localdate() - dt.timedelta(days=30)
        count = SearchedQuery.objects.summed(since).filter(most_found=0).count()
        yield Waiting(count, _("Searches that found nothing"), f"{reverse('search_queries_report')}?fruitless=1")


class SearchedQueriesItem(MenuItem):
    """Shown to those who can do something about it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return SearchedQueriesReport.permission_policy.user_has_any_permission(request.user, ["add", "change"])


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    return SearchedQueriesItem(
        _("What people search for"),
        reverse(SearchedQueriesReport.index_url_name),
        name="searched-queries",
        icon_name="search",
        order=900,
    )


@hooks.register("construct_reports_menu")
def one_report_is_enough(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Wagtail's own report of search terms counts nothing here: ours knows what was found as well."""
    menu_items[:] = [item for item in menu_items if item.name != "search-terms"]


@periodic_job("repair_search", at=dt.time(2))
def repair_search() -> None:
    """Bring the index and the engine to what the site holds, where something was missed."""
    call_command("reindex", check=True)


@periodic_job("embed_entries", every=dt.timedelta(minutes=5))
def embed_entries() -> None:
    """Give changed entries their vectors, where search by meaning is on."""
    if encoder() is not None:
        call_command("embed_entries", verbosity=0)


@extend("health checks")
def outside_engine() -> tuple[str, str]:
    """Whether the engine named in the settings answers; the database searches while it does not."""
    breaker = getattr(get_search_backend("default"), "breaker", None)
    return "search engine", "it does not answer, the database searches" if breaker and breaker.is_open else ""
