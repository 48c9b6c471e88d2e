from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GeoConfig(AppConfig):
    """Boundaries, addresses and maps."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "projects.geo"
    verbose_name = _("Maps")
