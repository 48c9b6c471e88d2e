"""The editor's form of a project: what a resident reads first comes first."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel

PROJECT_PANELS = [
    FieldPanel("summary"),
    MultiFieldPanel(
        [FieldPanel("organisation"), PageChooserPanel("council"), FieldPanel("group"), FieldPanel("person")],
        heading=_("Who began it"),
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
