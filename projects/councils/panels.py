"""The editor's form of a council, in the order in which a council's papers are filled in."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

COUNCIL_PANELS = [
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("kind"), FieldPanel("territory")]), FieldPanel("summary")],
        heading=_("What it is"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("reception"),
            FieldPanel("address"),
            FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
            FieldPanel("website"),
        ],
        heading=_("Reception and contacts"),
    ),
    InlinePanel("offices", heading=_("Chair and other offices"), label=_("Office")),
    MultiFieldPanel(
        [
            FieldPanel("addresses"),
            FieldRowPanel([FieldPanel("residents"), FieldPanel("houses")]),
            FieldPanel("boundary_words"),
            FieldPanel("boundary"),
        ],
        heading=_("Territory: addresses and boundaries"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("register_number"), FieldPanel("registered_on")]),
            FieldPanel("registration_act"),
            FieldRowPanel([FieldPanel("founded_on"), FieldPanel("founding_protocol")]),
            FieldPanel("dissolved_on"),
        ],
        heading=_("In the register"),
    ),
    MultiFieldPanel(
        [FieldPanel("legal_name"), FieldRowPanel([FieldPanel("inn"), FieldPanel("ogrn")])],
        heading=_("Legal entity"),
    ),
    InlinePanel("reports", heading=_("Yearly reports"), label=_("Report")),
    InlinePanel("documents", heading=_("Documents"), label=_("Document")),
    InlinePanel("pictures", heading=_("Gallery"), label=_("Picture")),
    FieldPanel("body"),
]
