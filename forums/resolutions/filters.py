"""The filters over the recommendations of one resolution."""

from collections.abc import Iterable
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from core.extensions import extensions_of
from core.listings import ItemFilter, ItemFilterSet


class RecommendationFilterSet(ItemFilterSet):
    """By addressee and topic, and by what rooms above add ("filters of a resolution")."""

    def __init__(self, query: QueryDict, items: Iterable[Any]) -> None:
        filters = [ItemFilter("to", _("Addressee"), _addressees), ItemFilter("topic", _("Topic"), _topics)]
        added = [one for find in extensions_of("filters of a resolution") for one in find()]
        super().__init__(query, items, [*filters, *added], counted=True)


def _addressees(item: Any) -> dict[str, str]:
    return {item.addressee.slug: item.addressee.title} if item.addressee else {}


def _topics(item: Any) -> dict[str, str]:
    return {topic.slug: topic.title for topic in item.topics.all()}
