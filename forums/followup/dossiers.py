"""A recommendation with everything known of it on a day: loaded for many at once, in a constant number of queries."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from django.conf import settings
from django.utils.translation import get_language

from core.caching import remember
from core.models import Organisation

from .choices import Status
from .models import Assignment, ProgressReport, Response
from .status import Answer, Duty, Records, Report, Standing, standing
from .subjects import MANY, Subject


@dataclass
class History:
    """Public records of one recommendation up to a day, in the order in which they count."""

    responses: list[Response] = field(default_factory=list)
    reports: list[ProgressReport] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)

    def records(self) -> Records:
        """The same as plain values."""
        return Records(
            answers=[Answer(response.date, response.position) for response in self.responses],
            reports=[
                Report(report.date, report.outcome, report.pk, report.corrects_id, report.internal, report.due_moved_to)
                for report in self.reports
            ],
            duties=[Duty(item.date, item.due_on, item.frequency) for item in self.assignments],
        )


@dataclass
class Dossier:
    """A recommendation, its history and its state on the day ``on``."""

    subject: Subject
    history: History
    on: dt.date
    standing: Standing
    #: The first later recommendation that asks for the same again, where that was looked up.
    repeated_by: Subject | None = None

    @property
    def key(self) -> UUID:
        return self.subject.key

    @property
    def status(self) -> Status:
        return self.standing.status

    @property
    def assignment(self) -> Assignment | None:
        """The assignment in force."""
        return self.history.assignments[-1] if self.history.assignments else None

    @property
    def response(self) -> Response | None:
        """The answer in force."""
        return self.history.responses[-1] if self.history.responses else None

    @cached_property
    def latest_report(self) -> ProgressReport | None:
        """The last report, in the words of its last correction."""
        return self.history.reports[-1] if self.history.reports else None

    @property
    def latest_words(self) -> str:
        """What was said last: of deeds, else of intentions."""
        said = self.latest_report or self.response
        return said.text if said else ""

    def standing_on(self, day: dt.date) -> Standing | None:
        """The state on another day up to ``on``, from the same records; None before the adoption."""
        return standing(self.subject.kind, self.subject.adopted_on, self.history.records(), day)


def load_histories(keys: Iterable[UUID] | None, on: dt.date) -> dict[UUID, History]:
    """Public records up to ``on`` of these recommendations (None: of all), in a constant number of queries."""
    wanted = set(keys) if keys is not None else None
    filtered = wanted if wanted is not None and len(wanted) <= MANY else None
    found: dict[UUID, History] = defaultdict(History)
    for response in Response.objects.published().about(filtered).up_to(on).select_related("body"):
        found[response.recommendation_key].responses.append(response)
    for report in ProgressReport.objects.public().about(filtered).up_to(on).select_related("body"):
        found[report.recommendation_key].reports.append(report)
    for assignment in Assignment.objects.about(filtered).up_to(on).select_related("body"):
        found[assignment.recommendation_key].assignments.append(assignment)
    _name_bodies(found.values())
    return found


def _name_bodies(histories: Iterable[History]) -> None:
    """Bodies are recorded in Russian; in another language they are called by its name, where they have one."""
    language = get_language() or settings.LANGUAGE_CODE
    if language == settings.LANGUAGE_CODE:
        return
    titles = remember(("titles of organisations", language), lambda: _find_titles(language))
    for history in histories:
        for record in (*history.responses, *history.reports, *history.assignments):
            if record.body and record.body.translation_key in titles:
                record.body.title = titles[record.body.translation_key]


def _find_titles(language: str) -> dict[UUID, str]:
    rows = Organisation.objects.filter(locale__language_code=language)
    return dict(rows.values_list("translation_key", "title"))


def load_dossiers(subjects: Sequence[Subject], on: dt.date) -> list[Dossier]:
    """What is known of the ``subjects`` on the day ``on``; those adopted later are left out."""
    histories = load_histories([subject.key for subject in subjects], on) if subjects else {}
    dossiers = []
    for subject in subjects:
        history = histories.get(subject.key, History())
        state = standing(subject.kind, subject.adopted_on, history.records(), on)
        if state is not None:
            dossiers.append(Dossier(subject, history, on, state))
    return dossiers
