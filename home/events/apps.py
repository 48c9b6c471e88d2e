from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    """The calendar of events."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "home.events"
    verbose_name = _("Events")
