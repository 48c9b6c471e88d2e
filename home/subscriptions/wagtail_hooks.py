"""Subscriptions on pages, on «My page», in the search, by the clock, and the newsletter in the admin."""

import datetime as dt
from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from core.admin_screens import ItemFor
from core.contacts import register_action, register_belongings
from core.extensions import Part, extend, page_part, view_part
from core.following import register_followable
from core.periodic import periodic_job
from core.search import ANSWERS, Question, SearchAnswer
from forums.editions.models import ForumPage
from forums.resolutions.models import ResolutionPage
from home.news.models import NewsIndexPage
from projects.contests.models import ContestIndexPage, ContestPage
from projects.councils.models import CouncilPage
from projects.social.models import ProjectPage

from . import admin_views
from .actions import Follow
from .belongings import Subscriptions
from .digests import send_digests
from .newsletters import NewsletterFollowable, archive_path, deliver_newsletters
from .permissions import may_send

register_action(Follow())
register_belongings(Subscriptions(), order=30)
register_followable(NewsletterFollowable())

# --- on pages ---------------------------------------------------------------------------------------------------


def offer(page: Page | None, request: HttpRequest | None) -> Part:
    """The link to the form; the page's template says what is ``followed`` and by which ``followed_key``."""
    return Part("subscriptions/components/follow.html")


for model in (ForumPage, ResolutionPage, CouncilPage, ContestPage, ContestIndexPage, ProjectPage, NewsIndexPage):
    page_part(model, "follow")(offer)
view_part("follow")(offer)

# --- in the search ----------------------------------------------------------------------------------------------

#: Words of a query that ask for letters.
_ASKED = (
    "подписка", "подписаться", "подписать", "подписываться", "рассылка", "отписаться", "уведомление",
    "subscrib", "subscript", "newslett", "unsubscrib",
)  # fmt: skip


@extend(ANSWERS)
def tell_of_subscriptions(question: Question) -> Iterator[SearchAnswer]:
    if question.has(*_ASKED):
        facts = (gettext("News of what you choose come by e-mail: at once, daily or weekly."),)
        links = (
            (_("Newsletters"), archive_path()),
            (_("Change or end subscriptions: My page"), reverse("contacts:page")),
        )
        yield SearchAnswer(gettext("Subscription to news"), reverse("subscriptions:follow"), facts, links)


# --- by the clock -----------------------------------------------------------------------------------------------

periodic_job("send_digests", every=dt.timedelta(minutes=5))(send_digests)
periodic_job("send_newsletters", every=dt.timedelta(minutes=5))(deliver_newsletters)

# --- in the admin -----------------------------------------------------------------------------------------------


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    patterns = [
        path("", admin_views.newsletters, name="newsletters"),
        path("new/", admin_views.choose, name="new"),
        path("<int:pk>/", admin_views.preview, name="preview"),
        path("<int:pk>/choose/", admin_views.choose, name="choose"),
        path("<int:pk>/send/", admin_views.send_it, name="send"),
        path("<int:pk>/delete/", admin_views.delete, name="delete"),
    ]
    return [path("newsletters/", include((patterns, "subscriptions_admin"), namespace="subscriptions_admin"))]


@hooks.register("register_admin_menu_item")
def register_menu() -> MenuItem:
    url = reverse("subscriptions_admin:newsletters")
    return ItemFor(may_send, _("Newsletter"), url, name="newsletters", icon_name="mail", order=270)
