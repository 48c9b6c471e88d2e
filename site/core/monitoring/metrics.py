"""Numbers for Prometheus: requests and their time by view, what waits for the worker, what does not work."""

import hmac
import time
from collections.abc import Callable, Iterator

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks_db.models import DBTaskResult
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector

from core.models import WorkerBeat

from .health import faults

REQUESTS = Counter("site_requests", "Answered requests", ["method", "view", "status"])
SECONDS = Histogram(
    "site_request_seconds", "Time to answer", ["view"], buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10)
)
METHODS = {"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"}


class MetricsMiddleware:
    """Counts, where ``METRICS_TOKEN`` is set."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        if not settings.METRICS_TOKEN:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begun = time.perf_counter()
        response = self.get_response(request)
        # Names of views are few; addresses are as many as visitors think of.
        view = request.resolver_match.view_name if request.resolver_match else ""
        method = request.method if request.method in METHODS else "other"
        REQUESTS.labels(method, view or "-", response.status_code).inc()
        SECONDS.labels(view or "-").observe(time.perf_counter() - begun)
        return response


class SiteCollector:
    """What is looked up when the numbers are asked for."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        tasks = GaugeMetricFamily("site_tasks", "Tasks by status", labels=["status"])
        for status, count in DBTaskResult.objects.order_by().values_list("status").annotate(Count("pk")):
            tasks.add_metric([status.lower()], count)
        yield tasks
        heard = WorkerBeat.objects.last_heard()
        if heard:
            silence = (timezone.now() - heard).total_seconds()
            yield GaugeMetricFamily("site_worker_silence_seconds", "Since a worker was heard of", value=silence)
        degraded = GaugeMetricFamily("site_degraded", "Parts that do not work", labels=["part"])
        for name in faults():
            degraded.add_metric([name], 1)
        yield degraded


@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """All numbers, for whoever knows the token; to others there is no such address."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not settings.METRICS_TOKEN or not hmac.compare_digest(given.encode(), settings.METRICS_TOKEN.encode()):
        raise Http404
    registry = CollectorRegistry()
    MultiProcessCollector(registry)
    registry.register(SiteCollector())
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)
