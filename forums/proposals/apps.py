from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProposalsConfig(AppConfig):
    """Residents' proposals to a coming forum, from the form to the adopted paragraph."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "forums.proposals"
    verbose_name = _("Proposals")

    def ready(self) -> None:
        from wagtail.signals import page_published

        from core.contacts import consent_withdrawn

        from .signals import find_adopted_words, forget_name

        page_published.connect(find_adopted_words, dispatch_uid="proposals.find_adopted_words")
        consent_withdrawn.connect(forget_name, dispatch_uid="proposals.forget_name")
