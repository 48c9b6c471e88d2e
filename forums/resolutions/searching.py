"""What forums, resolutions and recommendations offer to search. No request; the offers are plain values."""

from typing import TYPE_CHECKING

from core.search import SearchOffer, terms
from core.text import plain_text

if TYPE_CHECKING:
    from forums.editions.models import ForumPage

    from .models import Recommendation, ResolutionPage, ResolutionSection


def forum_text(forum: "ForumPage", text: str) -> str:
    """``text`` and what stands in fields that are no streams."""
    return "\n".join(filter(None, [forum.theme, text, forum.venue, forum.address, forum.accessibility]))


def resolution_text(resolution: "ResolutionPage") -> str:
    """The resolution's own words, without its recommendations: each of them is found by itself."""
    lead_ins = [section.lead_in for section in resolution.document_sections]
    headings = [section.heading for section in resolution.document_sections]
    words = [plain_text(resolution.preamble), *lead_ins, *headings, plain_text(resolution.closing)]
    return "\n".join(filter(None, words))


def recommendation_offers(resolution: "ResolutionPage") -> list[SearchOffer]:
    """One offer a recommendation; its key survives edits, renumbering and translation."""
    return [_offer(resolution, section, item) for section in resolution.document_sections for item in section.items]


def _offer(resolution: "ResolutionPage", section: "ResolutionSection", item: "Recommendation") -> SearchOffer:
    return SearchOffer(
        kind="recommendation",
        title=f"{item.number}. {item.short_text}",
        text=item.text,
        key=str(item.translation_key),
        path=f"{item.slug}/",
        context=resolution.title,
        year=resolution.year,
        date=resolution.adopted_on,
        topics=terms(item.topics.all()),
        addressees=terms([section.addressee] if section.addressee else []),
    )
