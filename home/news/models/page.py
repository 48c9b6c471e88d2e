"""One piece of news."""

import datetime as dt
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from core.blocks import BodyBlock
from core.fields import TermsField
from core.models import BasePage
from core.pictures import SINGLE, rendition_url
from core.search import SearchKind, terms
from core.visibility import readable

from ..querysets import NewsPageQuerySet

MIDDAY = dt.time(12)


class NewsPage(BasePage):
    """News: a date, a lead, a text; a picture where there is one."""

    date = models.DateField(
        _("date"),
        default=timezone.localdate,
        db_index=True,
        help_text=_("The day that stands under the heading and orders the list."),
    )
    summary = models.TextField(
        _("lead"),
        help_text=_(
            "What happened, in one or two sentences: stands in lists and under the heading. "
            "For example: Applications for the yards contest are accepted until 1 May."
        ),
    )
    picture = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    topics = TermsField("core.Topic", verbose_name=_("topics"), blank=True, related_name="news_pages")
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    objects = PageManager.from_queryset(NewsPageQuerySet)()

    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: list[str] = []
    search_kind = SearchKind("news", _("News"), _("News"), ages=True)
    schema_type = "NewsArticle"
    may_be_evidence = True
    override_translatable_fields = [TranslatableField("topics"), SynchronizedField("date")]
    search_fields = [*BasePage.search_fields, index.SearchField("summary"), index.SearchField("body")]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("date"), FieldPanel("topics")], heading=_("Date and topics")),
        FieldPanel("picture"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("piece of news")
        verbose_name_plural = _("news")

    @property
    def lead(self) -> str:
        return self.summary

    @property
    def published_at(self) -> dt.datetime:
        """The moment for feeds: of publication when that was on the news's own day, midday of that day otherwise."""
        moment = self.first_published_at
        if moment and timezone.localdate(moment) == self.date:
            return moment
        return timezone.make_aware(dt.datetime.combine(self.date, MIDDAY))

    @property
    def section_url(self) -> str:
        """Address of the section the news stands in."""
        return self.breadcrumbs[-1].url

    @cached_property
    def related(self) -> list["NewsPage"]:
        """Up to three other pieces of news on the same topics."""
        topics = [topic.pk for topic in self.topics.all()]
        others = readable(NewsPage.objects.filter(locale=self.locale_id)).exclude(pk=self.pk)
        return list(others.on_topics(topics).newest_first().for_cards()[:3])

    def get_structured_data(self, request: HttpRequest) -> dict[str, Any]:
        data = super().get_structured_data(request)
        data["headline"] = self.title
        data["datePublished"] = self.published_at.isoformat()
        if self.picture and (address := rendition_url(self.picture, SINGLE["share"])):
            data["image"] = request.build_absolute_uri(address)
        return data

    def get_search_attributes(self) -> dict[str, Any]:
        return {"date": self.date, "year": self.date.year, "topics": terms(self.topics.all())}
