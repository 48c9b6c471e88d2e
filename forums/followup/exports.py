"""What leaves the site as a file: the open data, the page "since the last forum", the organiser's report."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.tables import Column, Header, Sheet, Table, Type, data_workbook, json_records, stacked_csv_chunks
from forums.resolutions.models import Recommendation

from .choices import Status
from .dossiers import Dossier
from .progress import SinceLastForum
from .tallies import columns_of, rows_by

LICENCE = "https://creativecommons.org/licenses/by/4.0/"

#: Recommendations as open data. Published: never rename or reorder a column; add only at the end.
OPEN_DATA = Table(
    (
        Column(
            "id",
            gettext_lazy("Identifier"),
            Type.UUID,
            gettext_lazy("Identifier of the recommendation, the same in all languages; never changes."),
            lambda item: item.key,
            required=True,
            unique=True,
        ),
        Column(
            "url",
            gettext_lazy("Address"),
            Type.URL,
            gettext_lazy("Address of the recommendation on this site."),
            lambda item: item.subject.full_url,
            required=True,
        ),
        Column(
            "forum",
            gettext_lazy("Forum"),
            Type.STRING,
            gettext_lazy("The forum that adopted it."),
            lambda item: item.subject.forum.title,
            required=True,
        ),
        Column(
            "forum_url",
            gettext_lazy("Forum, address"),
            Type.URL,
            gettext_lazy("Address of the forum."),
            lambda item: item.subject.forum_full_url,
            required=True,
        ),
        Column(
            "resolution_url",
            gettext_lazy("Resolution, address"),
            Type.URL,
            gettext_lazy("Address of the resolution."),
            lambda item: item.subject.resolution_full_url,
            required=True,
        ),
        Column(
            "number",
            gettext_lazy("Number"),
            Type.STRING,
            gettext_lazy("Number in the resolution, as adopted."),
            lambda item: item.subject.number,
            required=True,
        ),
        Column(
            "text",
            gettext_lazy("Text"),
            Type.TEXT,
            gettext_lazy("The text, word for word as adopted."),
            lambda item: item.subject.text,
            required=True,
        ),
        Column(
            "kind",
            gettext_lazy("Kind"),
            Type.STRING,
            gettext_lazy("How it is carried out: once, again and again, all the time, or not at all."),
            lambda item: item.subject.kind,
            choices=Recommendation.Kind,
            required=True,
        ),
        Column(
            "addressee",
            gettext_lazy("Addressee"),
            Type.STRING,
            gettext_lazy("To whom it is made; where nobody is named, what the forum itself does."),
            lambda item: item.subject.addressee,
            required=True,
        ),
        Column(
            "topics",
            gettext_lazy("Topics"),
            Type.LIST,
            gettext_lazy("Topics; in the CSV separated by “;”, in the JSON a list."),
            lambda item: [topic.title for topic in item.subject.topics],
        ),
        Column(
            "status",
            gettext_lazy("State"),
            Type.STRING,
            gettext_lazy("The state on the day of the file."),
            lambda item: item.status,
            choices=Status,
            required=True,
        ),
        Column(
            "status_on",
            gettext_lazy("In this state since"),
            Type.DATE,
            gettext_lazy("Since when it has been in this state."),
            lambda item: item.standing.since,
            required=True,
        ),
        Column(
            "adopted_on",
            gettext_lazy("Adopted on"),
            Type.DATE,
            gettext_lazy("The day the resolution was adopted."),
            lambda item: item.subject.adopted_on,
            required=True,
        ),
        Column(
            "due_on",
            gettext_lazy("Report by"),
            Type.DATE,
            gettext_lazy("The day the next report is due; in the past, if it is overdue."),
            lambda item: item.standing.due_on,
        ),
    ),
    header=Header.NAMES,
    key="id",
)


# --- since the last forum ---------------------------------------------------------------------------------------


def progress_data(report: SinceLastForum) -> dict[str, Any]:
    """The page "since the last forum" as data: counts overall, by addressee and topic, and every recommendation."""
    return {
        "forum": report.forum.title,
        "forum_url": report.forum.full_url,
        "on": report.on.isoformat(),
        "since": report.period.start.isoformat(),
        "answers": report.period.answers,
        "reports": report.period.reports,
        "counts": report.tally.as_dict(),
        "overdue": report.tally.overdue,
        "repeated": report.tally.repeated,
        "resolutions": [
            {
                "forum": edition.forum.title,
                "adopted_on": edition.adopted_on.isoformat(),
                "counts": edition.tally.as_dict(),
                "overdue": edition.tally.overdue,
                "repeated": edition.tally.repeated,
                "by_addressee": {line.name: line.tally.as_dict() for line in edition.by_addressee},
                "by_topic": {line.name: line.tally.as_dict() for line in edition.by_topic},
            }
            for edition in report.editions
        ],
        "recommendations": list(json_records(OPEN_DATA, report.dossiers)),
    }


# --- the organiser's report -------------------------------------------------------------------------------------

#: The list behind the counts.
LIST = Table(
    (
        Column("text", gettext_lazy("Recommendation"), Type.TEXT, value=lambda item: item.subject.text),
        Column("forum", gettext_lazy("Forum"), value=lambda item: item.subject.forum.short_title),
        Column("number", gettext_lazy("Number"), value=lambda item: item.subject.number),
        Column("addressee", gettext_lazy("Addressee"), width=30, value=lambda item: item.subject.addressee),
        Column("body", gettext_lazy("Responsible body"), width=30, value=lambda item: body_of(item)),
        Column("status", gettext_lazy("State"), value=lambda item: item.status.label),
        Column("due_on", gettext_lazy("Report by"), Type.DATE, value=lambda item: item.standing.due_on),
        Column("overdue", gettext_lazy("Overdue"), value=lambda item: _("yes") if item.standing.overdue else ""),
        Column("last_report", gettext_lazy("Last report"), Type.DATE, value=lambda item: item.standing.last_report_on),
    )
)


def report_workbook(dossiers: Sequence[Dossier]) -> bytes:
    """Counts by addressee and by responsible body, and the list behind them: a sheet each."""
    return data_workbook(*(Sheet(title, table, rows, frozen=1) for title, table, rows in _report_tables(dossiers)))


def report_csv(dossiers: Sequence[Dossier]) -> Iterator[bytes]:
    """The same tables one under another."""
    return stacked_csv_chunks(_report_tables(dossiers))


def body_of(dossier: Dossier) -> str:
    """The responsible body's name, or a word for its absence."""
    return dossier.assignment.body.title if dossier.assignment else _("nobody yet")


def _report_tables(dossiers: Sequence[Dossier]) -> list[tuple[str, Table, Iterable[Any]]]:
    by_addressee = [
        [row.name, row.tally.total, *row.cells, row.tally.overdue]
        for row in rows_by(dossiers, lambda item: [item.subject.addressee])
    ]
    by_body = [
        [row.name, row.tally.total, *row.cells, row.tally.overdue]
        for row in rows_by(dossiers, lambda item: [body_of(item)])
    ]
    return [
        (_("By addressee"), _counts_table(_("Addressee"), dossiers), by_addressee),
        (_("By responsible body"), _counts_table(_("Responsible body"), dossiers), by_body),
        (_("List"), LIST, dossiers),
    ]


def _counts_table(first: str, dossiers: Sequence[Dossier]) -> Table:
    """A table of counts: the name, all, a column for each state that occurs, the overdue ones."""
    headings = [_("In all"), *(str(status.label) for status in columns_of(dossiers)), _("Overdue")]
    numbers = [
        Column(f"c{place}", heading, Type.INTEGER, value=itemgetter(place), width=14)
        for place, heading in enumerate(headings, start=1)
    ]
    return Table((Column("c0", first, value=itemgetter(0), width=40), *numbers))
