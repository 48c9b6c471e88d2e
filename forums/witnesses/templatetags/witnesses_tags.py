"""What residents see of a recommendation, on its page."""

from typing import Any

from django import template

from ..models import Witness

register = template.Library()
#: Shown on the page, the newest first.
MOST_SHOWN = 20


@register.simple_tag
def witnesses_of(recommendation: Any) -> list[Witness]:
    """The words of residents that are shown."""
    found = Witness.objects.public().light().filter(recommendation_key=recommendation.translation_key)
    return list(found.order_by("-published_at", "-pk")[:MOST_SHOWN])
