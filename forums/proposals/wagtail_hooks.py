"""Proposals on the pages of forums and resolutions, on «My page», in the search, and in the admin."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, SubmenuMenuItem
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from core.admin_screens import ItemFor
from core.contacts import register_action, register_belongings
from core.extensions import Part, extend, page_part, page_route
from core.search import KINDS, SearchKind, SearchOffer, terms
from core.shell import settings_of
from forums.editions.models import ForumPage
from forums.resolutions.models import ResolutionPage

from . import (
    admin_views,
    happenings,  # noqa: F401  (says what happens to proposals)
    views,
)
from .actions import GiveSupport, Submit
from .belongings import Proposals
from .models import Proposal, ProposalPeriod, ProposalSettings
from .permissions import may_moderate

KIND = SearchKind("proposal", _("Proposal"), _("Proposals"))

register_action(Submit())
register_action(GiveSupport())
register_belongings(Proposals(), order=10)

# --- on the pages of forums and resolutions ---------------------------------------------------------------------

page_route(ForumPage, "proposals/", "proposals")(views.listing)
page_route(ForumPage, "proposals/new/", "proposals_new")(views.new)
page_route(ForumPage, "proposals/similar/", "proposals_similar")(views.similar)
page_route(ForumPage, "proposals/log/", "proposals_log")(views.log)
page_route(ForumPage, "proposals/feed.atom", "proposals_feed")(views.feed)
page_route(ForumPage, "proposals/proposals.csv", "proposals_csv")(views.data_csv)
page_route(ForumPage, "proposals/proposals.json", "proposals_json")(views.data_json)
page_route(ForumPage, "proposals/schema.json", "proposals_schema")(views.data_schema)
page_route(ForumPage, "proposals/<int:number>/", "proposal")(views.detail)
page_route(ForumPage, "proposals/<int:number>/file/", "proposal_file")(views.file)
page_route(ForumPage, "proposals/<int:number>/edit/", "proposal_edit")(views.edit)
page_route(ForumPage, "proposals/<int:number>/support/", "proposal_support")(views.support)


@page_part(ForumPage, "after_programme", order=-10)
def tell_of_proposals(forum: ForumPage, request: HttpRequest | None) -> Part | None:
    """Whether proposals are taken, and how many there are."""
    if request is None or not settings_of(request, ProposalSettings).enabled:
        return None
    period = ProposalPeriod.of(forum)
    if period is None:
        return None
    count = Proposal.objects.of(period).public().count()
    base = f"{forum.get_url(request)}proposals/"
    return Part("proposals/components/on_forum.html", {"period": period, "count": count, "base": base})


@page_part(ResolutionPage, "timeline", order=-10)
def begin_with_proposals(resolution: ResolutionPage, request: HttpRequest | None) -> Part:
    """The proposals that the ``recommendation`` in the context came of."""
    return Part("proposals/components/on_recommendation.html")


# --- in the search ----------------------------------------------------------------------------------------------


@extend(KINDS)
def kinds() -> list[SearchKind]:
    return [KIND]


@extend(f"search offers of {ForumPage._meta.label}")
def offer_proposals(forum: ForumPage) -> list[SearchOffer]:
    """Public proposals as parts of the forum's page in their own language."""
    if forum.pk is None:
        return []
    period = ProposalPeriod.of(forum)
    if period is None or period.forum_id != forum.pk:
        return []
    found = Proposal.objects.of(period).public().with_terms().order_by("number")
    return [
        SearchOffer(
            kind=KIND.slug,
            title=f"{proposal.label}. {proposal.what}",
            text=proposal.why,
            key=f"proposal-{proposal.number}",
            path=f"proposals/{proposal.number}/",
            context=forum.title,
            year=proposal.received_on.year,
            date=proposal.received_on,
            topics=terms([proposal.topic] if proposal.topic else []),
            addressees=terms([proposal.addressee] if proposal.addressee else []),
            territories=terms([proposal.territory] if proposal.territory else []),
            boost=0.9,
        )
        for proposal in found
    ]


# --- in the admin -----------------------------------------------------------------------------------------------


class PeriodViewSet(SnippetViewSet):
    """From when to when forums take proposals."""

    model = ProposalPeriod
    icon = "date"
    menu_label = _("Collections")
    list_display = ["forum", "opens_on", "closes_on"]
    menu_item_is_registered = True  # below «Предложения»


register_snippet(PeriodViewSet)


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    patterns = [
        path("", admin_views.queue, name="queue"),
        path("<int:pk>/decide/", admin_views.decide, name="decide"),
        path("<int:pk>/link/", admin_views.link_proposals, name="link"),
        path("<int:pk>/file/", admin_views.file, name="file"),
        path("publish/", admin_views.publish, name="publish"),
        path("board/<int:pk>/", admin_views.board, name="board"),
        path("board/<int:pk>/draft.docx", admin_views.draft, name="draft"),
        path("outcomes/<int:pk>/", admin_views.outcomes, name="outcomes"),
    ]
    return [path("proposals/", include((patterns, "proposals_admin"), namespace="proposals_admin"))]


@hooks.register("register_admin_menu_item")
def register_menu() -> SubmenuMenuItem:
    collections = reverse(ProposalPeriod.snippet_viewset.get_url_name("list"))
    items = [
        ItemFor(
            may_moderate,
            _("Queue, board, outcomes"),
            reverse("proposals_admin:queue"),
            name="proposals-queue",
            icon_name="tasks",
        ),
        ItemFor(may_moderate, _("Collections"), collections, name="proposals-periods", icon_name="date"),
    ]
    return SubmenuMenuItem(_("Proposals"), Menu(items=items), icon_name="comment", name="proposals", order=260)


@hooks.register("after_publish_page")
def name_proposals_without_outcome(request: HttpRequest, page: Page) -> None:
    """A resolution was published: which proposals has the forum said nothing about?"""
    if isinstance(page, ResolutionPage):
        admin_views.warn_of_open_proposals(request, page)
