"""The demo's forums: three that are over, and one to come."""

import datetime as dt
import uuid
from typing import Any

import roman
from django.utils import timezone

from core.demo import DemoKit

from ..models import ForumIndexPage, ForumPage
from . import english
from .forums import FIRST, FOURTH, SECOND, THIRD
from .kinds import Edition, Talk

TITLE, TITLE_ENGLISH = "Форумы", "Forums"
INTRO = (
    "Раз в год город собирается, чтобы договориться о главном. Здесь все форумы, их программы, резолюции и то, "
    "что стало с каждой рекомендацией."
)
INTRO_ENGLISH = (
    "Once a year the town meets to agree on what matters most. Here are all the forums, their programmes, their "
    "resolutions and what became of every recommendation."
)
NAMESPACE = uuid.UUID("5f0c2a34-3a5e-4a3e-9d0e-0c5a6d7e8f90")
ACCESS = (
    "Пандус у главного входа, лифт, сурдоперевод пленарных заседаний, места для колясок в первом ряду. "
    "Парковка со стороны улицы Набережной."
)
DAY_TITLES = ("День отчётов и секций", "День резолюции")


def load(kit: DemoKit) -> None:
    """Leaves in ``kit.shared``: ``forum_index``, and ``forums`` by number."""
    index = kit.page(kit.home, ForumIndexPage, "forums", title=TITLE, intro=INTRO, show_in_menus=True)
    put_first(kit, index)
    forums = {edition.number: make_forum(kit, index, edition) for edition in (FIRST, SECOND, THIRD, FOURTH)}
    kit.shared["forum_index"], kit.shared["forums"] = index, forums
    kit.translate(index, {TITLE: TITLE_ENGLISH, INTRO: INTRO_ENGLISH})
    words = {1: english.FIRST, 2: english.SECOND, 3: english.THIRD, 4: english.FOURTH}
    for number, forum in forums.items():
        kit.translate(forum, words[number])


def put_first(kit: DemoKit, index: ForumIndexPage) -> None:
    """The menu stands in the order of the tree; the forums are what the site is about."""
    first = kit.home.get_children().first()
    if first.pk != index.pk:
        index.move(first, pos="left")
        index.refresh_from_db()


def key_of(edition: int, number: str) -> uuid.UUID:
    """The identity of a block or a recommendation of the demo: the same on every load."""
    return uuid.uuid5(NAMESPACE, f"{edition}/{number}")


def first_day(kit: DemoKit, edition: Edition) -> dt.date:
    """The forum's day: a Friday near the wanted distance from today."""
    day = kit.today + dt.timedelta(days=edition.days_from_today)
    day += dt.timedelta(days=(4 - day.weekday()) % 7 - (7 if edition.days_from_today < 0 else 0))
    while (day.month, day.day) >= (12, 26) or (day.month, day.day) <= (1, 10):  # nobody meets on New Year's holidays
        day += dt.timedelta(weeks=1)
    return day


def make_forum(kit: DemoKit, index: ForumIndexPage, edition: Edition) -> ForumPage:
    """The forum's page."""
    starts_on = first_day(kit, edition)
    coming = edition.days_from_today > 0
    return kit.page(
        index,
        ForumPage,
        edition.slug,
        published_at=None if coming else noon(starts_on - dt.timedelta(days=40)),
        title=f"{roman.toRoman(edition.number)} Общественный форум Новодумска",
        number=edition.number,
        theme=edition.theme,
        intro=edition.intro,
        starts_on=starts_on,
        ends_on=starts_on + dt.timedelta(days=edition.length - 1) if edition.length > 1 else None,
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


def noon(day: dt.date) -> dt.datetime:
    """The middle of the day in the town."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time(12)))
