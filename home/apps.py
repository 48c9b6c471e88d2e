from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The front page, news, ordinary pages, events."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "home"
    verbose_name = _("Front page and news")

    def ready(self) -> None:
        from core.searching import register_kind

        from . import evidence

        register_kind("news", _("News"), _("News"))
        register_kind("event", _("Event"), _("Events"))
        evidence.register()
