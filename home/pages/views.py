"""What robots ask for at well-known addresses."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from core.caching import cacheable

from . import sitemaps

HOUR, DAY = 3600, 86_400
XML = "application/xml; charset=utf-8"
PLAIN = "text/plain; charset=utf-8"


@require_safe
@cacheable()
@cache_control(public=True, max_age=HOUR)
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """The list of the map's parts."""
    addresses = [reverse("home:sitemap_part", args=[n + 1]) for n in range(sitemaps.count_parts(request))]
    parts = [{"location": request.build_absolute_uri(address)} for address in addresses]
    return render(request, "sitemap_index.xml", {"sitemaps": parts}, content_type=XML)


@require_safe
@cacheable()
@cache_control(public=True, max_age=HOUR)
def sitemap_part(request: HttpRequest, number: int) -> HttpResponse:
    """One part of the map; 404 when there are not so many."""
    if not 1 <= number <= sitemaps.count_parts(request):
        raise Http404
    return render(request, "sitemap.xml", {"urlset": sitemaps.part_urls(request, number)}, content_type=XML)


@require_safe
@cacheable()
@cache_control(public=True, max_age=DAY)
def robots(request: HttpRequest) -> HttpResponse:
    """Robots read pages and leaf through lists; filters would keep them busy for ever."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /search/",
        "Disallow: /*/search/",
        "Disallow: /*?",
        "Allow: /*?page=",
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('home:sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type=PLAIN)
