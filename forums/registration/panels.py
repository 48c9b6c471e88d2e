"""What the form of a forum's registration shows."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, PageChooserPanel

from .admin_forms import PeriodForm

MOST_QUESTIONS = 5
PERIOD_PANELS = ObjectList(
    [
        PageChooserPanel("forum"),
        FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
        FieldPanel("intro"),
        FieldRowPanel([FieldPanel("party_limit"), FieldPanel("asks_needs")]),
        InlinePanel(
            "sections",
            heading=_("Sections and their places"),
            label=_("Section"),
            help_text=_("Left empty: the sections of the forum's page are taken, each without places yet."),
        ),
        InlinePanel("questions", heading=_("Questions"), label=_("Question"), max_num=MOST_QUESTIONS),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("reminder_days"), FieldPanel("offer_hours"), FieldPanel("keep_days")])],
            heading=_("Letters and erasure"),
        ),
    ],
    base_form_class=PeriodForm,
)
