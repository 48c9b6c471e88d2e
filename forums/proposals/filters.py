"""Filters of the list of proposals."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet, Value
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from core.caching import remember
from core.listings import ChoiceFilter, ListFilterSet, ValueFilter
from core.models import Addressee, Territory, Topic

from .choices import PUBLIC, Status
from .models import Proposal

VOCABULARIES: dict[str, Any] = {"topic": Topic, "territory": Territory, "addressee": Addressee}
Words = dict[str, dict[Any, str]]


class ProposalFilterSet(ListFilterSet):
    """Proposals by status, topic, part of the town, addressee and section."""

    status = ChoiceFilter(
        choices=[(status.value, status.label) for status in Status if status in PUBLIC],
        only_occurring=True,
        label=_("Status"),
    )
    topic = ChoiceFilter(field_name="topic__slug", label=_("Topic"))
    territory = ChoiceFilter(field_name="territory__slug", label=_("Part of the town"))
    addressee = ChoiceFilter(field_name="addressee__slug", label=_("To whom"))
    track = ValueFilter(label=_("Section"))
    sort = ChoiceFilter(
        choices=[("support", _("Most supported first")), ("oldest", _("Oldest first"))],
        empty_label=_("Newest first"),
        label=_("Order"),
        method="put_in_order",
    )

    def put_in_order(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        orders = {"support": ("-support", "-number"), "oldest": ("number",)}
        return queryset.order_by(*orders.get(value, ("-number",)))


def words_in(locale: Locale) -> Words:
    """The titles of all terms in a language, by vocabulary and translation key."""
    return remember(("words of proposals", locale.pk), lambda: _find_words(locale))


def _find_words(locale: Locale) -> Words:
    parts = [
        model.objects.filter(locale=locale).order_by().values_list(Value(name), "translation_key", "title")
        for name, model in VOCABULARIES.items()
    ]
    words: Words = {name: {} for name in VOCABULARIES}
    for name, key, title in parts[0].union(*parts[1:], all=True):
        words[name][key] = title
    return words


def term_offers(proposals: QuerySet, words: Words) -> dict[str, list[tuple[str, str]]]:
    """What the filters by terms offer: the terms that occur, in the words of the page's language."""
    used = [
        proposals.exclude(**{name: None}).order_by().values_list(Value(name), *_term_fields(name)).distinct()
        for name in VOCABULARIES
    ]
    offers: dict[str, list[tuple[str, str]]] = {name: [] for name in VOCABULARIES}
    for name, slug, key, title in used[0].union(*used[1:]):
        offers[name].append((slug, words[name].get(key, title)))
    return {name: sorted(pairs, key=lambda pair: pair[1].casefold()) for name, pairs in offers.items()}


def _term_fields(name: str) -> list[str]:
    return [f"{name}__{field}" for field in ("slug", "translation_key", "title")]


def name_terms(proposals: Iterable[Proposal], words: Words) -> None:
    """Give each proposal ``topic_words``, ``territory_words`` and ``addressee_words`` in the page's language."""
    for proposal in proposals:
        for name in VOCABULARIES:
            term = getattr(proposal, name)
            setattr(proposal, f"{name}_words", words[name].get(term.translation_key, term.title) if term else "")
