from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from core.search import register_kind


class SocialConfig(AppConfig):
    """The base of social projects."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "projects.social"
    verbose_name = _("Social projects")

    def ready(self) -> None:
        register_kind("project", _("Project"), _("Projects"))
