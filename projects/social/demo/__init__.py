"""The demo's base of projects: every stage, every kind of initiator, money of every source."""

import datetime as dt
from typing import Any
from uuid import UUID

from shapely.geometry import shape

from core.demo import DemoKit
from core.models import Organisation, Person, Territory
from forums.resolutions.models import Recommendation
from projects.contests.demo.data import ORGANISERS
from projects.councils.demo.data import TERRITORIES
from projects.geo.point import write_point

from ..models import (
    ProjectFigure,
    ProjectFunding,
    ProjectIndexPage,
    ProjectNeed,
    ProjectPage,
    ProjectPartner,
    ProjectRecommendation,
    ProjectStage,
    ProjectUpdate,
)
from .data import RUNNING, DemoProject, say
from .done import ENDED
from .practices import link_practices

PROJECTS = (*RUNNING, *ENDED)
TITLE = say("Проекты города", "The Town's Projects")
INTRO = say(
    "Что делают для города жители, советы и организации: на какой стадии, на какие деньги и чем вы можете помочь.",
    "What residents, councils and organisations do for the town: how far they have come, whose money, how to help.",
)
PROPOSE = say(
    "Напишите нам: forum@novodumsk.example. Расскажите, что и для кого вы делаете; мы поможем заполнить карточку.",
    "Write to us: forum@novodumsk.example. Tell us what you do and for whom; we shall help to fill in the card.",
)
CONTACT = say("Отдел по работе с жителями, +7 (000) 000-00-17", "Residents' Department, +7 (000) 000-00-17")


def load(kit: DemoKit) -> None:
    """The base with its projects; ``kit.shared["projects"]`` finds them by slug."""
    index = kit.page(
        kit.home, ProjectIndexPage, "projects", title=TITLE, intro=INTRO, propose=PROPOSE, show_in_menus=True
    )
    if not index.has_translation(kit.english):
        kit.translate(index, say.english)
    kit.shared["projects"] = {data.slug: _project(kit, index, data, n) for n, data in enumerate(PROJECTS)}
    link_practices(kit)
    for slug in kit.shared["contests"]:
        _name_winners(kit, slug)


def _name_winners(kit: DemoKit, slug: str) -> None:
    """Say of the nameless winners of a contest which projects they are: those with a grant of that sum from it."""
    contest = kit.shared["contests"][slug]
    rows = list(contest.winners.all())
    nameless = [row for row in rows if not (row.name or row.project_id)]
    if not nameless:
        return
    projects = {
        amount: data.slug for data in PROJECTS for _ago, _source, amount, given_by in data.money if given_by == slug
    }
    for row in nameless:
        row.project = kit.shared["projects"][projects[row.amount]]
    contest.winners = rows
    contest.save_revision().publish()
    kit.backdate(contest, contest.first_published_at)


def _project(kit: DemoKit, index: ProjectIndexPage, data: DemoProject, number: int) -> ProjectPage:
    published = dt.datetime.combine(
        _day(kit, min(data.stages[0][1] + 2, -1)), dt.time(11), tzinfo=dt.timezone(dt.timedelta(hours=5))
    )
    page = kit.page(index, ProjectPage, data.slug, published_at=published, **_fields(kit, data, number))
    if not page.stages.exists():
        _rows(kit, page, data)
        page.save_revision().publish()
        page = ProjectPage.objects.get(pk=page.pk)  # the rows have primary keys now
        kit.backdate(page, published)
    if not page.has_translation(kit.english):
        kit.translate(page, say.english)
    return page


def _fields(kit: DemoKit, data: DemoProject, number: int) -> dict[str, Any]:
    territory = TERRITORIES.get(data.territory)
    return {
        "title": data.title,
        "summary": data.summary,
        **_initiator(kit, *data.initiator),
        "goals": f"<p>{data.goals}</p>" if data.goals else "",
        "territory": kit.snippet(Territory, data.territory, title=territory[0], en=territory[1]) if territory else None,
        "point": _point(kit, data, number),
        "address": data.address,
        "audience": data.audience,
        "cost": data.cost,
        "how_to_help": f"<p>{data.help}</p>" if data.help else "",
        "contact": CONTACT,
        "external_id": f"СП-{number + 1:03}",
        "picture": kit.picture(f"project-{data.slug}", data.title, scene=data.scene) if data.scene else None,
    }


def _rows(kit: DemoKit, page: ProjectPage, data: DemoProject) -> None:
    own = {"locale": page.locale}
    year, shared = kit.today.year, kit.shared
    page.topics = [shared["topics"][slug] for slug in data.topics]
    page.stages = [ProjectStage(stage=one, since=_day(kit, days), note=note, **own) for one, days, note in data.stages]
    page.fundings = [
        ProjectFunding(year=year - ago, source=source, amount=amount, contest=shared["contests"].get(contest), **own)
        for ago, source, amount, contest in data.money
    ]
    page.needs = [
        ProjectNeed(
            kind=need.kind,
            text=need.text,
            amount=need.amount,
            until=None if need.until is None else _day(kit, need.until),
            met_on=None if need.met is None else _day(kit, need.met),
            **own,
        )
        for need in data.needs
    ]
    page.figures = [ProjectFigure(value=value, label=label, **own) for value, label in data.figures]
    page.updates = [
        ProjectUpdate(date=_day(kit, days), title=title, text=f"<p>{text}</p>" if text else "", **own)
        for days, title, text in data.updates
    ]
    page.partners = [
        ProjectPartner(organisation=_organisation(kit, slug), role=role, **own) for slug, role in data.partners
    ]
    page.recommendations = [ProjectRecommendation(recommendation=key) for key in _keys(data)]
    for name in ("stages", "fundings", "needs", "figures", "updates", "partners", "recommendations"):
        for order, row in enumerate(getattr(page, name).all()):
            row.sort_order = order


def _initiator(kit: DemoKit, kind: str, name: str) -> dict[str, Any]:
    match kind:
        case "council":
            return {"council": kit.shared["councils"][name]}
        case "organisation":
            return {"organisation": _organisation(kit, name)}
        case "person":
            return {
                "person": kit.snippet(
                    Person,
                    name,
                    title="Отзывчивая-Придуманная Вера Ильинична",
                    en="Vera Otzyvchivaya-Pridumannaya",
                    phone="+7 (000) 000-03-01",
                    consent_on=_day(kit, -200),
                )
            }
        case _:
            return {"group": name}


def _organisation(kit: DemoKit, slug: str) -> Any:
    if slug in kit.shared["organisations"]:
        return kit.shared["organisations"][slug]
    title, english = ORGANISERS[slug]
    return kit.snippet(Organisation, slug, title=title, en=english)


def _point(kit: DemoKit, data: DemoProject, number: int) -> str:
    """A place in the district of the council: beside its middle, each project a little further round it."""
    council = kit.shared["councils"].get(data.where)
    if council is None or not council.boundary:
        return ""
    middle = shape(council.boundary).representative_point()
    return write_point(middle.y + 0.003 * (number % 3 - 1), middle.x + 0.005 * (number % 4 - 1.5))


def _keys(data: DemoProject) -> list[UUID]:
    """The first recommendation of the demo's forums that speaks of each of the words."""
    live = Recommendation.objects.filter(locale__language_code="ru", section__page__live=True).order_by("pk")
    found = [
        live.filter(text__icontains=word).values_list("translation_key", flat=True).first() for word in data.carries_out
    ]
    return list(dict.fromkeys(key for key in found if key))


def _day(kit: DemoKit, days: int) -> dt.date:
    return kit.today + dt.timedelta(days=days)
