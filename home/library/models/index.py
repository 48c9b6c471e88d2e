"""The library of official documents."""

from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from core.listings import Listing
from core.models import SectionPage
from core.visibility import readable_children

from ..filters import DocumentFilterSet
from ..querysets import DocumentPageQuerySet
from .document import DocumentPage


class DocumentIndexPage(SectionPage):
    """Official documents, newest first, by kind, year, status and topic."""

    parent_page_types = ["pages.ContentPage"]
    subpage_types = ["library.DocumentPage"]
    query_parameters = ("page", *DocumentFilterSet.base_filters)

    class Meta:
        verbose_name = _("document library")
        verbose_name_plural = _("document libraries")

    def get_documents(self) -> DocumentPageQuerySet:
        """The library's published documents, newest first."""
        return readable_children(DocumentPage.objects, self).newest_first()

    def get_listing(self, query: QueryDict) -> Listing:
        """The documents that the query string asks for."""
        found = DocumentFilterSet(query, self.get_documents(), locale_id=self.locale_id, place=self.pk)
        return Listing(found.qs, query, per_page=20, filters=found.bound, load=DocumentPageQuerySet.for_list)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "listing": self.get_listing(request.GET)}
