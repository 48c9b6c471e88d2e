from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ForumsConfig(AppConfig):
    """Forums, their resolutions, and what came of them."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "forums"
    verbose_name = _("Forums")

    def ready(self) -> None:
        from django.db.models.signals import post_delete
        from wagtail.signals import page_published

        from core.searching import register_kind

        from .addresses import forget_addresses, remember_addresses
        from .models import ResolutionPage

        register_kind("forum", _("Forum"), _("Forums"))
        register_kind("resolution", _("Resolution"), _("Resolutions"))
        register_kind("recommendation", _("Recommendation"), _("Recommendations"))
        page_published.connect(
            remember_addresses, sender=ResolutionPage, dispatch_uid="forums.addresses.remember_addresses"
        )
        post_delete.connect(forget_addresses, sender=ResolutionPage, dispatch_uid="forums.addresses.forget_addresses")
