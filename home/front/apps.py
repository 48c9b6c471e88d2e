from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FrontConfig(AppConfig):
    """The front page."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "home.front"
    verbose_name = _("Front page")
