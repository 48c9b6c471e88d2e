"""Events in the admin, and what they tell of the forums' recommendations."""

from functools import partial

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.pages import PageViewSet

from core.viewsets import page_columns
from forums.followup.evidence import register_part

from . import happenings  # noqa: F401  (says which events are new)
from .evidence import activity_of_events
from .models import EventIndexPage, EventPage

# All events, and each kind alone: clubs, job fairs …
register_part("events", _("Events"), activity_of_events)
for kind, label in EventPage.Kind.choices:
    name = format_lazy("{}: {}", _("Events"), label)
    register_part(f"events-{kind}", name, partial(activity_of_events, kind=kind))


class EventViewSet(PageViewSet):
    model = EventPage
    parent_models = [EventIndexPage]
    icon = "calendar-alt"
    ordering = "-starts_at"
    list_display = page_columns(
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        DateColumn("starts_at", label=_("Begins"), sort_key="starts_at"),
        Column("state", label=_("State"), accessor=lambda page: page.state.label),
        Column("outcome", label=_("Outcome told?"), accessor=lambda page: _("yes") if page.outcome else _("no")),
    )
    list_filter = ["kind", "starts_at"]


@hooks.register("register_admin_viewset")
def register_viewset() -> PageViewSet:
    """The list of events."""
    return EventViewSet()
