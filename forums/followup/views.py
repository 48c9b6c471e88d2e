"""Open data: the files, their schema, and the page that explains them."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from .dossiers import Dossier, load_dossiers
from .opendata import LICENCE, as_csv, row
from .schema import COLUMNS, table_schema
from .status import Kind
from .subjects import load_subjects
from .vocabulary import MEANINGS, Status


def _dossiers() -> list[Dossier]:
    return load_dossiers(load_subjects(get_language() or settings.LANGUAGE_CODE), timezone.localdate())


@require_safe
def open_data(request: HttpRequest) -> HttpResponse:
    """What is in the files, column by column, and on what terms they may be used."""
    context = {
        "columns": COLUMNS,
        "licence": LICENCE,
        "statuses": [(status, MEANINGS[status]) for status in Status],
        "kinds": list(Kind),
    }
    return render(request, "followup/open_data.html", context)


@require_safe
def recommendations_csv(request: HttpRequest) -> HttpResponse:
    """All recommendations, one a line."""
    response = HttpResponse(as_csv(row(item) for item in _dossiers()), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="recommendations.csv"'
    return _open(response)


@require_safe
def recommendations_json(request: HttpRequest) -> JsonResponse:
    """The same as JSON, with the day of the state and the licence."""
    return _json(
        {
            "updated": timezone.localdate().isoformat(),
            "licence": LICENCE,
            "recommendations": [row(item) for item in _dossiers()],
        }
    )


@require_safe
def recommendations_schema(request: HttpRequest) -> JsonResponse:
    """The columns of the CSV as a Frictionless Table Schema."""
    return _json(table_schema())


def _json(data: dict[str, Any]) -> JsonResponse:
    return _open(JsonResponse(data, json_dumps_params={"ensure_ascii": False, "indent": 1}))


def _open(response: Any) -> Any:
    """Scripts of other sites may read it: it is open data."""
    response["Access-Control-Allow-Origin"] = "*"
    return response
