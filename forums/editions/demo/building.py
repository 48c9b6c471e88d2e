"""From an edition's data to pages: streams with stable identifiers, sections, recommendations."""

import datetime as dt
import uuid
from typing import Any

from core.demo import DemoKit
from core.models import Addressee, SiteDocument
from forums.resolutions.demo import original_of
from forums.resolutions.models import Recommendation, ResolutionPage, ResolutionSection

from ..models import ForumIndexPage, ForumPage
from .kinds import Edition, Item, Part, Talk

NAMESPACE = uuid.UUID("5f0c2a34-3a5e-4a3e-9d0e-0c5a6d7e8f90")
ACCESS = (
    "Пандус у главного входа, лифт, сурдоперевод пленарных заседаний, места для колясок в первом ряду. "
    "Парковка со стороны улицы Набережной."
)
DAY_TITLES = ("День отчётов и секций", "День резолюции")


def key_of(edition: int, number: str) -> uuid.UUID:
    """The identity of a recommendation of the demo: the same on every load."""
    return uuid.uuid5(NAMESPACE, f"{edition}/{number}")


def first_day(kit: DemoKit, edition: Edition) -> dt.date:
    """The forum's day: a Friday near the wanted distance from today."""
    day = kit.today + dt.timedelta(days=edition.days_from_today)
    day += dt.timedelta(days=(4 - day.weekday()) % 7 - (7 if edition.days_from_today < 0 else 0))
    while (day.month, day.day) >= (12, 26) or (day.month, day.day) <= (1, 10):  # nobody meets on New Year's holidays
        day += dt.timedelta(weeks=1)
    return day


def title_of(edition: Edition, genitive: bool = False) -> str:
    roman = {1: "I", 2: "II", 3: "III", 4: "IV"}[edition.number]
    return f"{roman} {'Общественного форума' if genitive else 'Общественный форум'} Новодумска"


def make_forum(kit: DemoKit, index: ForumIndexPage, edition: Edition) -> ForumPage:
    """The forum's page."""
    starts_on = first_day(kit, edition)
    coming = edition.days_from_today > 0
    return kit.page(
        index,
        ForumPage,
        edition.slug,
        published_at=None if coming else _noon(starts_on - dt.timedelta(days=40)),
        title=title_of(edition),
        number=edition.number,
        theme=edition.theme,
        intro=edition.intro,
        starts_on=starts_on,
        ends_on=starts_on + dt.timedelta(days=edition.length - 1) if edition.length > 1 else None,
        registration_url="https://registration.example/novodumsk/forum-4" if coming else "",
        registration_opens_on=kit.today - dt.timedelta(days=5) if coming else None,
        registration_closes_on=starts_on - dt.timedelta(days=3) if coming else None,
        venue=edition.venue,
        address=edition.address,
        accessibility=ACCESS,
        **_streams(kit, edition, starts_on),
    )


def _streams(kit: DemoKit, edition: Edition, starts_on: dt.date) -> dict[str, Any]:
    organisers = kit.shared["organisations"]
    named = [("administration", "organiser"), ("public-chamber", "co_organiser"), ("youth-centre", "partner")]
    streams: dict[str, list[tuple[str, Any]]] = {
        "body": [(kind, {"text": text, "level": "2"} if kind == "heading" else text) for kind, text in edition.body],
        "organisers": [
            ("organiser", {"role": role, "organisation": organisers[slug].pk, "name": ""}) for slug, role in named
        ],
        "tracks": [
            ("track", {"title": title, "moderator": moderator, "place": place, "topic": None, "description": text})
            for title, moderator, place, text in edition.tracks
        ],
        "programme": [
            ("day", _day(edition, starts_on, number)) for number in sorted({talk.day for talk in edition.programme})
        ],
        "figures": [("figure", {"value": value, "label": label}) for value, label in edition.figures],
        "gallery": [
            ("picture", {"image": _picture(kit, edition, n, scene, caption), "alt": alt, "caption": caption})
            for n, (scene, caption, alt) in enumerate(edition.pictures)
        ],
        "recordings": [
            ("recording", {"title": title, "url": url, "duration": duration})
            for title, url, duration in edition.recordings
        ],
    }
    return {name: _identified(edition, name, blocks) for name, blocks in streams.items()}


