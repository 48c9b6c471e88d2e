"""What came of it, in templates: ``{% load followup_tags %}``."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.utils import timezone

from forums.editions.models import ForumPage
from forums.followup.summaries import ForumFollowUp, Ledger
from forums.followup.summaries import forum_follow_up as load_forum_follow_up
from forums.followup.tallies import Tally
from forums.followup.timeline import timeline
from forums.followup.vocabulary import MEANINGS, Status
from forums.resolutions.models import Recommendation

register = template.Library()

#: Tone and sign of a status; the word always stands beside them.
LOOKS = {
    Status.DONE: ("good", "done"),
    Status.KEPT: ("good", "repeat"),
    Status.ACTIVE: ("good", "play"),
    Status.IN_PROGRESS: ("accent", "half"),
    Status.ACCEPTED: ("accent", "check"),
    Status.NOTED: ("", "document"),
    Status.NO_ANSWER: ("warn", "question"),
    Status.QUIET: ("warn", "pause"),
    Status.LAPSED: ("bad", "alert"),
    Status.DECLINED: ("", "cross"),
    Status.NOT_NEEDED: ("", "quote"),
}


@dataclass(frozen=True)
class Badge:
    """What components/badge.html shows."""

    label: str
    tone: str
    icon: str
    meaning: str = ""


@register.filter
def status_badge(status: str) -> Badge:
    """``{% include "components/badge.html" with badge=standing.status|status_badge %}``."""
    known = Status(status)
    tone, icon = LOOKS[known]
    return Badge(str(known.label), tone, icon, str(MEANINGS[known]))


@register.inclusion_tag("followup/components/bar.html")
def status_bar(tally: Tally, legend: bool = True) -> dict[str, Any]:
    """The stacked bar of a tally, drawn by the server; with ``legend`` the counts stand under it."""
    return {"tally": tally, "legend": legend}


@register.inclusion_tag("followup/components/timeline.html", takes_context=True)
def recommendation_timeline(context: template.Context, recommendation: Recommendation) -> dict[str, Any]:
    """What happened to a recommendation up to today."""
    return {"timeline": timeline(recommendation, timezone.localdate()), "request": context.get("request")}


@register.simple_tag
def forum_follow_up(page: ForumPage) -> ForumFollowUp:
    """``{% forum_follow_up page as followup %}``: counts for the page of a forum."""
    return load_forum_follow_up(page, timezone.localdate())


@register.simple_tag(takes_context=True)
def forum_tally(context: template.Context, forum: ForumPage) -> Tally:
    """``{% forum_tally forum as tally %}`` in a list of forums: today's counts; records are loaded once a request."""
    holder = context.get("request") or context.render_context
    ledgers = getattr(holder, "_followup_ledgers", {})
    if forum.locale_id not in ledgers:
        ledgers[forum.locale_id] = Ledger.load(forum.locale)
        holder._followup_ledgers = ledgers
    return ledgers[forum.locale_id].tally(timezone.localdate(), forum)
