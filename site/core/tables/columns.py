"""What a table is made of: columns, and how they are written as data or as a form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeAlias

from django.conf import settings
from django.db.models import Choices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

Words: TypeAlias = str | Promise  # type: ignore[valid-type]
ChoicesClass: TypeAlias = type[Choices]


class Type(StrEnum):
    """What a column holds. Decides the format of an XLSX cell, the published type, and how a cell is read."""

    STRING = "string"
    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    MONEY = "money"
    YEAR = "year"
    DATE = "date"
    DATETIME = "datetime"
    BOOLEAN = "boolean"
    LIST = "list"
    URL = "uri"
    EMAIL = "email"
    UUID = "uuid"


class Header(StrEnum):
    """What stands in a table's first row: names for programs, or headings for people."""

    NAMES = "names"
    HEADINGS = "headings"


@dataclass(frozen=True)
class Column:
    """A column of a table.

    ``value`` takes an item and gives the cell; without it the item's key or attribute ``name`` is taken.
    ``choices`` makes it a column of codes, which is written with its words beside it. ``required`` means that the cell
    must be filled in, ``unique`` that no other row may hold the same. ``parse`` reads a cleaned cell, and raises
    ``CellError`` or ``ValidationError`` with what to write instead; without it the type decides. ``example`` fills a
    template. A column that is not ``editable`` is locked where a sheet is sent round; a ``hidden`` one is not shown.
    """

    name: str
    heading: Words
    type: Type = Type.STRING
    description: Words = ""
    value: Callable[[Any], Any] | None = None
    choices: ChoicesClass | None = None
    required: bool = False
    unique: bool = False
    max_length: int | None = None
    parse: Callable[[Any], Any] | None = None
    example: Any = ""
    width: int = 0
    editable: bool = True
    hidden: bool = False

    def value_of(self, item: Any) -> Any:
        """Return the cell's value for ``item``."""
        if self.value:
            return self.value(item)
        return item[self.name] if isinstance(item, Mapping) else getattr(item, self.name)

    def words_of(self, item: Any) -> str:
        """Return the words of a choice column for ``item``, in the active language; an unknown code as it is."""
        code = self.value_of(item)
        return str(dict(self.choices.choices).get(code, code or "")) if self.choices else ""

    @property
    def names(self) -> set[str]:
        """Every way in which the heading may be written: by its name, or in any language of the site; folded."""
        found = {folded(self.name)}
        for language, _name in settings.LANGUAGES:
            with override(language):
                found.add(folded(str(self.heading)))
        return found


@dataclass(frozen=True)
class WrittenColumn:
    """One column of a written file. A choice column gives two of them in data: its code, and its words."""

    column: Column
    name: str
    heading: str
    type: Type
    description: str
    value_of: Callable[[Any], Any]

    @property
    def required(self) -> bool:
        return self.column.required

    @property
    def schema_type(self) -> str:
        """The type's name in the published schema; see :mod:`core.tables.schema`."""
        return SCHEMA_TYPES.get(self.type, "string")


#: Types of Frictionless Table Schema; every other type is a string there, some with a format.
SCHEMA_TYPES = {
    Type.INTEGER: "integer",
    Type.NUMBER: "number",
    Type.MONEY: "number",
    Type.YEAR: "year",
    Type.DATE: "date",
    Type.DATETIME: "datetime",
    Type.BOOLEAN: "boolean",
}


@dataclass(frozen=True)
class Table:
    """A table's columns in their order, by which it is written, published and read.

    ``key`` names the column by which a row is recognised: the primary key of the schema, and the sign of a sheet that
    belongs to the table when a workbook is read. Raises ``ValueError`` for two columns of one name or an unknown key.
    """

    columns: tuple[Column, ...]
    header: Header = Header.HEADINGS
    key: str = ""

    def __post_init__(self) -> None:
        names = [column.name for column in self.columns]
        names += [f"{column.name}_label" for column in self.columns if column.choices]
        repeated = sorted({name for name in names if names.count(name) > 1})
        if repeated:
            raise ValueError(f"Two columns of a table have one name: {', '.join(repeated)}")
        if self.key and self.key not in self.by_name:
            raise ValueError(f"The key {self.key} is no column of the table")

    @cached_property
    def by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}

    @property
    def data_columns(self) -> list[WrittenColumn]:
        """The columns as data has them, in the active language; the rows of a page that describes the file."""
        return [written for column in self.columns for written in _as_data(column)]

    @property
    def form_columns(self) -> list[WrittenColumn]:
        """The columns as a form to fill in has them: choices in words alone."""
        return [_as_form(column) for column in self.columns]

    def head(self, columns: list[WrittenColumn]) -> list[str]:
        """Return the first row of a file of ``columns``."""
        return [written.name if self.header == Header.NAMES else written.heading for written in columns]


def _as_data(column: Column) -> list[WrittenColumn]:
    heading, description = str(column.heading), str(column.description)
    if not column.choices:
        return [WrittenColumn(column, column.name, heading, column.type, description, column.value_of)]
    code_heading = str(_("%(heading)s, code") % {"heading": heading})
    words = str(_("The same in words."))
    return [
        WrittenColumn(column, column.name, code_heading, column.type, description, column.value_of),
        WrittenColumn(column, f"{column.name}_label", heading, Type.STRING, words, column.words_of),
    ]


def _as_form(column: Column) -> WrittenColumn:
    value_of = column.words_of if column.choices else column.value_of
    return WrittenColumn(column, column.name, str(column.heading), column.type, str(column.description), value_of)


def folded(text: str) -> str:
    """Return a heading or a word without the differences that people do not see: case, spaces, ё, a star."""
    single = " ".join(text.replace("*", " ").replace("\u00a0", " ").split())
    return single.casefold().replace("ё", "е").replace("’", "'")
