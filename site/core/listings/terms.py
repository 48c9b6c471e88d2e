"""The condition that rows have a term of a vocabulary: a topic, a territory, an organisation."""

from typing import TypeVar

from django.db.models import QuerySet

from core.models import Topic

Rows = TypeVar("Rows", bound=QuerySet)


def with_terms(rows: Rows, field_name: str, terms: QuerySet) -> Rows:
    """Those of ``rows`` whose relation ``field_name`` holds one of ``terms``.

    The terms are looked up in the same query.
    """
    return rows.filter(**{f"{field_name}__in": terms.order_by().values("pk")})


def about(rows: Rows, topic: Topic | None) -> Rows:
    """Those of ``rows`` that have ``topic``, in whatever language, among their ``topics``; all of them for None."""
    if topic is None:
        return rows
    return with_terms(rows, "topics", Topic.objects.filter(translation_key=topic.translation_key))
