"""What a council's page shows, gathered in a fixed number of queries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from projects.practices.models.borrowing import PracticeBorrowing
from russian.dates import long_date
from russian.typography import thin_number

if TYPE_CHECKING:
    from .models import CouncilPage


def council_context(council: CouncilPage) -> dict[str, Any]:
    """Lists for the template of a council's page."""
    reports = council.reports.select_related("document").order_by("-year")
    return {
        "contacts": contacts(council),
        "facts": facts(council),
        "reports": list(reports),
        "documents": list(council.documents.select_related("document")),
        "pictures": list(council.pictures.select_related("image")),
        "borrowings": list(PracticeBorrowing.objects.by_council(council)),
    }


def contacts(council: CouncilPage) -> dict[str, str]:
    """The council's own contacts; empty when there are none."""
    known = {
        "address": council.address,
        "phone": council.phone,
        "email": council.email,
        "website": council.website,
        "hours": council.reception,
    }
    return known if any(known.values()) else {}


def facts(council: CouncilPage) -> list[tuple[str, str]]:
    """The record of the register: terms with values, empty ones left to the template to drop."""
    return [
        (_("Register number"), council.register_number),
        (_("Territory"), council.territory.title if council.territory else ""),
        (_("Number of residents"), _number(council.residents)),
        (_("Number of houses"), _number(council.houses)),
        (_("Founding meeting"), _day(council.founded_on)),
        (_("Charter registered"), _day(council.registered_on)),
        (_("Act"), council.registration_act),
        (_("Dissolved"), _day(council.dissolved_on)),
        (_("Legal entity"), council.legal_name),
        (_("INN"), council.inn),
        (_("OGRN"), council.ogrn),
    ]


def _number(value: int | None) -> str:
    return "" if value is None else thin_number(value)


def _day(day: Any) -> str:
    return long_date(day) if day else ""
