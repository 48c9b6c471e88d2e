"""The demo's contests: every state, every level, deadlines by two clocks."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from core.demo import DemoKit
from core.models import Organisation

from ..models import ContestConsultation, ContestIndexPage, ContestPage, ContestWinner
from .data import CONTACT, CURRENT, ORGANISERS, DemoContest, DemoWinner, say
from .past import PAST

CONTESTS = (*CURRENT, *PAST)
TITLE = say("Конкурсы и гранты", "Contests and Grants")
INTRO = say(
    "Деньги на добрые дела: кому дают, сколько и до какого часа принимают заявки. Сверху те, что закрываются первыми.",
    "Money for good deeds: for whom, how much, and by what hour to apply. Those that close first stand on top.",
)


def load(kit: DemoKit) -> None:
    """The section with its contests; ``kit.shared["contests"]`` finds them by slug."""
    organisers = {
        slug: kit.snippet(Organisation, slug, title=title, en=english) for slug, (title, english) in ORGANISERS.items()
    }
    index = kit.page(kit.home, ContestIndexPage, "contests", title=TITLE, intro=INTRO, show_in_menus=True)
    if not index.has_translation(kit.english):
        kit.translate(index, say.english)
    kit.shared["contests"] = {data.slug: _contest(kit, index, data, organisers) for data in CONTESTS}


def link(kit: DemoKit) -> None:
    """Translate the contests, once rooms above have said which projects won."""
    for data in CONTESTS:
        page = kit.shared["contests"][data.slug]
        if not page.has_translation(kit.english):
            kit.translate(page, say.english)


def _contest(
    kit: DemoKit, index: ContestIndexPage, data: DemoContest, organisers: dict[str, Organisation]
) -> ContestPage:
    fields: dict[str, Any] = {
        "title": data.title,
        "summary": data.summary,
        "organiser": organisers[data.organiser],
        "level": data.level,
        "audiences": list(data.audiences),
        "time_zone": data.zone,
        "opens_at": None if data.opens is None else _moment(kit, data.opens, "9:00", data.zone),
        "closes_at": _moment(kit, data.closes, data.time, data.zone),
        "prize_fund": data.fund,
        "grant_min": data.grant[0],
        "grant_max": data.grant[1],
        "results_expected_on": _day(kit, data.expected),
        "results_on": _day(kit, data.results),
        "how_to_apply": f"<p>{data.how}</p>",
        "official_link": f"https://konkurs.example/{data.slug}",
        "contact": CONTACT if data.level == "municipal" else "",
    }
    page = kit.page(index, ContestPage, data.slug, published_at=_published(kit, data), **fields)
    if not page.topics.exists():
        page.topics = [kit.shared["topics"][slug] for slug in data.topics]
        if data.consultation:
            days, place = data.consultation
            row = ContestConsultation(date=_day(kit, days), starts=dt.time(16), place=place, locale=page.locale)
            page.consultations = [row]
        page.winners = [_winner(page, order, one) for order, one in enumerate(data.winners)]
        page.save_revision().publish()
        page = ContestPage.objects.get(pk=page.pk)  # the rows have primary keys now
        kit.backdate(page, _published(kit, data))
    return page


def _winner(page: ContestPage, order: int, data: DemoWinner) -> ContestWinner:
    return ContestWinner(
        locale=page.locale,
        name=data.name,
        project_title=data.title,
        amount=data.amount,
        sort_order=order,
    )


def _day(kit: DemoKit, days: int | None) -> dt.date | None:
    return None if days is None else kit.today + dt.timedelta(days=days)


def _moment(kit: DemoKit, days: int, time: str, zone: str) -> dt.datetime:
    hour, minute = (int(part) for part in time.split(":"))
    return dt.datetime.combine(kit.today + dt.timedelta(days=days), dt.time(hour, minute), tzinfo=ZoneInfo(zone))


def _published(kit: DemoKit, data: DemoContest) -> dt.datetime:
    """Announced a few days before it opens, never later than yesterday."""
    days = min((data.opens if data.opens is not None else data.closes - 40) - 3, -1)
    return _moment(kit, days, "10:00", "Asia/Yekaterinburg")
