from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    """The library of official documents."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "home.library"
    verbose_name = _("Library")
