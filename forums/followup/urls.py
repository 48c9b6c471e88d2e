"""Addresses of the open data, in English under /en/, and of the form behind a link in a letter."""

from django.urls import path

from . import report_views, views

app_name = "followup"

urlpatterns = [
    path("report/<str:token>/", report_views.report, name="report"),
    path("opendata/", views.open_data, name="open_data"),
    path("opendata/recommendations.csv", views.recommendations_csv, name="csv"),
    path("opendata/recommendations.json", views.recommendations_json, name="json"),
    path("opendata/recommendations.schema.json", views.recommendations_schema, name="schema"),
]
