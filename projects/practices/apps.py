from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PracticesConfig(AppConfig):
    """The collection of good practices."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "projects.practices"
    verbose_name = _("Good practices")
