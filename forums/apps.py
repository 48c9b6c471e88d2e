from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ForumsConfig(AppConfig):
    """Forums, their resolutions, and what came of them."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "forums"
    verbose_name = _("Forums")

    def ready(self) -> None:
        from core.searching import register_kind

        register_kind("forum", _("Forum"), _("Forums"))
        register_kind("resolution", _("Resolution"), _("Resolutions"))
        register_kind("recommendation", _("Recommendation"), _("Recommendations"))
