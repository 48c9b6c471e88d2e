"""The forum's edit form, in the order in which a forum is prepared."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

FORUM_PANELS = [
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("number"), FieldPanel("starts_on"), FieldPanel("ends_on")]),
            FieldPanel("theme"),
            FieldPanel("intro"),
        ],
        heading=_("What and when"),
    ),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("venue"), FieldPanel("address")]), FieldPanel("accessibility")],
        heading=_("Where"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("registration_url"),
            FieldRowPanel([FieldPanel("registration_opens_on"), FieldPanel("registration_closes_on")]),
        ],
        heading=_("Registration"),
    ),
    FieldPanel("organisers"),
    FieldPanel("body"),
    FieldPanel("tracks"),
    FieldPanel("programme"),
    MultiFieldPanel(
        [FieldPanel("figures"), FieldPanel("gallery"), FieldPanel("documents"), FieldPanel("recordings")],
        heading=_("After the forum"),
    ),
]
