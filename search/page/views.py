"""The results page, suggestions while typing, and the description for browsers. None of them sets a cookie."""

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from core.caching import cacheable
from core.routing import site_of
from search.models import FACETS
from search.page import links
from search.page.answering import answered
from search.page.counting import counts
from search.page.promotions import promoted, topics
from search.query.facets import known_filters
from search.query.service import DATE, PAGE_SIZE, RELEVANCE, SORTS, Results, search
from search.query.typeahead import suggestions


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """What was found for ``q``, narrowed by the facets in the address."""
    query = request.GET.get("q", "").replace("\x00", "").strip()
    filters = known_filters({name: request.GET.getlist(name) for name in FACETS})
    sort = request.GET.get("sort", RELEVANCE)
    language, site_id = _place(request)
    found = search(
        query,
        language=language,
        site_id=site_id,
        filters=filters,
        sort=sort if sort in SORTS else RELEVANCE,
        page=_number(request.GET.get("page", "1")),
    )
    if found.query and not filters and not {"page", "sort"} & request.GET.keys():
        counts.ask(found.query, language, found.strict_total + len(found.similar))
    context = {
        "results": found,
        "query": query,
        "entries": _pages(found),
        "answers": answered(found.query, language) if found.page == 1 and not filters else [],
        "promoted": promoted(found.query, language) if found.page == 1 and not filters else [],
        "facets": links.facets(request.GET, found.facets),
        "chosen": links.chosen(request.GET, found.facets),
        "sorts": links.sorts(request.GET, found.sort, (RELEVANCE, DATE)),
        "topics": [] if found.hits else topics(language, site_id),
        "followed_key": links.follow_key(request.GET),
    }
    return render(request, "search/results.html", context)


@require_safe
@cache_control(public=True, max_age=60)
def suggest(request: HttpRequest) -> JsonResponse:
    """Titles for what is being typed: ``{"items": [{"title", "kind", "url"}], "status": "…"}``."""
    language, site_id = _place(request)
    items = suggestions(request.GET.get("q", ""), language=language, site_id=site_id)
    status = ngettext("%(number)s suggestion", "%(number)s suggestions", len(items)) % {"number": len(items)}
    return JsonResponse({"items": items, "status": status})


@csrf_exempt
@require_POST
def clicked(request: HttpRequest) -> HttpResponse:
    """A result of the query ``q`` was opened, the browser tells. Nothing else is taken, nothing is answered."""
    if query := request.POST.get("q", "").replace("\x00", "").strip():
        counts.click(query, _place(request)[0])
    return HttpResponse(status=204)


@require_safe
@cacheable()
@cache_control(public=True, max_age=86_400)
def opensearch(request: HttpRequest) -> HttpResponse:
    """So that browsers can search the site from their address bar."""
    context = {
        "results_url": request.build_absolute_uri(reverse("search:results")),
        "self_url": request.build_absolute_uri(),
        "icon_url": request.build_absolute_uri("/favicon.ico"),
    }
    kind = "application/opensearchdescription+xml"
    return render(request, "search/opensearch.xml", context, content_type=kind)


def _place(request: HttpRequest) -> tuple[str, int]:
    site = site_of(request)
    return get_language() or "ru", site.pk if site else 0


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def _pages(found: Results) -> Page:
    """What the pagination component wants."""
    return Paginator(range(found.pages * PAGE_SIZE), PAGE_SIZE).page(found.page)
