"""Tables as JSON: a list of objects under the columns' names."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import get_language, override

from .cells import json_value
from .columns import Table


def json_records(table: Table, items: Iterable[Any]) -> Iterator[dict[str, Any]]:
    """Yield ``items`` as objects that ``json`` can write, to stand in a larger document."""
    columns = table.data_columns
    for item in items:
        yield {column.name: json_value(column.value_of(item)) for column in columns}


def json_chunks(table: Table, items: Iterable[Any]) -> Iterator[bytes]:
    """Yield ``items`` as a JSON list, an object a line, in the language that is active when it is called."""
    return _encoded(json_records(table, items), get_language())


def _encoded(records: Iterator[dict[str, Any]], language: str | None) -> Iterator[bytes]:
    divider = "[\n"
    while True:
        with override(language):
            record = next(records, None)
        if record is None:
            break
        yield (divider + json.dumps(record, ensure_ascii=False)).encode()
        divider = ",\n"
    yield b"[]\n" if divider == "[\n" else b"\n]\n"
