"""What came of the demo's recommendations: bodies, answers, assignments, reports, links to living parts."""

import datetime as dt

from core.demo import DemoKit
from core.models import Organisation
from forums.followup.choices import Frequency, Outcome, Position
from forums.resolutions.models import Recommendation, ResolutionPage

from ..models import Assignment, Evidence, LivingLink, ProgressReport, Response
from .histories import FIRST, SECOND, THIRD, Told

BODIES = {
    "openness-office": ("Отдел открытости и обращений", "Office of Openness and Appeals"),
    "yards-department": ("Управление благоустройства", "Department of Public Spaces"),
    "culture-department": ("Управление культуры и молодёжной политики", "Department of Culture and Youth"),
    "education-department": ("Управление образования", "Department of Education"),
    "business-union": ("Союз предпринимателей «Своё дело»", "Svoyo Delo Business Union"),
    "nonprofits-centre": ("Ресурсный центр НКО «Плечо»", "Plecho Resource Centre for Non-profits"),
    "councils-union": ("Ассоциация советов домов", "Association of House Councils"),
}
#: Part of the site that carries a recommendation out: edition, number → part.
LIVING = {
    (2, "1.3"): "events-club",
    (2, "1.5"): "projects",
    (2, "1.7"): "contests",
    (2, "2.2"): "events-job-fair",
    (2, "4.1"): "councils",
    (3, "1.1"): "projects",
    (3, "3.3"): "events-cleanup",
}
OFFICES = {
    "openness-office": "начальник отдела Понятная-Придуманная Я. С.",
    "yards-department": "начальник управления Дворцов-Небывалый И. И.",
    "culture-department": "начальник управления Звонкая-Придуманная М. П.",
    "education-department": "начальник управления Пятёркина-Придуманная Т. О.",
    "business-union": "председатель Делов-Небывалый К. К.",
    "nonprofits-centre": "директор Плечова-Придуманная А. А.",
    "councils-union": "председатель Подъездова-Придуманная Л. Л.",
}


def load(kit: DemoKit) -> None:
    """Tell the histories of the resolutions in ``kit.shared``; leaves ``bodies`` by slug there."""
    bodies = {slug: kit.snippet(Organisation, slug, title=name, en=english) for slug, (name, english) in BODIES.items()}
    kit.shared["bodies"] = bodies
    for number, histories in ((1, FIRST), (2, SECOND), (3, THIRD)):
        page = kit.shared["resolutions"][number]
        items = {item.number: item for item in Recommendation.objects.filter(section__page=page)}
        for told in histories:
            _tell(kit, page, items[told.number], told, bodies)
    for (edition, item), part in LIVING.items():
        page = kit.shared["resolutions"][edition]
        key = Recommendation.objects.get(section__page=page, number=item).translation_key
        if not LivingLink.objects.filter(recommendation_key=key, part=part).exists():
            kit.add(LivingLink(recommendation_key=key, part=part))


def _tell(
    kit: DemoKit, page: ResolutionPage, item: Recommendation, told: Told, bodies: dict[str, Organisation]
) -> None:
    key = item.translation_key
    if any(model.objects.filter(recommendation_key=key).exists() for model in (Assignment, Response, ProgressReport)):
        return

    def day(after: int) -> dt.date:
        return page.adopted_on + dt.timedelta(days=after)

    body = bodies[told.body]
    if told.due is not None:
        kit.add(
            Assignment(
                recommendation_key=key,
                date=day(12),
                body=body,
                contact_name=OFFICES[told.body].split(" ", 2)[-1],
                contact_email=f"{told.body}@novodumsk.example",
                due_on=day(told.due),
                frequency=Frequency(told.every),
            )
        )
    if told.answer:
        after, position, text = told.answer
        if day(after) <= kit.today:
            kit.add(
                Response(
                    recommendation_key=key,
                    date=day(after),
                    body=body,
                    office=OFFICES[told.body],
                    position=Position(position),
                    text=text,
                )
            )
    previous = None
    for after, outcome, text, *more in told.reports:
        if day(after) > kit.today:
            continue
        note = more[0] if more else ""
        report = kit.add(
            ProgressReport(
                recommendation_key=key,
                date=day(after),
                body=body,
                outcome=Outcome(outcome),
                text=text,
                internal=note == "internal",
                corrects=previous if note == "corrects" else None,
            )
        )
        if note.startswith("http"):
            kit.add(Evidence(report=report, url=note, title=""))
        previous = report
