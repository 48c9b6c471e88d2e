from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    """Ordinary pages, the map of the site."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "home.pages"
    verbose_name = _("Pages")
