from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CouncilsConfig(AppConfig):
    """The register of councils."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "projects.councils"
    verbose_name = _("Councils")
