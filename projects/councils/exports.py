"""The register as data: CSV for tables, GeoJSON for maps, schema.org for search engines."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from .models import CouncilPage
    from .querysets import CouncilQuerySet

#: Columns of the CSV and properties of the GeoJSON, with what they hold.
COLUMNS: tuple[tuple[str, Any], ...] = (
    ("number", _("register number")),
    ("name", _("name")),
    ("form", _("form: TOS, public council, committee, manager")),
    ("status", _("active or dissolved")),
    ("registered_on", _("day of the charter's registration, ISO 8601")),
    ("registration_act", _("act of registration")),
    ("dissolved_on", _("day of dissolution, ISO 8601")),
    ("territory", _("territory")),
    ("head", _("chair or manager in office")),
    ("residents", _("residents")),
    ("houses", _("houses")),
    ("addresses", _("streets and houses")),
    ("address", _("where to find the council")),
    ("phone", _("the council's phone")),
    ("email", _("the council's e-mail")),
    ("website", _("website or group")),
    ("reception", _("reception hours")),
    ("legal_name", _("name of the legal entity")),
    ("inn", _("INN")),
    ("ogrn", _("OGRN")),
    ("url", _("page of the council")),
)
#: A spreadsheet takes a cell that begins like this for a formula.
_FORMULA = re.compile(r"^(?:[=@\t\r]|[+-](?!\d))")


def facts(council: CouncilPage, base: str) -> dict[str, Any]:
    """A council as a flat record; ``base`` is the absolute address of the register."""
    return {
        "number": council.register_number,
        "name": council.title,
        "form": council.get_kind_display(),
        "status": str(_("dissolved") if council.is_dissolved else _("active")),
        "registered_on": council.registered_on.isoformat() if council.registered_on else "",
        "registration_act": council.registration_act,
        "dissolved_on": council.dissolved_on.isoformat() if council.dissolved_on else "",
        "territory": council.territory.title if council.territory else "",
        "head": ", ".join(office.person.title for office in council.heads),
        "residents": council.residents,
        "houses": council.houses,
        "addresses": "; ".join(line.strip() for line in council.addresses.splitlines() if line.strip()),
        "address": council.address,
        "phone": council.phone,
        "email": council.email,
        "website": council.website,
        "reception": council.reception,
        "legal_name": council.legal_name,
        "inn": council.inn,
        "ogrn": council.ogrn,
        "url": f"{base}{council.slug}/",
    }


def csv_response(councils: CouncilQuerySet, base: str) -> HttpResponse:
    """The register as CSV: UTF-8 with a byte order mark and semicolons, as Russian spreadsheets expect."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([name for name, _meaning in COLUMNS])
    for council in councils.for_list().in_order().only().defer("boundary", "outline", "body"):
        writer.writerow([_cell(value) for value in facts(council, base).values()])
    return _download(out.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8", "councils.csv")


def geojson_response(councils: CouncilQuerySet, base: str) -> HttpResponse:
    """The register as a GeoJSON FeatureCollection (RFC 7946); councils without a boundary have a null geometry."""
    features = [
        {
            "type": "Feature",
            "id": str(council.translation_key),
            "geometry": council.boundary,
            "properties": facts(council, base),
        }
        for council in councils.for_list().in_order().only().defer("outline", "body")
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))
    return _download(text.encode(), "application/geo+json", "councils.geojson")


def structured_data(council: CouncilPage) -> dict[str, Any]:
    """What schema.org has to say of a council beyond what it says of any page."""
    official = council.kind in (council.Kind.PUBLIC, council.Kind.MANAGER)
    known = {
        "legalName": council.legal_name,
        "identifier": council.register_number,
        "taxID": council.inn,
        "foundingDate": _day(council.founded_on or council.registered_on),
        "dissolutionDate": _day(council.dissolved_on),
        "telephone": council.phone,
        "email": council.email,
        "sameAs": council.website,
        "address": council.address,
    }
    data: dict[str, Any] = {"@type": "GovernmentOrganization" if official else "Organization"}
    data.update({name: value for name, value in known.items() if value})
    if council.territory:
        data["areaServed"] = {"@type": "AdministrativeArea", "name": council.territory.title}
    members = [office.person.title for office in council.current_offices]
    if members:
        data["member"] = [{"@type": "Person", "name": name} for name in members]
    return data


def _day(day: Any) -> str:
    return day.isoformat() if day else ""


def _cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def _download(content: bytes, content_type: str, filename: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["X-Robots-Tag"] = "noindex"
    return response
