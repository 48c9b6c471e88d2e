from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """The foundation every other app stands on."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "core"
    verbose_name = _("Site foundation")

    def ready(self) -> None:
        from django.db.backends.signals import connection_created
        from django.db.models.signals import post_save
        from wagtail.signals import copy_for_translation_done

        from . import checks  # noqa: F401  (registers the project's system checks)
        from .admin_scripts import override_inline_scripts
        from .models import SiteImage
        from .page_cache.writes import watch
        from .renditions import image_saved
        from .tables.wagtail_exports import override_wagtail_exports
        from .translations import adopt_existing_words, take_the_same_place

        connection_created.connect(watch)
        post_save.connect(image_saved, sender=SiteImage)
        post_save.connect(adopt_existing_words, sender="wagtail_localize.Translation")
        copy_for_translation_done.connect(take_the_same_place)
        override_wagtail_exports()
        override_inline_scripts()
