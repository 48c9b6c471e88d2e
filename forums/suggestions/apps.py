from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SuggestionsConfig(AppConfig):
    """Which recommendations pages are about."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "forums.suggestions"
    verbose_name = _("Suggestions of reports")
