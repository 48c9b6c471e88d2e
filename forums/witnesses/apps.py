from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WitnessesConfig(AppConfig):
    """What residents see of a recommendation on the spot: done or not done."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "forums.witnesses"
    verbose_name = _("Residents' words")
