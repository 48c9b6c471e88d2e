from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ImportingConfig(AppConfig):
    """From a document to a draft resolution."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "forums.importing"
    verbose_name = _("Import of resolutions")
