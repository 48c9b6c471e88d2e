"""The register as open data: CSV for tables, GeoJSON for maps."""

import json

from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from core.tables import Column, Header, Table, Type, csv_response, file_response, json_records

from .choices import CouncilKind, CouncilStatus
from .models.council import CouncilPage
from .querysets import CouncilQuerySet


def _territory(council: CouncilPage) -> str:
    return council.territory.title if council.territory else ""


def _heads(council: CouncilPage) -> str:
    return ", ".join(office.person.title for office in council.heads)


def _addresses(council: CouncilPage) -> str:
    return "; ".join(line.strip() for line in council.addresses.splitlines() if line.strip())


COLUMNS = (
    Column("number", _("register number"), value=lambda council: council.register_number),
    Column("name", _("name"), value=lambda council: council.title),
    Column(
        "form",
        _("Form"),
        description=_("form: TOS, public council, committee, manager"),
        value=lambda council: council.kind,
        choices=CouncilKind,
    ),
    Column("status", _("Status"), description=_("active or dissolved"), choices=CouncilStatus),
    Column("registered_on", _("day of the charter's registration, ISO 8601"), Type.DATE),
    Column("registration_act", _("act of registration")),
    Column("dissolved_on", _("day of dissolution, ISO 8601"), Type.DATE),
    Column("territory", _("territory"), value=_territory),
    Column("head", _("chair or manager in office"), value=_heads),
    Column("residents", _("residents"), Type.INTEGER),
    Column("houses", _("houses"), Type.INTEGER),
    Column("addresses", _("streets and houses"), value=_addresses),
    Column("address", _("where to find the council")),
    Column("phone", _("the council's phone")),
    Column("email", _("the council's e-mail"), Type.EMAIL),
    Column("website", _("website or group"), Type.URL),
    Column("reception", _("reception hours")),
    Column("legal_name", _("name of the legal entity")),
    Column("inn", _("INN")),
    Column("ogrn", _("OGRN")),
)


def register_table(base: str) -> Table:
    """The columns of the open data; ``base`` is the absolute address of the register."""
    url = Column("url", _("page of the council"), Type.URL, value=lambda council: f"{base}{council.slug}/")
    return Table((*COLUMNS, url), header=Header.NAMES)


def csv_of(councils: CouncilQuerySet, base: str) -> HttpResponseBase:
    """Answer with ``councils`` as CSV."""
    listed = councils.for_list().in_order().only().defer("boundary", "outline", "body")
    return csv_response(register_table(base), listed, "councils.csv")


def geojson_of(councils: CouncilQuerySet, base: str) -> HttpResponseBase:
    """Answer with ``councils`` as a GeoJSON FeatureCollection (RFC 7946).

    Councils without a boundary have a null geometry.
    """
    listed = councils.for_list().in_order().only().defer("outline", "body")
    features = [
        {
            "type": "Feature",
            "id": str(council.translation_key),
            "geometry": council.boundary,
            "properties": record,
        }
        for council, record in zip(listed, json_records(register_table(base), listed), strict=True)
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))
    return file_response([text.encode()], "application/geo+json", "councils.geojson")
