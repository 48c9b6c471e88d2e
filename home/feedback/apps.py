from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeedbackConfig(AppConfig):
    """The feedback form."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "home.feedback"
    verbose_name = _("Feedback")
