from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResolutionsConfig(AppConfig):
    """What forums adopted: resolutions and their recommendations."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "forums.resolutions"
    verbose_name = _("Resolutions")

    def ready(self) -> None:
        from core.search import register_kind

        from . import signals  # noqa: F401

        register_kind("resolution", _("Resolution"), _("Resolutions"))
        register_kind("recommendation", _("Recommendation"), _("Recommendations"))
