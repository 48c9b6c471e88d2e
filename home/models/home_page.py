"""The front page."""

from django.utils.translation import gettext_lazy as _

from core.models import BasePage


class HomePage(BasePage):
    """The town's participation at a glance."""

    parent_page_types = ["wagtailcore.Page"]
    search_kind = None

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")
