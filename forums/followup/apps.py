from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FollowupConfig(AppConfig):
    """What came of the recommendations: records, statuses, reports."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "forums.followup"
    verbose_name = _("Follow-up")

    def ready(self) -> None:
        from wagtail.signals import published

        from .evidence_files import open_files

        published.connect(open_files, dispatch_uid="followup.open_files")
