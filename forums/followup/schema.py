"""The open data's schema: one description for the page and for Frictionless Table Schema."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .opendata import SEPARATOR
from .status import Kind
from .vocabulary import Status


@dataclass(frozen=True)
class Column:
    """A column: its name, its type in Table Schema, and what it means."""

    name: str
    type: str
    description: str | Promise
    required: bool = True
    values: Iterable[str] = ()
    format: str = ""

    def as_field(self) -> dict[str, Any]:
        """The column as Table Schema writes it."""
        constraints: dict[str, Any] = {}
        if self.required:
            constraints["required"] = True
        if self.name == "id":
            constraints["unique"] = True
        if self.values:
            constraints["enum"] = list(self.values)
        field: dict[str, Any] = {"name": self.name, "type": self.type, "description": str(self.description)}
        if self.format:
            field["format"] = self.format
        return field | ({"constraints": constraints} if constraints else {})


COLUMNS = (
    Column(
        "id", "string", _("Identifier of the recommendation, the same in all languages; never changes."), format="uuid"
    ),
    Column("url", "string", _("Address of the recommendation on this site."), format="uri"),
    Column("forum", "string", _("The forum that adopted it.")),
    Column("forum_url", "string", _("Address of the forum."), format="uri"),
    Column("resolution_url", "string", _("Address of the resolution."), format="uri"),
    Column("number", "string", _("Number in the resolution, as adopted.")),
    Column("text", "string", _("The text, word for word as adopted.")),
    Column(
        "kind", "string", _("How it is carried out: once, again and again, all the time, or not at all."), values=Kind
    ),
    Column("addressee", "string", _("To whom it is made."), required=False),
    Column("topics", "string", _("Topics; in the CSV separated by “;”, in the JSON a list."), required=False),
    Column("status", "string", _("The state on the day of the file."), values=Status.values),
    Column("status_on", "date", _("Since when it has been in this state."), format="%Y-%m-%d"),
    Column("adopted_on", "date", _("The day the resolution was adopted."), format="%Y-%m-%d"),
    Column(
        "due_on", "date", _("The day the next report is due; in the past, if it is overdue."), False, format="%Y-%m-%d"
    ),
)


def table_schema() -> dict[str, Any]:
    """https://specs.frictionlessdata.io/table-schema/ for the CSV."""
    return {
        "$schema": "https://specs.frictionlessdata.io/schemas/table-schema.json",
        "fields": [column.as_field() for column in COLUMNS],
        "primaryKey": "id",
        "missingValues": [""],
        "listSeparator": SEPARATOR,
    }
