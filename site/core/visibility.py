"""Pages that anybody may read, asked for in the same query as the pages themselves.

Wagtail's ``public()`` first fetches every view restriction of the site: one more query for each list on a page.
"""

from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import Left, Length
from wagtail.models import PageViewRestriction


def readable(pages: QuerySet) -> QuerySet:
    """Of ``pages`` (a queryset of any page type) those that are live and neither they nor an ancestor is restricted."""
    above = PageViewRestriction.objects.filter(page__path=Left(OuterRef("path"), Length(F("page__path"))))
    return pages.filter(~Exists(above), live=True)
