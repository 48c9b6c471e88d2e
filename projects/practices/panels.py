"""The editor's form of a practice, in the order in which one tells of it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

PRACTICE_PANELS = [
    FieldPanel("summary"),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("origin"), FieldPanel("city")]), FieldPanel("year"), FieldPanel("territory"),
         FieldPanel("topics")],
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
]  # fmt: skip
