"""News in the admin, and what they tell of the forums' recommendations."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.viewsets.pages import PageViewSet

from core.viewsets import page_columns
from forums.followup.evidence import register_part

from . import happenings  # noqa: F401  (says which news are new)
from .evidence import activity_of_news
from .models import NewsIndexPage, NewsPage

register_part("news", _("News"), activity_of_news)


class NewsViewSet(PageViewSet):
    model = NewsPage
    parent_models = [NewsIndexPage]
    icon = "doc-full"
    ordering = "-date"
    list_display = page_columns(DateColumn("date", label=_("Date"), sort_key="date"))
    list_filter = ["date"]


@hooks.register("register_admin_viewset")
def register_viewset() -> PageViewSet:
    """The list of news."""
    return NewsViewSet()
