"""Residents' words on the pages of recommendations, on «My page», and in the admin."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from core.admin_screens import ItemFor
from core.contacts import register_action, register_belongings
from core.desk import WAITING, Waiting
from core.extensions import Part, extend, page_part, page_route
from forums.followup.permissions import may_report
from forums.resolutions.models import ResolutionPage

from . import admin_views, happenings, views  # noqa: F401  (happenings: says what residents say)
from .actions import Tell
from .belongings import Witnesses

register_action(Tell())
register_belongings(Witnesses(), order=20)

page_route(ResolutionPage, "<slug:item>/witness/", "witness")(views.tell)
page_route(ResolutionPage, "<slug:item>/witness/<int:pk>/picture/", "witness_picture")(views.picture)


@page_part(ResolutionPage, "timeline", order=10)
def ask_residents(resolution: ResolutionPage, request: HttpRequest | None) -> Part:
    """What residents see of the ``recommendation`` in the context, and the way to say so."""
    return Part("witnesses/components/on_recommendation.html", {"nothing_to_see": views.NOTHING_TO_SEE})


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    patterns = [
        path("", admin_views.queue, name="queue"),
        path("<int:pk>/publish/", admin_views.publish, name="publish"),
        path("<int:pk>/decline/", admin_views.decline, name="decline"),
        path("<int:pk>/answer/", admin_views.answer, name="answer"),
        path("<int:pk>/picture/", admin_views.picture, name="picture"),
    ]
    return [path("witnesses/", include((patterns, "witnesses_admin"), namespace="witnesses_admin"))]


@extend("items of the follow-up menu")
def offer_the_queue() -> MenuItem:
    url = reverse("witnesses_admin:queue")
    return ItemFor(may_report, _("Residents' words"), url, name="witnesses", icon_name="comment", order=280)


@extend(WAITING)
def residents_wait(request: HttpRequest) -> Iterator[Waiting]:
    if may_report(request.user):
        count = admin_views.to_do(request.user).count()
        yield Waiting(count, _("Residents' words"), reverse("witnesses_admin:queue"))
