"""The columns of an import: headings in every language, what each takes, an example for the template."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ..choices import NeedKind, Source


@dataclass(frozen=True)
class ImportColumn:
    """``key`` names the value in code; ``note`` and ``example`` fill the template."""

    key: str
    heading: Any
    note: Any
    example: Any = ""
    required: bool = False

    @property
    def names(self) -> set[str]:
        """How the heading may be written: in any language of the site."""
        found = set()
        for language, _name in settings.LANGUAGES:
            with override(language):
                found.add(folded(str(self.heading)))
        return found


def folded(text: str) -> str:
    """A heading or a word without the differences that people do not see."""
    return (
        " ".join(text.replace("*", " ").replace("\u00a0", " ").split()).casefold().replace("ё", "е").replace("’", "'")
    )


_MONEY = _("In roubles, digits only. The year stands in the column “Year of the money”.")
_NEED = _("What exactly is needed. Empty if nothing.")

COLUMNS: tuple[ImportColumn, ...] = (
    ImportColumn(
        "external_id", _("Number"), _("Number in your register. By it a repeated row is recognised."), "СП-2026-001"
    ),
    ImportColumn("title", _("Project title"), _("Title of the project."), "Детская площадка на Лесной", required=True),
    ImportColumn(
        "summary",
        _("In short"),
        _("One or two sentences, up to 500 characters."),
        "Площадка для малышей во дворе, где её нет.",
        required=True,
    ),
    ImportColumn(
        "initiator_kind",
        _("Kind of initiator"),
        _("organisation, council, initiative group or resident"),
        _("initiative group"),
        required=True,
    ),
    ImportColumn(
        "initiator",
        _("Initiator"),
        _("Name. A council or a resident must be on the site already; an organisation is added."),
        "Жители дома 5 по Лесной улице",
        required=True,
    ),
    ImportColumn(
        "stage", _("Stage"), _("idea, seeking support, under way, done or stopped"), _("seeking support"), required=True
    ),
    ImportColumn("since", _("Stage since"), _("A date like 18.05.2026. Empty for today."), "18.05.2026"),
    ImportColumn("topics", _("Topics"), _("As on the site, separated by semicolons.")),
    ImportColumn("territory", _("Territory"), _("As on the site. Empty for the whole town.")),
    ImportColumn("address", _("Place"), _("Address or landmark."), "Лесная ул., 5, двор"),
    ImportColumn("point", _("Coordinates"), _("Latitude and longitude: 56.071800, 54.153200.")),
    ImportColumn("audience", _("For whom"), _("Whom the project is for."), "семьи с детьми, 120 человек"),
    ImportColumn("cost", _("Cost, ₽"), _("The whole cost in roubles, digits only."), 450000),
    ImportColumn(
        "year", _("Year of the money"), _("Of the sums in the columns to the right. Empty for this year."), 2026
    ),
    ImportColumn(Source.MUNICIPAL.value, _("Local budget, ₽"), _MONEY, 150000),
    ImportColumn(Source.REGIONAL.value, _("Regional budget, ₽"), _MONEY),
    ImportColumn(Source.FEDERAL.value, _("Federal budget, ₽"), _MONEY),
    ImportColumn(Source.GRANT.value, _("Grants, ₽"), _MONEY),
    ImportColumn(Source.BUSINESS.value, _("Business, ₽"), _MONEY),
    ImportColumn(Source.RESIDENTS.value, _("Residents' donations, ₽"), _MONEY, 30000),
    ImportColumn(Source.OWN.value, _("Own money, ₽"), _MONEY),
    ImportColumn(NeedKind.MONEY.value, _("Money needed"), _NEED),
    ImportColumn(NeedKind.VOLUNTEERS.value, _("Volunteers needed"), _NEED, "Десять человек с лопатами 18 мая"),
    ImportColumn(NeedKind.PREMISES.value, _("Premises needed"), _NEED),
    ImportColumn(NeedKind.THINGS.value, _("Things needed"), _NEED, "Краска и кисти"),
    ImportColumn("how_to_help", _("How to help"), _("What to do, where to come, whom to call.")),
    ImportColumn("contact", _("Contact"), _("An office's phone or address; a person's only with consent.")),
)


@dataclass(frozen=True)
class Layout:
    """Which cell of a row holds which value; ``ignored`` are headings that no column has."""

    places: dict[str, int]
    headings: dict[str, str]
    ignored: list[str]
    missing: list[str]


def lay_out(headings: Iterable[str]) -> Layout:
    """Recognise ``headings``; the first of two equal ones counts."""
    known = {name: column for column in COLUMNS for name in column.names}
    places, written, ignored = {}, {}, []
    for place, heading in enumerate(headings):
        column = known.get(folded(heading))
        if column and column.key not in places:
            places[column.key], written[column.key] = place, heading
        elif heading:
            ignored.append(heading)
    missing = [str(column.heading) for column in COLUMNS if column.required and column.key not in places]
    return Layout(places, written, ignored, missing)
