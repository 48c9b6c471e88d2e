"""The editor's form of a project: what no single field can tell, and the panels.

What a resident reads first comes first.
"""

from decimal import Decimal

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel

from core.money import roubles
from core.page_forms import PageForm
from projects.councils.municipality import municipality
from projects.geo.point import check_within, read_point


class ProjectForm(PageForm):
    """Compares the money of all sources with the cost, and the place with the municipality's boundary."""

    def clean_point(self) -> str:
        text = self.cleaned_data["point"]
        land = municipality() if text else None
        if land and (place := read_point(text)):
            check_within(*place, land)
        return text

    def clean(self) -> dict:
        cleaned = super().clean()
        cost, found = cleaned.get("cost"), self._found()
        if cost is not None and found > cost:
            self.add_error(
                "cost",
                gettext("The sources below make %(found)s, more than the whole cost. Correct the cost or the sources.")
                % {"found": roubles(found)},
            )
        return cleaned

    def _found(self) -> Decimal:
        fundings = self.formsets.get("fundings")
        if fundings is None or not fundings.is_bound or not fundings.is_valid():
            return Decimal()
        rows = [form.cleaned_data for form in fundings.forms if form.cleaned_data]
        return sum((row.get("amount") or Decimal() for row in rows if not row.get("DELETE")), Decimal())


PROJECT_PANELS = [
    FieldPanel("summary"),
    MultiFieldPanel(
        [FieldPanel("organisation"), PageChooserPanel("council"), FieldPanel("group"), FieldPanel("person")],
        heading=_("Started by"),
        help_text=_("Fill in one of the four."),
    ),
    InlinePanel(
        "stages", heading=_("Stages"), label=_("Stage"), help_text=_("A new stage is a new line; the old ones stay.")
    ),
    MultiFieldPanel(
        [FieldPanel("goals"), FieldPanel("audience"), FieldPanel("topics"), FieldPanel("picture")],
        heading=_("What for"),
    ),
    MultiFieldPanel(
        [FieldPanel("territory"), FieldPanel("address"), FieldPanel("point")],
        heading=_("Where"),
    ),
    MultiFieldPanel(
        [FieldPanel("cost"), InlinePanel("fundings", label=_("Source of money"))],
        heading=_("Money"),
    ),
    MultiFieldPanel(
        [InlinePanel("needs", label=_("Need")), FieldPanel("how_to_help"), FieldPanel("contact")],
        heading=_("What is needed, and how to help"),
    ),
    FieldPanel("body"),
    InlinePanel("updates", heading=_("News of the project"), label=_("Piece of news")),
    InlinePanel("figures", heading=_("Results in figures"), label=_("Figure")),
    InlinePanel("team", heading=_("Team"), label=_("Member")),
    InlinePanel("partners", heading=_("Partners"), label=_("Partner")),
    InlinePanel(
        "recommendations",
        heading=_("Recommendations it carries out"),
        label=_("Recommendation"),
        help_text=_("The project will be shown on the page of each recommendation."),
    ),
    InlinePanel("documents", heading=_("Documents"), label=_("Document")),
    FieldPanel("external_id"),
]
