from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResolutionsConfig(AppConfig):
    """What forums adopted: resolutions and their recommendations."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "forums.resolutions"
    verbose_name = _("Resolutions")

    def ready(self) -> None:
        from django.db.models.signals import post_delete
        from wagtail.signals import page_published

        from core.search import register_kind

        from .addresses import forget_addresses, remember_addresses
        from .models import ResolutionPage

        register_kind("resolution", _("Resolution"), _("Resolutions"))
        register_kind("recommendation", _("Recommendation"), _("Recommendations"))
        page_published.connect(
            remember_addresses, sender=ResolutionPage, dispatch_uid="forums.resolutions.addresses.remember_addresses"
        )
        post_delete.connect(
            forget_addresses, sender=ResolutionPage, dispatch_uid="forums.resolutions.addresses.forget_addresses"
        )
