from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegistrationConfig(AppConfig):
    """Places at a coming forum, from the form to the door and to the erasure of names."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "forums.registration"
    label = "registration"
    verbose_name = _("Registration for forums")

    def ready(self) -> None:
        from core.contacts import consent_withdrawn

        from .signals import forget_needs

        consent_withdrawn.connect(forget_needs, dispatch_uid="registration.forget_needs")
