from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """News."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "home.news"
    verbose_name = _("News")
