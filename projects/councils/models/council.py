"""A council: TOS, public council, house committee, microdistrict manager."""

import datetime as dt
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from shapely.geometry import shape
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField

from core.blocks import BodyBlock
from core.concerns import Concern
from core.models import BasePage
from core.requisites import validate_organisation_inn, validate_organisation_ogrn
from core.search import SearchKind, terms
from projects.geo.boundary import outline_of
from projects.geo.drawing import Region, TownMap
from projects.geo.fields import BoundaryField
from projects.geo.mercator import area_km2
from projects.geo.streets import AddressError, AddressLine, read_address_list
from russian.dates import long_date
from russian.typography import thin_number

from ..choices import CouncilKind, CouncilStatus
from ..claims import address_concerns
from ..forms import CouncilForm
from ..maps import locator_map, map_style
from ..panels import COUNCIL_PANELS
from ..querysets import Bounds, CouncilManager, CouncilQuerySet
from .parts import CouncilOffice, CouncilStreet

EARLIEST = dt.date(1900, 1, 1)


def validate_address_list(value: str) -> None:
    """Refuse a list that residents' questions could not be compared with; the message names the line."""
    try:
        read_address_list(value)
    except AddressError as error:
        raise ValidationError(str(error)) from error


class CouncilPage(BasePage):
    """One council of the register. What it is today (active, dissolved, led by whom) is computed from dates."""

    Kind = CouncilKind

    kind = models.CharField(_("form"), max_length=20, choices=Kind.choices, default=Kind.TOS, db_index=True)
    summary = models.TextField(
        _("in brief"),
        blank=True,
        max_length=400,
        help_text=_("One or two sentences: whom the council unites, what it does."),
    )
    territory = models.ForeignKey(
        "core.Territory",
        verbose_name=_("territory"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="councils",
    )
    register_number = models.CharField(
        _("register number"), max_length=40, blank=True, help_text=_("For example: 07/2019.")
    )
    founded_on = models.DateField(_("founding meeting"), null=True, blank=True)
    founding_protocol = models.ForeignKey(
        "core.SiteDocument",
        verbose_name=_("founding protocol"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    registered_on = models.DateField(_("charter registered on"), null=True, blank=True)
    registration_act = models.CharField(
        _("act of registration"),
        max_length=255,
        blank=True,
        help_text=_("For example: City Hall's order No. 154-p of 12 March 2019."),
    )
    dissolved_on = models.DateField(
        _("dissolved on"), null=True, blank=True, db_index=True, help_text=_("Empty while the council is active.")
    )
    legal_name = models.CharField(
        _("name of the legal entity"),
        max_length=255,
        blank=True,
        help_text=_("Empty when the council is no legal entity."),
    )
    inn = models.CharField(_("INN"), max_length=10, blank=True, validators=[validate_organisation_inn])
    ogrn = models.CharField(_("OGRN"), max_length=13, blank=True, validators=[validate_organisation_ogrn])
    boundary_words = models.TextField(
        _("boundaries in words"), blank=True, help_text=_("As in the decision of the city's deputies.")
    )
    boundary = BoundaryField(verbose_name=_("boundaries on the map"))
    addresses = models.TextField(
        _("streets and houses"),
        blank=True,
        validators=[validate_address_list],
        help_text=_(
            "A street a line: ul. Ozyornaya, 1–15 (odd), 20. A street without houses belongs to the council whole."
        ),
    )
    residents = models.PositiveIntegerField(
        _("residents"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(1_000_000, _("No council has so many residents."))],
    )
    houses = models.PositiveIntegerField(
        _("houses"), null=True, blank=True, validators=[MaxValueValidator(20_000, _("No council has so many houses."))]
    )
    address = models.CharField(
        _("where to find it"), max_length=255, blank=True, help_text=_("For example: ul. Ozyornaya, 7, library.")
    )
    phone = models.CharField(_("phone"), max_length=50, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website or group"), blank=True)
    reception = models.CharField(
        _("reception hours"), max_length=255, blank=True, help_text=_("For example: Tuesdays, 17:00–19:00.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("about the council"), blank=True)

    # Derived from the above whenever the page is saved.
    outline = models.JSONField(editable=False, null=True)
    west = models.FloatField(editable=False, null=True, db_index=True)
    south = models.FloatField(editable=False, null=True)
    east = models.FloatField(editable=False, null=True)
    north = models.FloatField(editable=False, null=True)

    objects = CouncilManager()

    parent_page_types = ["councils.CouncilIndexPage"]
    subpage_types: list[str] = []
    search_kind = SearchKind("council", _("Council"), _("Councils"))
    base_form_class = CouncilForm
    content_panels = [*BasePage.content_panels, *COUNCIL_PANELS]
    override_translatable_fields = [
        SynchronizedField(name, overridable=False) for name in ("addresses", "register_number", "inn", "ogrn", "phone")
    ]

    class Meta:
        verbose_name = _("council")
        verbose_name_plural = _("councils")

    def clean(self) -> None:
        super().clean()
        today = timezone.localdate()
        errors: dict[str, Any] = {}
        for name in ("founded_on", "registered_on"):
            day = getattr(self, name)
            if day and not EARLIEST <= day <= today:
                errors[name] = _("This day lies in the future or too far back. Check the year.")
        begun = self.registered_on or self.founded_on
        if self.founded_on and self.registered_on and self.registered_on < self.founded_on:
            errors["registered_on"] = _("The charter was registered before the founding meeting. Check both dates.")
        if begun and self.dissolved_on and self.dissolved_on < begun:
            errors["dissolved_on"] = _("The council was dissolved before it was registered. Check both dates.")
        if (self.inn or self.ogrn) and not self.legal_name:
            errors["legal_name"] = _("INN and OGRN belong to a legal entity: type its name, or clear the numbers.")
        if errors:
            raise ValidationError(errors)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._derive()
        super().save(*args, **kwargs)
        # A draft is kept by saving a few fields of the page with a draft's values in memory: the rest is no news.
        if kwargs.get("update_fields") is None:
            CouncilStreet.objects.rebuild(self, self.address_lines)

    def _derive(self) -> None:
        self.outline = outline_of(self.boundary) if self.boundary else None
        self.west, self.south, self.east, self.north = self.bounds or (None,) * 4

    # --- reading ------------------------------------------------------------------------------------------

    @property
    def lead(self) -> str:
        return self.summary or self.search_description

    @property
    def is_dissolved(self) -> bool:
        """Whether the council has ceased to exist by today."""
        return self.dissolved_on is not None and self.dissolved_on <= timezone.localdate()

    @property
    def status(self) -> CouncilStatus:
        """Whether the council exists today."""
        return CouncilStatus.DISSOLVED if self.is_dissolved else CouncilStatus.ACTIVE

    @property
    def bounds(self) -> Bounds | None:
        """The box around the boundary."""
        return shape(self.boundary).bounds if self.boundary else None

    @property
    def address_lines(self) -> list[AddressLine]:
        """Streets with their houses, as published."""
        return read_address_list(self.addresses)

    def own_concerns(self) -> list[Concern]:
        return list(address_concerns(self))

    @property
    def area_km2(self) -> float | None:
        return area_km2(shape(self.boundary)) if self.boundary else None

    @cached_property
    def all_offices(self) -> list[CouncilOffice]:
        """Every office ever held, people loaded, in the editor's order."""
        return list(self.offices.select_related("person", "person__portrait").order_by("sort_order"))

    @property
    def current_offices(self) -> list[CouncilOffice]:
        today = timezone.localdate()
        return [office for office in self.all_offices if office.held_on(today)]

    @property
    def past_offices(self) -> list[CouncilOffice]:
        """Offices that ended, the latest first."""
        today = timezone.localdate()
        ended = [office for office in self.all_offices if office.until and office.until < today]
        return sorted(ended, key=lambda office: office.until, reverse=True)

    @property
    def contacts(self) -> dict[str, str]:
        """The council's own contacts; empty when there are none."""
        known = {
            "address": self.address,
            "phone": self.phone,
            "email": self.email,
            "website": self.website,
            "hours": self.reception,
        }
        return known if any(known.values()) else {}

    @property
    def facts(self) -> list[tuple[str, str]]:
        """The record of the register: terms with values; what is not known is empty."""
        return [
            (gettext("Register number"), self.register_number),
            (gettext("Territory"), self.territory.title if self.territory else ""),
            (gettext("Number of residents"), _number(self.residents)),
            (gettext("Number of houses"), _number(self.houses)),
            (gettext("Founding meeting"), _day(self.founded_on)),
            (gettext("Charter registered"), _day(self.registered_on)),
            (gettext("Act"), self.registration_act),
            (gettext("Dissolved"), _day(self.dissolved_on)),
            (gettext("Legal entity"), self.legal_name),
            (gettext("INN"), self.inn),
            (gettext("OGRN"), self.ogrn),
        ]

    def get_map(self, land: dict[str, Any] | None, councils: CouncilQuerySet, base: str) -> TownMap | None:
        """Where the council lies upon ``land``, with those of ``councils`` that are near; None without a boundary.

        ``base`` is the address of the register.
        """
        if self.bounds is None or not self.outline:
            return None
        own = Region(self.title, "", map_style(self.kind, self.is_dissolved), self.outline, current=True)
        near = councils.active().exclude(pk=self.pk).in_sight_of(self.bounds)
        return locator_map(own, near, land=land, base=base)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        register = self.get_parent().specific
        return {
            **super().get_context(request, *args, **kwargs),
            "contacts": self.contacts,
            "facts": self.facts,
            "reports": list(self.reports.select_related("document").order_by("-year")),
            "documents": list(self.documents.select_related("document")),
            "pictures": list(self.pictures.select_related("image")),
            "register": register,
            "map": self.get_map(register.boundary, register.get_councils(), register.url),
        }

    def get_structured_data(self, request: HttpRequest) -> dict[str, Any]:
        """What schema.org has to say of a council beyond what it says of any page."""
        founded = self.founded_on or self.registered_on
        known = {
            "legalName": self.legal_name,
            "identifier": self.register_number,
            "taxID": self.inn,
            "foundingDate": founded and founded.isoformat(),
            "dissolutionDate": self.dissolved_on and self.dissolved_on.isoformat(),
            "telephone": self.phone,
            "email": self.email,
            "sameAs": self.website,
            "address": self.address,
            "areaServed": self.territory and {"@type": "AdministrativeArea", "name": self.territory.title},
            "member": [{"@type": "Person", "name": office.person.title} for office in self.current_offices],
        }
        data = super().get_structured_data(request)
        is_official = self.kind in (CouncilKind.PUBLIC, CouncilKind.MANAGER)
        data["@type"] = "GovernmentOrganization" if is_official else "Organization"
        return data | {name: value for name, value in known.items() if value}

    # --- searching ----------------------------------------------------------------------------------------

    def get_search_text(self) -> str:
        people = " ".join(office.person.title for office in self.current_offices)
        numbers = " ".join(part for part in (self.register_number, self.legal_name, self.inn, self.ogrn) if part)
        parts = (super().get_search_text(), self.addresses, self.boundary_words, people, self.address, numbers)
        return "\n".join(part for part in parts if part)

    def get_search_attributes(self) -> dict[str, Any]:
        day = self.registered_on or self.founded_on
        return {
            "date": day,
            "year": day.year if day else None,
            "territories": terms([self.territory] if self.territory else []),
        }


def _number(value: int | None) -> str:
    return "" if value is None else thin_number(value)


def _day(day: dt.date | None) -> str:
    return long_date(day) if day else ""
