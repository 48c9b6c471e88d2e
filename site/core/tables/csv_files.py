"""CSV in the one dialect of the site: UTF-8 with a byte order mark, semicolons, CRLF.

Russian spreadsheets open it by a double click, without an import dialogue.
"""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.utils.translation import get_language, override

from .cells import csv_cell
from .columns import Table

#: The dialect, as the published schema names it.
DIALECT = {"delimiter": ";", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\r\n", "header": True}
#: Rows that are encoded and sent at once.
BATCH = 200


def csv_chunks(table: Table, items: Iterable[Any]) -> Iterator[bytes]:
    """Yield the table of ``items`` as CSV, some rows at a time, in the language that is active when it is called."""
    columns = table.data_columns
    rows = ([column.value_of(item) for column in columns] for item in items)
    return encode_csv([table.head(columns)], rows)


def stacked_csv_chunks(sheets: Iterable[tuple[str, Table, Iterable[Any]]]) -> Iterator[bytes]:
    """Yield several tables (title, table, items) one under another, each below its title, divided by empty lines."""
    return encode_csv([], _stacked(sheets))


def encode_csv(head: Iterable[Sequence[Any]], rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """Yield ``head`` and ``rows`` of raw values as CSV, in the language that is active when it is called.

    A response is streamed when the request's language is gone already, so the language is kept and set for each batch.
    """
    return _encoded([*head], iter(rows), get_language())


def _encoded(head: list[Sequence[Any]], rows: Iterator[Sequence[Any]], language: str | None) -> Iterator[bytes]:
    yield codecs.BOM_UTF8 + _lines(head)
    while True:
        with override(language):
            chunk = _lines(list(islice(rows, BATCH)))
        if not chunk:
            return
        yield chunk


def _lines(rows: Iterable[Sequence[Any]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([csv_cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8")


def _stacked(sheets: Iterable[tuple[str, Table, Iterable[Any]]]) -> Iterator[list[Any]]:
    for number, (title, table, items) in enumerate(sheets):
        columns = table.data_columns
        yield from ([[]] if number else [])
        yield [title]
        yield list(table.head(columns))
        for item in items:
            yield [column.value_of(item) for column in columns]
