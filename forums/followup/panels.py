"""What the admin's forms of records show. Bodies see few fields: those that need the permission are the editors'."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList

from .forms import PartSelect, RecommendationSelect, RecordForm
from .permissions import PUBLISH_REPORTS


class CorrectedPanel(FieldPanel):
    """Names the record that this one corrects; nothing where it corrects none."""

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self) -> bool:
            return super().is_shown() and bool(getattr(self.instance, "corrects_id", None))


RECOMMENDATION = FieldPanel("recommendation_key", widget=RecommendationSelect)

ASSIGNMENT = ObjectList(
    [
        RECOMMENDATION,
        FieldRowPanel([FieldPanel("body"), FieldPanel("date", heading=_("assigned on"))]),
        FieldRowPanel([FieldPanel("due_on"), FieldPanel("frequency")]),
        FieldRowPanel([FieldPanel("contact_name"), FieldPanel("contact_email")]),
    ],
    base_form_class=RecordForm,
)

RESPONSE = ObjectList(
    [
        RECOMMENDATION,
        FieldRowPanel([FieldPanel("date"), FieldPanel("position")]),
        FieldRowPanel([FieldPanel("body"), FieldPanel("office")]),
        FieldPanel("text"),
        FieldPanel("document"),
        CorrectedPanel("corrects", read_only=True),
    ],
    base_form_class=RecordForm,
)

EVIDENCE = InlinePanel(
    "evidence",
    panels=[
        FieldRowPanel([FieldPanel("title"), FieldPanel("url")]),
        FieldRowPanel([FieldPanel("document"), FieldPanel("page"), FieldPanel("picture")]),
    ],
    heading=_("Evidence"),
    label=_("Evidence"),
)

REPORT = ObjectList(
    [
        RECOMMENDATION,
        FieldRowPanel([FieldPanel("date"), FieldPanel("outcome")]),
        FieldPanel("text"),
        FieldPanel("due_moved_to", permission=PUBLISH_REPORTS),
        EVIDENCE,
        FieldRowPanel(
            [FieldPanel("body", permission=PUBLISH_REPORTS), FieldPanel("period", permission=PUBLISH_REPORTS)]
        ),
        FieldPanel("internal", permission=PUBLISH_REPORTS),
        CorrectedPanel("corrects", read_only=True),
    ],
    base_form_class=RecordForm,
)

LIVING_LINK = ObjectList([RECOMMENDATION, FieldPanel("part", widget=PartSelect), FieldPanel("topic")])
