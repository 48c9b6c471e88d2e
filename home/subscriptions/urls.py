"""Addresses of subscriptions and of the archive of newsletters."""

from django.urls import path

from . import views

app_name = "subscriptions"

urlpatterns = [
    path("subscribe/", views.follow, name="follow"),
    path("subscribe/mine/<int:pk>/change/", views.change, name="change"),
    path("subscribe/mine/<int:pk>/stop/", views.stop, name="stop"),
    path("newsletters/", views.archive, name="archive"),
    path("newsletters/<int:pk>/", views.newsletter, name="newsletter"),
]
