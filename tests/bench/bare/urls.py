"""Addresses of the measured strangers."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from wagtail import urls as wagtail_urls


def bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ready\n")


urlpatterns = [path("", bare)] if settings.IS_BARE else [path("", include(wagtail_urls))]
