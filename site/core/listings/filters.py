"""Filters of public lists for django-filter: each knows what it offers and how it narrows.

They are ``ChoiceFilter`` in the sense of django-filter and take what that takes: ``label``, ``method``, and
``empty_label``, the words for no choice ("All years"), in place of which the form says "All".
"""

from typing import Any

import django_filters
from django.db.models import CharField, Exists, F, OuterRef, QuerySet
from django.db.models.functions import Cast, Left

from core.models.vocabularies import Vocabulary

from .offers import Offer, Pair
from .terms import with_terms


class ChoiceFilter(django_filters.ChoiceFilter):
    """One of ``choices``, those of the model's field when left out.

    With ``only_occurring`` it offers those of them that occur in the list.
    """

    def __init__(self, *args: Any, only_occurring: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("empty_label", "")
        super().__init__(*args, **kwargs)
        self.only_occurring = only_occurring

    @property
    def declared_choices(self) -> list[tuple[Any, Any]]:
        """The choices before anything is known of the list."""
        if "choices" in self.extra:
            return list(self.extra["choices"])
        return list(self.model._meta.get_field(self.field_name).flatchoices)

    def offer(self, queryset: QuerySet, locale_id: int) -> Offer | None:
        """Where the values that occur in ``queryset`` are found; None when the choices do not depend on it."""
        return Offer(queryset, F(self.field_name), F(self.field_name)) if self.only_occurring else None

    def to_choices(self, found: list[Pair]) -> list[tuple[Any, Any]]:
        """The choices for the values that were ``found``, in the order in which they are offered."""
        occurring = {value for value, _label in found}
        return [choice for choice in self.declared_choices if choice[0] in occurring]


class ValueFilter(ChoiceFilter):
    """One of the words in a column of text, each its own label; the empty one is not offered."""

    def offer(self, queryset: QuerySet, locale_id: int) -> Offer | None:
        return Offer(queryset.exclude(**{self.field_name: ""}), F(self.field_name), F(self.field_name))

    def to_choices(self, found: list[Pair]) -> list[tuple[Any, Any]]:
        return list(found)


class YearFilter(ChoiceFilter):
    """The year of a date, the latest first.

    A column of moments needs the ``offers`` of :class:`~core.listings.filtersets.ListFilterSet`: its text begins with
    the year of another clock.
    """

    def offer(self, queryset: QuerySet, locale_id: int) -> Offer | None:
        # The year out of the date as text: quicker than the database's calendar, and the same everywhere.
        year = Left(Cast(self.field_name, CharField()), 4)
        return Offer(queryset.exclude(**{self.field_name: None}), year, year)

    def to_choices(self, found: list[Pair]) -> list[tuple[Any, Any]]:
        return sorted(found, reverse=True)

    def filter(self, qs: QuerySet, value: str) -> QuerySet:
        return qs.filter(**{f"{self.field_name}__year": int(value)}) if value else qs


class TermFilter(ChoiceFilter):
    """A term of the vocabulary ``model`` by its slug, in the language of the list."""

    def __init__(self, model: type[Vocabulary], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vocabulary = model

    def offer(self, queryset: QuerySet, locale_id: int) -> Offer | None:
        having = queryset.order_by().filter(**{self.field_name: OuterRef("pk")})
        terms = self.vocabulary._default_manager.filter(Exists(having), locale=locale_id)
        return Offer(terms, F("slug"), F("title"))

    def to_choices(self, found: list[Pair]) -> list[tuple[Any, Any]]:
        return list(found)

    def filter(self, qs: QuerySet, value: str) -> QuerySet:
        if not value:
            return qs
        terms = self.vocabulary._default_manager.filter(slug=value, locale=self.parent.locale_id)
        return with_terms(qs, self.field_name, terms)
