"""The library of official documents."""

from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from core.listings import Filter, Listing, choice_filter
from core.models import SectionPage
from core.visibility import readable_children
from home.news.facets import facets
from home.news.querysets import DocumentPageQuerySet

from .document_page import DocumentPage


class DocumentIndexPage(SectionPage):
    """Official documents, newest first, by kind, year, status and topic."""

    subpage_types = ["library.DocumentPage"]

    class Meta:
        verbose_name = _("document library")
        verbose_name_plural = _("document libraries")

    def get_documents(self) -> DocumentPageQuerySet:
        """The library's published documents, newest first."""
        return readable_children(DocumentPage.objects, self).newest_first()

    def get_listing(self, query: QueryDict) -> Listing:
        """The documents that the query string asks for."""
        documents = self.get_documents()
        filters = self._filters(query, documents)
        kind, year, status, topic = (one.value for one in filters)
        if kind:
            documents = documents.filter(kind=kind)
        if year:
            documents = documents.filter(adopted_on__year=int(year))
        if status:
            documents = documents.filter(status=status)
        if topic:
            documents = documents.filter(topics__slug=topic, topics__locale=self.locale_id)
        return Listing(documents, query, per_page=20, filters=filters, dress=DocumentPageQuerySet.for_list)

    def _filters(self, query: QueryDict, documents: DocumentPageQuerySet) -> list[Filter]:
        offered = facets(documents, self.locale_id, "kind", year="adopted_on")
        kinds = dict(offered["kind"])
        return [
            choice_filter(
                query,
                "kind",
                _("Kind of document"),
                [choice for choice in DocumentPage.Kind.choices if choice[0] in kinds],
            ),
            choice_filter(query, "year", _("Year"), offered["year"]),
            choice_filter(query, "status", _("Status"), DocumentPage.Status.choices),
            choice_filter(query, "topic", _("Topic"), offered["topic"]),
        ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "listing": self.get_listing(request.GET)}
