"""The order in which an editor fills an event in."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel

EVENT_PANELS = [
    FieldPanel("summary"),
    MultiFieldPanel(
        [
            FieldPanel("kind"),
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
            FieldRowPanel([FieldPanel("repeat"), FieldPanel("repeat_until")]),
        ],
        heading=_("What and when"),
    ),
    InlinePanel(
        "changes",
        heading=_("Skipped and moved dates of a series"),
        label=_("Change of a single date"),
        help_text=_("When one meeting of a series does not take place, or takes place at another time."),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("place"), FieldPanel("address")]),
            FieldRowPanel([FieldPanel("step_free"), FieldPanel("accessible_toilet")]),
            FieldRowPanel([FieldPanel("hearing_loop"), FieldPanel("sign_language")]),
            FieldPanel("access_note"),
        ],
        heading=_("Where, and can everybody get in?"),
    ),
    FieldPanel("body"),
    FieldPanel("programme"),
    MultiFieldPanel(
        [
            FieldPanel("organiser"),
            FieldPanel("speakers"),
            FieldPanel("registration_url"),
            FieldPanel("topics"),
            PageChooserPanel("forum", "editions.ForumPage"),
        ],
        heading=_("Who, and how to take part"),
    ),
    MultiFieldPanel([FieldPanel("outcome"), FieldPanel("attendance")], heading=_("After the event")),
]
