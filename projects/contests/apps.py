from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.search import register_kind


class ContestsConfig(AppConfig):
    """Contests and grants."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "projects.contests"
    verbose_name = _("Contests")

    def ready(self) -> None:
        register_kind("contest", _("Contest"), _("Contests"))
