"""The published description of a table: https://specs.frictionlessdata.io/table-schema/ ."""

from typing import Any

from .cells import LIST_SEPARATOR
from .columns import Table, Type, WrittenColumn
from .csv_files import DIALECT

_FORMATS = {Type.URL: "uri", Type.EMAIL: "email", Type.UUID: "uuid", Type.DATETIME: "%Y-%m-%d %H:%M:%S"}


def table_schema(table: Table) -> dict[str, Any]:
    """Return the Table Schema of the table's CSV; ``Table.data_columns`` are the same as rows for a page.

    ``dialect`` and ``listSeparator`` are properties of our own, which the specification allows.
    """
    columns = table.data_columns
    schema: dict[str, Any] = {
        "$schema": "https://specs.frictionlessdata.io/schemas/table-schema.json",
        "fields": [_field(written) for written in columns],
        "missingValues": [""],
        "listSeparator": LIST_SEPARATOR,
        "dialect": DIALECT,
    }
    return schema | ({"primaryKey": table.key} if table.key else {})


def _field(written: WrittenColumn) -> dict[str, Any]:
    field: dict[str, Any] = {"name": written.name, "title": written.heading, "type": written.schema_type}
    if written.description:
        field["description"] = written.description
    if written.type in _FORMATS:
        field["format"] = _FORMATS[written.type]
    if field["type"] == "number":
        field["decimalChar"] = ","
    constraints = _constraints(written)
    return field | ({"constraints": constraints} if constraints else {})


def _constraints(written: WrittenColumn) -> dict[str, Any]:
    column = written.column
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if written.name != column.name:
        return constraints
    if column.unique:
        constraints["unique"] = True
    if column.max_length:
        constraints["maxLength"] = column.max_length
    if column.choices:
        constraints["enum"] = [str(value) for value in column.choices.values if value]
    return constraints
