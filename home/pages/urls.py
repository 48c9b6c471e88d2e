"""Addresses that belong to no page."""

from django.urls import path

from . import views

app_name = "home"

urlpatterns = [
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap_index, name="sitemap"),
    path("sitemap-<int:number>.xml", views.sitemap_part, name="sitemap_part"),
]
