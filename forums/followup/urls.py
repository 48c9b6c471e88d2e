"""Addresses of the open data; in English under /en/."""

from django.urls import path

from . import views

app_name = "followup"

urlpatterns = [
    path("opendata/", views.open_data, name="open_data"),
    path("opendata/recommendations.csv", views.recommendations_csv, name="csv"),
    path("opendata/recommendations.json", views.recommendations_json, name="json"),
    path("opendata/recommendations.schema.json", views.recommendations_schema, name="schema"),
]
