"""The demo's register of councils."""

import datetime as dt
from typing import Any

from core.demo import DemoKit
from core.models import Person, Territory

from ..models import CouncilIndexPage, CouncilOffice, CouncilPage, CouncilPicture, CouncilReport
from .data import COUNCILS, TERRITORIES, DemoCouncil, Head
from .town import districts

INTRO = (
    "Территориальные общественные самоуправления, домовые и уличные комитеты, общественные советы и управляющие "
    "микрорайонами Новодумска: где они действуют, кто их возглавляет и когда ведёт приём."
)
INTRO_ENGLISH = (
    "Territorial self-governments, house and street committees, public councils and microdistrict managers of "
    "Novodumsk: where they work, who heads them and when they receive visitors."
)
OUTSIDE = "Если вашего дома нет ни в одном совете, позвоните в отдел по работе с жителями: +7 (000) 000-00-17."
OUTSIDE_ENGLISH = "If no council has your house, call the residents' department: +7 (000) 000-00-17."
#: Numbers with right control digits that no tax office would give out.
INN, OGRN = "0000000018", "1000000000000"


def load(kit: DemoKit) -> None:
    """The register with its councils; ``kit.shared["councils"]`` finds them by slug."""
    land, cells = districts(1 + max(council.district or 0 for council in COUNCILS))
    territories = {
        slug: kit.snippet(Territory, slug, title=title, en=english) for slug, (title, english) in TERRITORIES.items()
    }
    index = kit.page(
        kit.home,
        CouncilIndexPage,
        "councils",
        title="Советы и ТОС",
        intro=INTRO,
        outside=OUTSIDE,
        boundary=land,
        show_in_menus=True,
    )
    if not index.has_translation(kit.english):
        kit.translate(index, {"Советы и ТОС": "Councils", INTRO: INTRO_ENGLISH, OUTSIDE: OUTSIDE_ENGLISH})
    kit.shared["councils"] = {
        council.slug: _council(kit, index, council, number, cells, territories)
        for number, council in enumerate(COUNCILS, 1)
    }


def _council(
    kit: DemoKit,
    index: CouncilIndexPage,
    data: DemoCouncil,
    number: int,
    cells: list,
    territories: dict[str, Territory],
) -> CouncilPage:
    registered = _years_ago(kit, data.age, 12 * number % 300)
    act = f"постановление администрации от {registered:%d.%m.%Y} № {100 + number}-п"
    fields: dict[str, Any] = {
        "title": data.title,
        "kind": data.kind,
        "summary": data.summary,
        "territory": territories[data.territory],
        "register_number": f"{number:02}/{registered.year}",
        "founded_on": registered - dt.timedelta(days=40),
        "registered_on": registered,
        "registration_act": act,
        "dissolved_on": _years_ago(kit, 1, 30) if data.dissolved else None,
        "legal_name": data.title if data.legal else "",
        "inn": INN if data.legal else "",
        "ogrn": OGRN if data.legal else "",
        "addresses": data.streets,
        "boundary": None if data.district is None else cells[data.district],
        "residents": data.residents or None,
        "houses": data.houses or None,
        "address": data.address[0],
        "reception": data.reception[0],
        "phone": "" if data.dissolved else f"+7 (000) 000-01-{number:02}",
        "email": "" if data.dissolved else f"{data.slug}@novodumsk.example",
    }
    page = kit.page(index, CouncilPage, data.slug, **fields)
    if not page.offices.exists():
        _people(kit, page, data)
        page.save_revision().publish()
        page = CouncilPage.objects.get(pk=page.pk)  # with the children as they were saved
    if not page.has_translation(kit.english):
        reports = dict(data.reports)
        words = dict([data.address, data.reception, (data.title, data.english), (data.summary, data.summary_english)])
        decree = f"City Hall's order No. {100 + number}-p of {registered:%d.%m.%Y}"
        captions = {_caption(data): f"{data.english}: a yard"}
        kit.translate(page, {**words, **reports, **captions, act: decree})
    return page


def _people(kit: DemoKit, page: CouncilPage, data: DemoCouncil) -> None:
    """Offices in succession, yearly reports, a picture where there is something to show."""
    ends = page.dissolved_on
    offices = [(data.head, _years_ago(kit, data.head.years, 20), ends)]
    until = offices[0][1] - dt.timedelta(days=1)
    for head in data.before:
        since = until - dt.timedelta(days=365 * head.years)
        offices.append((head, since, until))
        until = since - dt.timedelta(days=1)
    offices += [(head, _years_ago(kit, head.years, 20), None) for head in data.others]
    page.offices = [
        CouncilOffice(
            locale=page.locale, role=head.role, person=_person(kit, head), since=since, until=end, sort_order=order
        )
        for order, (head, since, end) in enumerate(offices)
    ]
    page.reports = [
        CouncilReport(locale=page.locale, year=kit.today.year - 1 - back, summary=summary, sort_order=back)
        for back, (summary, _english) in enumerate(data.reports)
    ]
    if data.reports:
        picture = kit.picture(f"council-{data.slug}", f"Двор: {data.title}", scene="yard")
        page.pictures = [CouncilPicture(locale=page.locale, image=picture, caption=_caption(data))]


def _caption(data: DemoCouncil) -> str:
    return f"{data.title}: один из дворов"


def _person(kit: DemoKit, head: Head) -> Person:
    number = len(kit.shared.setdefault("council_people", {})) + 1
    slug = kit.shared["council_people"].setdefault(head.name, f"council-person-{number}")
    consent = _years_ago(kit, head.years, 10) if head.consent else None
    return kit.snippet(
        Person, slug, title=head.name, en=head.english, phone=f"+7 (000) 000-02-{number:02}", consent_on=consent
    )


def _years_ago(kit: DemoKit, years: int, days: int = 0) -> dt.date:
    return kit.today - dt.timedelta(days=365 * years + days)
