"""Addresses of the links in letters, and of «My page»."""

from django.urls import path

from . import views

app_name = "contacts"

urlpatterns = [
    path("me/", views.page, name="page"),
    path("me/sent/", views.sent, name="sent"),
    path("me/link/<str:token>/", views.link, name="link"),
    path("me/my-data.json", views.export, name="export"),
    path("me/erase/", views.erase, name="erase"),
    path("me/leave/", views.leave, name="leave"),
    path("me/address/", views.change_address, name="change_address"),
    path("me/consents/<str:kind>/withdraw/", views.withdraw, name="withdraw"),
]