def _identified(edition: Edition, name: str, blocks: list[tuple[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"type": kind, "value": value, "id": str(key_of(edition.number, f"{name}/{place}"))}
        for place, (kind, value) in enumerate(blocks)
    ]


def _day(edition: Edition, starts_on: dt.date, number: int) -> dict[str, Any]:
    talks = [talk for talk in edition.programme if talk.day == number]
    return {
        "date": (starts_on + dt.timedelta(days=number)).isoformat(),
        "title": DAY_TITLES[number] if edition.length > 1 else "",
        "sessions": [
            {"type": "item", "value": _session(talk), "id": str(key_of(edition.number, f"{number}/{talk.title}"))}
            for talk in talks
        ],
    }


def _session(talk: Talk) -> dict[str, Any]:
    return {
        "starts_at": talk.starts,
        "ends_at": talk.ends,
        "title": talk.title,
        "track": talk.track,
        "place": talk.place,
        "moderator": talk.moderator,
        "description": talk.description,
        "materials": [],
        "speakers": [
            {
                "type": "item",
                "value": {"name": name, "about": about, "talk": subject, "person": None},
                "id": str(uuid.uuid5(NAMESPACE, f"{talk.title}/{name}")),
            }
            for name, about, subject in talk.speakers
        ],
    }


def _picture(kit: DemoKit, edition: Edition, number: int, scene: str, title: str) -> int:
    return kit.picture(f"{edition.slug}-{number}", title, scene=scene).pk


def make_resolution(kit: DemoKit, forum: ForumPage, edition: Edition) -> ResolutionPage:
    """The forum's resolution with its sections and recommendations."""
    found = ResolutionPage.objects.child_of(forum).first()
    if found:
        return found
    return kit.page(
        forum,
        ResolutionPage,
        "resolution",
        published_at=_noon(forum.last_day + dt.timedelta(days=4)),
        title=f"Резолюция {title_of(edition, genitive=True)}",
        adopted_on=forum.last_day,
        place="Новодумск",
        preamble=_paragraphs(edition.preamble),
        closing=_paragraphs(edition.closing),
        original=_original(kit, forum, edition),
        sections=[_section(kit, edition, part, place) for place, part in enumerate(edition.parts, start=1)],
    )


def _original(kit: DemoKit, forum: ForumPage, edition: Edition) -> SiteDocument:
    """The signed paper in the document library."""
    title = f"Резолюция {title_of(edition, genitive=True)}"
    content = original_of(edition, title_of(edition, genitive=True), forum.last_day)
    return kit.document(f"{edition.slug}-original", f"{title} (оригинал)", f"resolution-{edition.number}.docx", content)


def _section(kit: DemoKit, edition: Edition, part: Part, place: int) -> ResolutionSection:
    addressee: Addressee | None = kit.shared["addressees"].get(part.addressee)
    section = ResolutionSection(
        lead_in=part.lead_in,
        verb=part.verb,
        addressee_text=part.written,
        addressee=addressee,
        sort_order=place,
        translation_key=key_of(edition.number, str(place)),
    )
    section.recommendations = [
        _recommendation(kit, edition, item, f"{place}.{number}", number)
        for number, item in enumerate(part.items, start=1)
    ]
    return section


def _recommendation(kit: DemoKit, edition: Edition, item: Item, number: str, order: int) -> Recommendation:
    return Recommendation(
        number=number,
        text=item.text,
        kind=item.kind,
        sort_order=order,
        topics=[kit.shared["topics"][slug] for slug in item.topics],
        repeats=key_of(*item.repeats) if item.repeats else None,
        translation_key=key_of(edition.number, number),
    )


def _paragraphs(texts: Any) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def _noon(day: dt.date) -> dt.datetime:
    from django.utils import timezone

    return timezone.make_aware(dt.datetime.combine(day, dt.time(12)))
