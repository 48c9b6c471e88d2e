"""What came of it, in templates: ``{% load followup_tags %}``."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from core.badges import Badge
from forums.editions.models import ForumPage
from forums.followup.bars import draw_bar
from forums.followup.choices import MEANINGS, Status
from forums.followup.models import FollowUpRecord
from forums.followup.tallies import Ledger, Tally
from forums.followup.timeline import timeline
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


@register.filter
def status_badge(status: str) -> Badge:
    """``{% include "components/badge.html" with badge=standing.status|status_badge %}``: the public word, its sign,
    and a sentence that says what exactly it means here."""
    known = Status(status)
    return Badge(str(known.public.label), *LOOKS[known.public], str(MEANINGS[known]))


@register.filter
def own_badge(status: str) -> Badge:
    """The same in the words of the data, which tell more states apart."""
    known = Status(status)
    return Badge(str(known.label), *LOOKS[known])


@register.inclusion_tag("followup/components/bar.html")
def status_bar(tally: Tally, legend: bool = True) -> dict[str, Any]:
    """The stacked bar of a tally, drawn by the server; with ``legend`` the counts stand under it."""
    return {"tally": tally, "bar": draw_bar(tally), "legend": legend}


@register.simple_tag
def forum_tally(ledger: Ledger, forum: ForumPage) -> Tally:
    """``{% forum_tally followup_ledger forum as tally %}``: today's counts of one forum."""
    return ledger.tally(timezone.localdate(), forum)


@register.inclusion_tag("followup/components/timeline.html", takes_context=True)
def recommendation_timeline(context: template.Context, recommendation: Recommendation) -> dict[str, Any]:
    """What happened to a recommendation up to today."""
    return {"timeline": timeline(recommendation, timezone.localdate()), "request": context.get("request")}


# --- the board in the admin -------------------------------------------------------------------------------------


@register.filter
def of_key(groups: dict[UUID, list[FollowUpRecord]], key: UUID) -> list[FollowUpRecord]:
    """The list under ``key``, or an empty one."""
    return groups.get(key, [])


@register.simple_tag
def record_add_url(model: str, key: UUID, back: str) -> str:
    """The form for a new record of a recommendation, which leads back to ``back``."""
    query = urlencode({"recommendation": str(key), "next": back})
    return f"{reverse(f'wagtailsnippets_followup_{model}:add')}?{query}"


@register.simple_tag
def record_edit_url(record: FollowUpRecord, back: str) -> str:
    """The form of a record, which leads back to ``back``."""
    address = reverse(f"wagtailsnippets_followup_{record._meta.model_name}:edit", args=[record.pk])
    return f"{address}?{urlencode({'next': back})}"


@register.simple_tag(takes_context=True)
def row_parts(context: template.Context, key: UUID) -> SafeString:
    """What rooms above show under the row of a recommendation."""
    flat = context.flatten()
    found = flat["parts"].get(key, [])
    return mark_safe("".join(render_to_string(part.template, flat | part.context) for part in found))


@register.simple_tag(takes_context=True)
def board_query(context: template.Context, **changes: Any) -> str:
    """The board's address with the filters that are set and ``changes``; None drops a value."""
    query = {"tab": context["tab"], **context["keep"], **changes}
    return f"?{urlencode({name: value for name, value in query.items() if value is not None})}"
