from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditionsConfig(AppConfig):
    """The yearly forums ("editions") and their programme."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "forums.editions"
    verbose_name = _("Forums")

    def ready(self) -> None:
        from . import signals  # noqa: F401
