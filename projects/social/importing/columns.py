"""The columns of an import, and the template to fill in."""

import io

from django.utils.translation import gettext_lazy as _

from core.tables import Column, Limits, Table, Type, write_template

from ..choices import InitiatorKind, NeedKind, Source, Stage

LIMITS = Limits(size=1024 * 1024, rows=500)
_MONEY = _("In roubles, digits only. The year stands in the column “Year of the money”.")
_NEED = _("What exactly is needed. Empty if nothing.")

IMPORT = Table(
    (
        Column(
            "external_id",
            _("Number"),
            description=_("Number in your register. By it a repeated row is recognised."),
            max_length=60,
            example="СП-2026-001",
        ),
        Column(
            "title",
            _("Project title"),
            description=_("Title of the project."),
            required=True,
            max_length=255,
            example="Детская площадка на Лесной",
        ),
        Column(
            "summary",
            _("In short"),
            description=_("One or two sentences, up to 500 characters."),
            required=True,
            max_length=500,
            example="Площадка для малышей во дворе, где её нет.",
        ),
        Column(
            "initiator_kind",
            _("Kind of initiator"),
            description=_("organisation, council, initiative group or resident"),
            choices=InitiatorKind,
            required=True,
            example=_("initiative group"),
        ),
        Column(
            "initiator",
            _("Initiator"),
            description=_("Name. A council or a resident must be on the site already; an organisation is added."),
            required=True,
            max_length=255,
            example="Жители дома 5 по Лесной улице",
        ),
        Column(
            "stage",
            _("Stage"),
            description=_("idea, seeking support, under way, done or stopped"),
            choices=Stage,
            required=True,
            example=Stage.SEEKING.label,
        ),
        Column(
            "since",
            _("Stage since"),
            Type.DATE,
            _("A date like 18.05.2026. Empty for today."),
            example="18.05.2026",
        ),
        Column("topics", _("Topics"), Type.LIST, _("As on the site, separated by semicolons.")),
        Column("territory", _("Territory"), description=_("As on the site. Empty for the whole town.")),
        Column(
            "address",
            _("Place"),
            description=_("Address or landmark."),
            max_length=255,
            example="Лесная ул., 5, двор",
        ),
        Column("point", _("Coordinates"), description=_("Latitude and longitude: 56.071800, 54.153200.")),
        Column(
            "audience",
            _("For whom"),
            description=_("Whom the project is for."),
            max_length=255,
            example="семьи с детьми, 120 человек",
        ),
        Column("cost", _("Cost, ₽"), Type.MONEY, _("The whole cost in roubles, digits only."), example=450000),
        Column(
            "year",
            _("Year of the money"),
            Type.YEAR,
            _("Of the sums in the columns to the right. Empty for this year."),
            example=2026,
        ),
        Column(Source.MUNICIPAL.value, _("Local budget, ₽"), Type.MONEY, _MONEY, example=150000),
        Column(Source.REGIONAL.value, _("Regional budget, ₽"), Type.MONEY, _MONEY),
        Column(Source.FEDERAL.value, _("Federal budget, ₽"), Type.MONEY, _MONEY),
        Column(Source.GRANT.value, _("Grants, ₽"), Type.MONEY, _MONEY),
        Column(Source.BUSINESS.value, _("Business, ₽"), Type.MONEY, _MONEY),
        Column(Source.RESIDENTS.value, _("Residents' donations, ₽"), Type.MONEY, _MONEY, example=30000),
        Column(Source.OWN.value, _("Own money, ₽"), Type.MONEY, _MONEY),
        Column(NeedKind.MONEY.value, _("Money needed"), description=_NEED, max_length=255),
        Column(
            NeedKind.VOLUNTEERS.value,
            _("Volunteers needed"),
            description=_NEED,
            max_length=255,
            example="Десять человек с лопатами 18 мая",
        ),
        Column(NeedKind.PREMISES.value, _("Premises needed"), description=_NEED, max_length=255),
        Column(NeedKind.THINGS.value, _("Things needed"), description=_NEED, max_length=255, example="Краска и кисти"),
        Column(
            "how_to_help",
            _("How to help"),
            description=_("What to do, where to come, whom to call."),
            max_length=2000,
        ),
        Column(
            "contact",
            _("Contact"),
            description=_("An office's phone or address; a person's only with consent."),
            max_length=255,
        ),
    )
)


def template_workbook() -> bytes:
    """The workbook to fill in: headings, one example row, lists to choose from, and a sheet of help."""
    out = io.BytesIO()
    write_template(out, _("Projects"), IMPORT, LIMITS.rows, frozen=2)
    return out.getvalue()
