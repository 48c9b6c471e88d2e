"""Addresses of the shell: what monitors, browsers and robots ask for."""

from django.urls import path

from . import views
from .monitoring.metrics import metrics

app_name = "core"

urlpatterns = [
    path("theme.css", views.theme, name="theme"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path("share/<str:token>.png", views.share, name="share"),
    path("-/live/", views.alive, name="live"),
    path("-/ready/", views.ready, name="ready"),
    path("-/version/", views.version, name="version"),
    path("-/metrics/", metrics, name="metrics"),
]
