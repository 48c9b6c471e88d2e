"""HTTP responses with tables: content types, file names, streaming."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from .columns import Table
from .csv_files import csv_chunks
from .json_files import json_chunks
from .xlsx_files import Sheet, data_workbook

CSV = "text/csv; charset=utf-8"
JSON = "application/json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: What a file name may not hold on some system or in a header.
_UNFIT = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|]+')


def csv_response(
    table: Table, items: Iterable[Any], filename: str, *, stream: bool = False, attachment: bool = True
) -> HttpResponseBase:
    """Answer with the table as CSV. ``stream`` sends it while it is made: for tables of thousands of rows."""
    return file_response(csv_chunks(table, items), CSV, filename, stream=stream, attachment=attachment)


def json_response(
    table: Table, items: Iterable[Any], filename: str, *, stream: bool = False, attachment: bool = True
) -> HttpResponseBase:
    """Answer with the table as a JSON list; see :func:`core.tables.json_records` for one within a document."""
    return file_response(json_chunks(table, items), JSON, filename, stream=stream, attachment=attachment)


def xlsx_response(filename: str, *sheets: Sheet) -> HttpResponseBase:
    """Answer with ``sheets`` as a workbook of data."""
    return file_response([data_workbook(*sheets)], XLSX, filename)


def file_response(
    chunks: Iterable[bytes] | Iterator[bytes],
    content_type: str,
    filename: str,
    *,
    stream: bool = False,
    attachment: bool = True,
) -> HttpResponseBase:
    """Answer with a file, to be kept out of search engines. The name may be in any script (RFC 6266, RFC 8187)."""
    response: HttpResponseBase
    if stream:
        response = StreamingHttpResponse(chunks, content_type=content_type)
    else:
        response = HttpResponse(b"".join(chunks), content_type=content_type)
    name = _UNFIT.sub("-", filename).strip(" .-") or "file"
    disposition = content_disposition_header(attachment, name)
    if disposition:
        response["Content-Disposition"] = disposition
    response["X-Robots-Tag"] = "noindex"
    response["X-Content-Type-Options"] = "nosniff"
    return response
