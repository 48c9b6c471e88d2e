"""What every page of the site has in common."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageViewRestriction
from wagtail.url_routing import RouteResult

from core.routing import nearest_descendant
from core.searching import SearchOffer
from core.text import plain_text, stream_headings, stream_text
from core.visibility import readable


class BasePage(Page):
    """Abstract base: share metadata, breadcrumbs, table of contents, structured data, what search may find."""

    share_image = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("share picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown when somebody shares a link to the page. 1200 × 630 fits everywhere."),
    )

    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("share_image"),
            ],
            heading=_("For search engines and sharing"),
        ),
        MultiFieldPanel([FieldPanel("show_in_menus")], heading=_("Menu")),
    ]

    #: The page's ancestors when it was found by its address, from the root down; see :mod:`core.routing`.
    way: Sequence[Page] = ()
    is_restricted = True

    #: Kind of the page as a search hit; None keeps a type out of the search.
    search_kind: str | None = "page"
    #: schema.org type of the page.
    schema_type = "WebPage"

    class Meta:
        abstract = True

    # --- finding the way ----------------------------------------------------------------------------------

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """As Wagtail does, in two queries for any depth."""
        if path_components:
            found, rest = nearest_descendant(self, path_components)
            if found is not None:
                return found.route(request, rest)
        return super().route(request, path_components)

    def get_view_restrictions(self) -> QuerySet:
        """As Wagtail does; a page found by its address has looked already."""
        if self.way and not self.is_restricted:
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    # --- reading ------------------------------------------------------------------------------------------

    @property
    def lead(self) -> str:
        """A sentence or two that stand under the title and in lists; subclasses usually have a field for it."""
        return self.search_description

    @property
    def share_description(self) -> str:
        """Plain text for search engines and share cards, at most 300 characters."""
        return self.search_description or Truncator(plain_text(self.lead)).chars(300)

    @property
    def updated_on(self) -> dt.date | None:
        """The day of the last publication, in the site's time zone."""
        moment = self.last_published_at
        return timezone.localdate(moment) if moment else None

    @cached_property
    def breadcrumbs(self) -> list[Page]:
        """Ancestors from the front page down to the parent."""
        site_root_depth = 2
        if self.way:
            return [page for page in self.way if page.depth >= site_root_depth]
        return list(self.get_ancestors().filter(depth__gte=site_root_depth))

    @cached_property
    def table_of_contents(self) -> list[tuple[int, str, str]]:
        """Headings of the page's stream fields: level, text, anchor."""
        return [heading for field in self._stream_fields() for heading in stream_headings(getattr(self, field))]

    @cached_property
    def language_versions(self) -> list[Page]:
        """The live pages that say the same in every language, this one included."""
        return list(readable(self.get_translations(inclusive=True)).select_related("locale").order_by("locale_id"))

    @property
    def language_code(self) -> str:
        """The page's language, from what is loaded for the language switch anyway."""
        own = next((page for page in self.language_versions if page.pk == self.pk), self)
        return own.locale.language_code

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["structured_data"] = self.get_structured_data(request)
        return context

    def get_structured_data(self, request: HttpRequest) -> dict[str, Any]:
        """schema.org description of the page, as a JSON-LD object."""
        data: dict[str, Any] = {
            "@context": "https://schema.org",
            "@type": self.schema_type,
            "name": self.title,
            "url": self.full_url,
            "inLanguage": self.language_code,
        }
        if self.share_description:
            data["description"] = self.share_description
        if self.last_published_at:
            data["dateModified"] = self.last_published_at.isoformat()
        return data

    # --- searching ----------------------------------------------------------------------------------------

    def get_search_text(self) -> str:
        """Plain text of the page for the index: the lead and every stream field."""
        parts = [
            plain_text(self.lead),
            *(stream_text(getattr(self, field)) for field in self._stream_fields()),
        ]
        return "\n".join(part for part in parts if part)

    def get_search_offers(self) -> list[SearchOffer]:
        """What of this page can be found; see :class:`core.searching.SearchOffer`."""
        if self.search_kind is None:
            return []
        return [
            SearchOffer(
                kind=self.search_kind,
                title=self.title,
                text=self.get_search_text(),
                **self.get_search_attributes(),
            )
        ]

    def get_search_attributes(self) -> dict[str, Any]:
        """Further fields of the page's own offer: year, date, topics, addressees, territories, boost."""
        moment = self.first_published_at
        day = timezone.localdate(moment) if moment else None
        return {"date": day, "year": day.year if day else None}

    @classmethod
    def _stream_fields(cls) -> list[str]:
        return [field.name for field in cls._meta.get_fields() if isinstance(field, StreamField)]
