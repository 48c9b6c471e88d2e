"""The editor's form of a contest, top to bottom in the order of an announcement."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

CONTEST_PANELS = [
    FieldPanel("summary"),
    MultiFieldPanel(
        [FieldPanel("organiser"), FieldPanel("level"), FieldPanel("audiences"), FieldPanel("topics")],
        heading=_("Who and for whom"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("time_zone"),
            FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
            FieldPanel("results_expected_on"),
        ],
        heading=_("Dates"),
    ),
    MultiFieldPanel(
        [FieldPanel("prize_fund"), FieldRowPanel([FieldPanel("grant_min"), FieldPanel("grant_max")])],
        heading=_("Money"),
    ),
    MultiFieldPanel(
        [FieldPanel("how_to_apply"), FieldPanel("official_link"), FieldPanel("contact")],
        heading=_("How to apply"),
    ),
    InlinePanel("consultations", heading=_("Consultations"), label=_("Consultation")),
    FieldPanel("body"),
    InlinePanel("documents", heading=_("Documents"), label=_("Document")),
    MultiFieldPanel(
        [
            FieldPanel("results_on"),
            InlinePanel("winners", label=_("Winner")),
            FieldPanel("results_text"),
        ],
        heading=_("Results"),
        help_text=_("Fill in once the winners are known."),
    ),
]
