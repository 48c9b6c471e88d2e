from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SubscriptionsConfig(AppConfig):
    """What residents follow by e-mail, and the newsletter."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "home.subscriptions"
    verbose_name = _("Subscriptions")

    def ready(self) -> None:
        from core.contacts import consent_withdrawn
        from core.mail import mailing_refused

        from .signals import end_refused, end_without_consent

        mailing_refused.connect(end_refused, dispatch_uid="subscriptions.end_refused")
        consent_withdrawn.connect(end_without_consent, dispatch_uid="subscriptions.end_without_consent")
