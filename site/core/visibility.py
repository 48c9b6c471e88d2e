"""Pages that anybody may read, asked for in the same query as the pages themselves.

Wagtail's ``public()`` first fetches every view restriction of the site: one more query for each list on a page.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import Left, Length
from wagtail.models import Page, PageViewRestriction

from core.caching import remember


def readable(pages: QuerySet) -> QuerySet:
    """Of ``pages`` (a queryset of any page type) those that are live and neither they nor an ancestor is restricted."""
    above = PageViewRestriction.objects.filter(page__path=Left(OuterRef("path"), Length(F("page__path"))))
    return pages.filter(~Exists(above), live=True)


def is_public(model: type[Page], field: str) -> Exists:
    """Whether anybody may read the page of ``model`` that ``field`` of the outer rows names; for ``annotate``."""
    return Exists(readable(model._default_manager.filter(pk=OuterRef(field))))


def public_keys(pages: Iterable[Page | None]) -> set[int]:
    """Primary keys of those of ``pages`` that anybody may read; no query once the restrictions are known."""
    live = [page for page in pages if page is not None and page.live]
    closed = remember("restricted places", _find_restricted_places) if live else ()
    return {page.pk for page in live if not page.path.startswith(closed)}


def _find_restricted_places() -> tuple[str, ...]:
    return tuple(PageViewRestriction.objects.values_list("page__path", flat=True))


def readable_children(pages: Any, parent: Page) -> Any:
    """As :func:`readable`, of the children of ``parent``: quick in a section of thousands.

    Their places in the tree are one run of the database's own index, and what lies above is looked at once.
    """
    above = [parent.path[:end] for end in range(parent.steplen, len(parent.path) + 1, parent.steplen)]
    return pages.exclude(pk__in=PageViewRestriction.objects.values("page")).filter(
        ~Exists(PageViewRestriction.objects.filter(page__path__in=above)),
        path__range=run_below(parent.path),
        depth=parent.depth + 1,
        live=True,
    )


def run_below(path: str) -> tuple[str, str]:
    """The first and the last place that a page below ``path`` can have in the tree."""
    first, last = Page.alphabet[0], Page.alphabet[-1]
    return f"{path}{first * Page.steplen}", f"{path}{last * Page.steplen}"
