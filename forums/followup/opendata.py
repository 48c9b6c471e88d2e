"""Recommendations as open data: one flat row each, under names that do not change."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from .dossiers import Dossier

#: Columns in their order. Published: never rename, never reorder; add only at the end.
FIELDS = (
    "id",
    "url",
    "forum",
    "forum_url",
    "resolution_url",
    "number",
    "text",
    "kind",
    "addressee",
    "topics",
    "status",
    "status_on",
    "adopted_on",
    "due_on",
)
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
#: Topics of one recommendation stand in one cell.
SEPARATOR = "; "
#: A cell that begins so is a formula to a spreadsheet.
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")


def row(dossier: Dossier) -> dict[str, Any]:
    """The recommendation as JSON has it: lists as lists, absent days as None."""
    subject, state = dossier.subject, dossier.standing
    return {
        "id": str(subject.key),
        "url": subject.full_url,
        "forum": subject.forum.title,
        "forum_url": subject.forum_full_url,
        "resolution_url": subject.resolution_full_url,
        "number": subject.number,
        "text": subject.text,
        "kind": subject.kind,
        "addressee": subject.addressee,
        "topics": [topic.title for topic in subject.topics],
        "status": state.status.value,
        "status_on": state.since.isoformat(),
        "adopted_on": subject.adopted_on.isoformat(),
        "due_on": state.due_on.isoformat() if state.due_on else None,
    }


def flat(values: dict[str, Any]) -> dict[str, str]:
    """A row as CSV has it: every cell a string, none of which a spreadsheet takes for a formula."""
    return {name: _cell(value) for name, value in values.items()}


def as_csv(rows: Iterable[dict[str, Any]], fields: Iterable[str] = FIELDS) -> bytes:
    """A CSV file with a byte order mark, by which Excel knows UTF-8."""
    target = io.StringIO()
    writer = csv.DictWriter(target, fieldnames=list(fields), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(flat(values) for values in rows)
    return target.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return spreadsheet_safe(SEPARATOR.join(value) if isinstance(value, list) else str(value))


def spreadsheet_safe(text: str) -> str:
    """The text; with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_MARKS) else text
