"""Tables in and out: one column spec gives CSV, XLSX, JSON and the published schema, and reads a sheet back.

    REGISTER = Table((Column("number", _("Number")), Column("status", _("State"), choices=Status)), key="number")
    csv_response(REGISTER, councils, "councils.csv")                # the one dialect, guarded against formulas
    xlsx_response("councils.xlsx", Sheet(_("Councils"), REGISTER, councils))
    table_schema(REGISTER)                                          # Frictionless Table Schema
    read = read_table(REGISTER, content)                            # read.rows, read.faults; UnreadableTable

Exports of Wagtail's admin: :mod:`core.tables.wagtail_exports`. Cells to values: :mod:`core.tables.parsing`.
"""

from .columns import Column, Header, Table, Type
from .csv_files import csv_chunks, encode_csv, stacked_csv_chunks
from .errors import CellError, Fault, UnreadableTable
from .files import Limits
from .json_files import json_chunks, json_records
from .reading import ReadTable, Row, read_table
from .responses import csv_response, file_response, json_response, xlsx_response
from .schema import table_schema
from .xlsx_files import Sheet, data_workbook, write_data, write_form, write_template

__all__ = [
    "CellError",
    "Column",
    "Fault",
    "Header",
    "Limits",
    "ReadTable",
    "Row",
    "Sheet",
    "Table",
    "Type",
    "UnreadableTable",
    "csv_chunks",
    "csv_response",
    "data_workbook",
    "encode_csv",
    "file_response",
    "json_chunks",
    "json_records",
    "json_response",
    "read_table",
    "stacked_csv_chunks",
    "table_schema",
    "write_data",
    "write_form",
    "write_template",
    "xlsx_response",
]
