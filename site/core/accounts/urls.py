"""Addresses of the second factor, below the admin's."""

from django.urls import path

from . import views

app_name = "second_factor"

urlpatterns = [
    path("", views.index, name="index"),
    path("verify/", views.verify, name="verify"),
    path("setup/", views.setup, name="setup"),
    path("codes/", views.new_codes, name="codes"),
    path("off/", views.off, name="off"),
]
