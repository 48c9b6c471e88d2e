"""What happened to a recommendation, event by event."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from wagtail.models import Locale

from forums.resolutions.models import Recommendation

from .dossiers import Dossier, load_dossiers
from .evidence import Pulse, Work, pulse, works
from .models import Evidence, LivingLink, ProgressReport
from .repetitions import load_chain, streak
from .subjects import Subject, subjects_of
from .vocabulary import MEANINGS


@dataclass
class Event:
    """One dated entry. ``kind`` names the sign: adopted, answer, assigned, report, correction, work, repeated."""

    on: dt.date
    kind: str
    title: str
    text: str = ""
    body: str = ""
    url: str = ""
    period: str = ""
    document: object | None = None
    evidence: list[Evidence] = field(default_factory=list)
    corrected_on: dt.date | None = None


@dataclass
class Timeline:
    """A recommendation's events up to a day, oldest first, and what stands beside them."""

    dossier: Dossier
    events: list[Event]
    streak: str
    pulses: list[Pulse]
    on: dt.date

    @property
    def meaning(self) -> str:
        return str(MEANINGS[self.dossier.status])

    @property
    def years(self) -> list[tuple[dt.date, str]]:
        """For a recurring one: the first day of each year that is over or told of, and kept or lapsed."""
        return [(start, state) for start, state in self.dossier.standing.years if state is not None]


def timeline(recommendation: Recommendation, on: dt.date) -> Timeline | None:
    """Everything public about a recommendation up to ``on``; None before its adoption."""
    page = recommendation.section.page
    subject = next((s for s in subjects_of(page) if s.key == recommendation.translation_key), None)
    dossiers = load_dossiers([subject], on) if subject else []
    if subject is None or not dossiers:
        return None
    dossier, locale = dossiers[0], page.locale
    chain = load_chain(subject.key, on, locale)
    events = [
        *_own_events(dossier),
        *(_work_event(work, subject) for work in works([subject.key], on, locale).get(subject.key, [])),
        *_repetitions(chain, subject),
    ]
    return Timeline(
        dossier=dossier,
        events=sorted(events, key=lambda event: event.on),
        streak=streak(chain, subject.key),
        pulses=_pulses(subject, on, locale),
        on=on,
    )


def _own_events(dossier: Dossier) -> Iterable[Event]:
    subject, history = dossier.subject, dossier.history
    yield Event(subject.adopted_on, "adopted", _("Adopted"), body=subject.forum.title, url=subject.resolution_url)
    for response in history.responses:
        who = ", ".join(part for part in (response.body.title if response.body else "", response.office) if part)
        title = _("Answer: %(position)s") % {"position": str(response.get_position_display()).lower()}
        yield Event(response.date, "answer", title, response.text, who or subject.addressee, document=response.document)
    for item in history.assignments:
        yield Event(item.date, "assigned", _("Assigned"), body=item.body.title)
    yield from _report_events(history.reports)


def _report_events(reports: list[ProgressReport]) -> Iterable[Event]:
    evidence = _evidence(reports)
    corrected = {report.corrects_id: report.date for report in reports if report.corrects_id}
    dates = {report.pk: report.date for report in reports}
    for report in reports:
        title, kind = str(report.get_outcome_display()), "report"
        if report.corrects_id in dates:
            kind = "correction"
            title = _("Correction of the report of %(date)s: %(outcome)s") % {
                "date": f"{dates[report.corrects_id]:%d.%m.%Y}",
                "outcome": title.lower(),
            }
        yield Event(
            report.date,
            kind,
            title,
            report.text,
            report.body.title if report.body else "",
            period=report.period,
            evidence=evidence.get(report.pk, []),
            corrected_on=corrected.get(report.pk),
        )


def _evidence(reports: list[ProgressReport]) -> dict[int, list[Evidence]]:
    rows = Evidence.objects.filter(report__in=[report.pk for report in reports])
    found: dict[int, list[Evidence]] = {}
    for item in rows.select_related("document", "page", "picture").order_by("sort_order", "pk"):
        if item.is_public:
            found.setdefault(item.report_id, []).append(item)
    return found


def _work_event(work: Work, subject: Subject) -> Event:
    return Event(work.on or subject.adopted_on, "work", work.kind, work.title, url=work.url)


def _repetitions(chain: list[Subject], subject: Subject) -> Iterable[Event]:
    for later in chain:
        if later.key != subject.key and later.adopted_on > subject.adopted_on:
            title = _("Asked for again, item %(number)s") % {"number": later.number}
            yield Event(later.adopted_on, "repeated", title, body=later.forum.title, url=later.url)


def _pulses(subject: Subject, on: dt.date, locale: Locale) -> list[Pulse]:
    links = LivingLink.objects.filter(recommendation_key=subject.key).select_related("topic")
    found = (pulse(link.part, on, locale, link.topic) for link in links)
    return [one for one in found if one is not None]
