"""What happened to a recommendation, event by event."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from uuid import UUID

from django.utils.translation import gettext as _
from wagtail.models import Locale

from core.caching import remember
from forums.resolutions.models import Recommendation

from .choices import MEANINGS
from .dossiers import Dossier, load_dossiers
from .evidence import Activity, Work, part_activity, works
from .models import Evidence, LivingLink, ProgressReport
from .subjects import Subject, load_repetitions, subjects_of


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
    activities: list[Activity]
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
    repetitions = load_repetitions(recommendation, on, locale.language_code)
    events = [
        *_own_events(dossier),
        *(_work_event(work, subject) for work in works([subject.key], on, locale).get(subject.key, [])),
        *_repetition_events(repetitions, subject),
    ]
    return Timeline(
        dossier=dossier,
        events=sorted(events, key=lambda event: event.on),
        streak=streak(repetitions, subject),
        activities=_activities(subject, on, locale),
        on=on,
    )


def _own_events(dossier: Dossier) -> Iterable[Event]:
    subject, history = dossier.subject, dossier.history
    yield Event(subject.adopted_on, "adopted", _("Adopted"), body=subject.forum.title, url=subject.resolution_url)
    for response in history.responses:
        who = ", ".join(part for part in (response.body.title if response.body else "", response.office) if part)
        title = _("Answer: %(position)s") % {"position": str(response.get_position_display()).lower()}
        yield Event(
            response.date, "answer", title, response.text, who or subject.named_addressee, document=response.document
        )
    for item in history.assignments:
        yield Event(item.date, "assigned", _("Assigned"), body=item.body.title)
    yield from _report_events(history.reports)


def _report_events(reports: list[ProgressReport]) -> Iterable[Event]:
    evidence = _evidence(reports)
    corrected = {report.corrects_id: report.date for report in reports if report.corrects_id}
    dates = {report.pk: report.date for report in reports}
    for report in reports:
        title, kind = _outcome(report), "report"
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


def _outcome(report: ProgressReport) -> str:
    if report.due_moved_to:
        return _("The date was moved to %(date)s") % {"date": f"{report.due_moved_to:%d.%m.%Y}"}
    return str(report.get_outcome_display())


def _evidence(reports: list[ProgressReport]) -> dict[int, list[Evidence]]:
    if not reports:
        return {}
    rows = Evidence.objects.filter(report__in=[report.pk for report in reports])
    found: dict[int, list[Evidence]] = {}
    for item in rows.select_related("document", "page", "picture").order_by("sort_order", "pk"):
        if item.is_public:
            found.setdefault(item.report_id, []).append(item)
    return found


def _work_event(work: Work, subject: Subject) -> Event:
    return Event(work.on or subject.adopted_on, "work", work.kind, work.title, url=work.url)


def _repetition_events(repetitions: list[Subject], subject: Subject) -> Iterable[Event]:
    for later in repetitions:
        if later.key != subject.key and later.adopted_on > subject.adopted_on:
            title = _("Asked for again, item %(number)s") % {"number": later.number}
            yield Event(later.adopted_on, "repeated", title, body=later.forum.title, url=later.url)


def _activities(subject: Subject, on: dt.date, locale: Locale) -> list[Activity]:
    links = remember("living links", _find_living_links).get(subject.key, [])
    found = (part_activity(link.part, on, locale, link.topic) for link in links)
    return [one for one in found if one is not None]


def _find_living_links() -> dict[UUID, list[LivingLink]]:
    """Those of all recommendations: there are few, and most have none."""
    found: dict[UUID, list[LivingLink]] = {}
    for link in LivingLink.objects.select_related("topic"):
        found.setdefault(link.recommendation_key, []).append(link)
    return found


def streak(repetitions: Sequence[Subject], subject: Subject) -> str:
    """How often it has been asked for up to ``subject``: "the third year running"; empty for the first time."""
    years = [one.adopted_on.year for one in repetitions]
    place = next((index for index, one in enumerate(repetitions) if one.key == subject.key), 0)
    asked = years[: place + 1]
    if len(asked) < 2:
        return ""
    running = all(later - earlier == 1 for earlier, later in pairwise(asked))
    return _running(len(asked)) if running else _again(len(asked))


def _running(count: int) -> str:
    words = {
        2: _("the second year running"),
        3: _("the third year running"),
        4: _("the fourth year running"),
        5: _("the fifth year running"),
    }
    return words.get(count) or _("for %(count)s years running") % {"count": count}


def _again(count: int) -> str:
    words = {2: _("for the second time"), 3: _("for the third time"), 4: _("for the fourth time")}
    return words.get(count) or _("%(count)s times by now") % {"count": count}
