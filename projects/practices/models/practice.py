"""A good practice: what was done, what it took, what came of it, how to repeat it."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import TranslatableField

from core.blocks import BodyBlock
from core.fields import TermsField
from core.models import BasePage
from core.money import MoneyField, roubles
from core.search import SearchKind, terms
from core.text import plain_text
from core.visibility import public_keys

from ..blocks import FiguresBlock, FundingBlock, PapersBlock, PartnersBlock, StepsBlock
from ..choices import Origin, Source
from ..querysets import PracticeManager
from .borrowing import PracticeBorrowing

TEXT = ["bold", "italic", "link", "document-link", "ol", "ul"]
#: What fits on one sheet of A4, measured on paper: with every part this long the sheet is full and not overfull.
CARD_LENGTHS = {"problem": 380, "solution": 560, "repeat": 420}
CARD_STEPS = 7
CARD_STEP_LENGTH = 90
CARD_FIGURES = 4
CARD_BORROWERS = 4


class PracticePage(RoutablePageMixin, BasePage):
    """One practice; ``card/`` is the sheet of paper somebody takes to their own council."""

    summary = models.TextField(
        _("in brief"), max_length=400, help_text=_("What it is and what it gave, in a sentence or two.")
    )
    origin = models.CharField(
        _("whose practice"), max_length=10, choices=Origin.choices, default=Origin.OWN, db_index=True
    )
    city = models.CharField(_("city of origin"), max_length=120, blank=True, db_index=True)
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, validators=[MinValueValidator(1990), MaxValueValidator(2100)]
    )
    territory = models.ForeignKey(
        "core.Territory",
        verbose_name=_("territory"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="practices",
    )
    topics = TermsField("core.Topic", verbose_name=_("topics"), blank=True, related_name="practices")
    problem = RichTextField(_("the problem"), blank=True, features=TEXT)
    solution = RichTextField(_("what was done"), blank=True, features=TEXT)
    steps = StreamField(StepsBlock(required=False), verbose_name=_("step by step"), blank=True)
    figures = StreamField(FiguresBlock(required=False), verbose_name=_("result in figures"), blank=True)
    funding = StreamField(FundingBlock(required=False), verbose_name=_("sources of money"), blank=True)
    cost = MoneyField(
        _("cost, ₽"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("Left empty, it is the sum of the sources. 0 when no money was needed."),
    )
    people = models.CharField(
        _("people needed"), max_length=200, blank=True, help_text=_("For example: a coordinator and 12 volunteers.")
    )
    duration = models.CharField(_("time needed"), max_length=120, blank=True, help_text=_("For example: 4 months."))
    partners = StreamField(PartnersBlock(required=False), verbose_name=_("partners"), blank=True)
    repeat = RichTextField(
        _("how to repeat it"), blank=True, features=TEXT, help_text=_("What to begin with, what to beware of.")
    )
    body = StreamField(BodyBlock(required=False), verbose_name=_("further text"), blank=True)
    contact_person = models.ForeignKey(
        "core.Person",
        verbose_name=_("person to ask"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    contact = models.CharField(
        _("contact"), max_length=255, blank=True, help_text=_("Of the body, not of a person: phone, e-mail, address.")
    )
    link = models.URLField(_("more about it"), blank=True)
    papers = StreamField(PapersBlock(required=False), verbose_name=_("documents"), blank=True)

    objects = PracticeManager()

    parent_page_types = ["practices.PracticeIndexPage"]
    subpage_types: list[str] = []
    search_kind = SearchKind("practice", _("Practice"), _("Practices"))
    schema_type = "HowTo"
    may_be_evidence = True
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("origin"), FieldPanel("city")]),
                FieldPanel("year"),
                FieldPanel("territory"),
                FieldPanel("topics"),
            ],
            heading=_("Where it comes from"),
        ),
        MultiFieldPanel(
            [FieldPanel("problem"), FieldPanel("solution"), FieldPanel("steps")], heading=_("What was done")
        ),
        FieldPanel("figures"),
        MultiFieldPanel(
            [FieldPanel("funding"), FieldPanel("cost"), FieldRowPanel([FieldPanel("people"), FieldPanel("duration")])],
            heading=_("What it takes"),
        ),
        FieldPanel("partners"),
        FieldPanel("repeat"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("contact_person"), FieldPanel("contact"), FieldPanel("link")], heading=_("Whom to ask")
        ),
        FieldPanel("papers"),
        InlinePanel("borrowings", heading=_("Who took it up"), label=_("Borrowing")),
    ]
    override_translatable_fields = [TranslatableField("topics")]

    class Meta:
        verbose_name = _("practice")
        verbose_name_plural = _("practices")

    def clean(self) -> None:
        super().clean()
        errors: dict[str, Any] = {}
        if self.origin == Origin.OTHER and not self.city:
            errors["city"] = _("Name the city the practice comes from.")
        if self.year and self.year > timezone.localdate().year:
            errors["year"] = _("This year has not begun yet.")
        if self.funding and self.cost is None:
            self.cost = self.funded
        elif self.funding and self.cost != self.funded:
            errors["cost"] = _("The sources add up to %(sum)s. Correct a sum, or leave this field empty.") % {
                "sum": roubles(self.funded)
            }
        if errors:
            raise ValidationError(errors)

    # --- reading ------------------------------------------------------------------------------------------

    @property
    def lead(self) -> str:
        return self.summary

    @property
    def is_own(self) -> bool:
        return self.origin == Origin.OWN

    @property
    def funded(self) -> Decimal:
        """What the sources of money add up to."""
        return sum((block.value["amount"] or Decimal(0) for block in self.funding), Decimal(0))

    @property
    def cost_words(self) -> str:
        """«150 000 ₽», "no money needed", or nothing when unknown."""
        if self.cost is None:
            return ""
        return roubles(self.cost) if self.cost else str(_("no money needed"))

    @property
    def money_rows(self) -> list[tuple[str, str, str, int]]:
        """Source, its name, sum in words, share in per cent; the largest first."""
        total = self.funded or Decimal(1)
        parts = sorted((block.value for block in self.funding), key=lambda value: -(value["amount"] or 0))
        return [
            (
                str(Source(value["source"]).label),
                value["name"],
                roubles(value["amount"] or 0),
                round(100 * (value["amount"] or 0) / total),
            )
            for value in parts
        ]

    @property
    def needs(self) -> list[tuple[Any, str]]:
        """What it takes, for a list of facts."""
        return [(_("Cost"), self.cost_words), (_("Time"), self.duration), (_("People"), self.people)]

    @cached_property
    def taken_up_by(self) -> list[PracticeBorrowing]:
        """Borrowings, the latest first; pages that are not public are not named."""
        borrowings = list(self.borrowings.select_related("council", "council__locale", "project", "project__locale"))
        public = public_keys(page for one in borrowings for page in (one.council, one.project))
        for one in borrowings:
            one.shows_council, one.shows_project = one.council_id in public, one.project_id in public
        return sorted(borrowings, key=lambda borrowing: -borrowing.year)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, "collection": self.get_parent(), "topics": list(self.topics.all())}

    # --- serving ------------------------------------------------------------------------------------------

    @path("card/")
    def card(self, request: HttpRequest) -> HttpResponse:
        """“Borrow this”: the practice on one sheet of A4."""
        return self.render(request, template="practices/card.html", context_overrides={"card": self.get_card()})

    def get_card(self) -> dict[str, Any]:
        """Texts cut at whole words, the first steps and figures, and who took the practice up."""
        texts = {name: _cut(plain_text(getattr(self, name)), limit) for name, limit in CARD_LENGTHS.items()}
        steps = [(_cut(step.value["title"], CARD_STEP_LENGTH), step.value["duration"]) for step in self.steps]
        borrowers = [f"{one.who} ({one.city or one.year})" for one in self.taken_up_by[:CARD_BORROWERS]]
        return {
            **texts,
            "steps": steps[:CARD_STEPS],
            "more_steps": max(0, len(steps) - CARD_STEPS),
            "figures": list(self.figures)[:CARD_FIGURES],
            "borrowers": "; ".join(borrowers),
        }

    def get_structured_data(self, request: HttpRequest) -> dict[str, Any]:
        data = super().get_structured_data(request)
        steps = [{"@type": "HowToStep", "name": b.value["title"], "text": b.value["text"]} for b in self.steps]
        if steps:
            data["step"] = steps
        if self.cost is not None:
            data["estimatedCost"] = {"@type": "MonetaryAmount", "currency": "RUB", "value": str(self.cost)}
        return data

    # --- searching ----------------------------------------------------------------------------------------

    def get_search_text(self) -> str:
        texts = [plain_text(getattr(self, name)) for name in ("problem", "solution", "repeat")]
        borrowers = " ".join(f"{borrowing.who} {borrowing.city}" for borrowing in self.borrowings.all())
        parts = (super().get_search_text(), *texts, self.city, self.people, borrowers)
        return "\n".join(part for part in parts if part)

    def get_search_attributes(self) -> dict[str, Any]:
        published = super().get_search_attributes()
        return {
            **published,
            "year": self.year or published["year"],
            "topics": terms(self.topics.all()),
            "territories": terms([self.territory] if self.territory else []),
        }


def _cut(text: str, limit: int) -> str:
    return Truncator(text).chars(limit)
