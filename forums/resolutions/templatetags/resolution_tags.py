"""Tags of resolutions: ``{% load resolution_tags %}``."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from core.extensions import extensions_of

from ..models import Recommendation

register = template.Library()


@register.simple_tag(takes_context=True)
def recommendation_parts(context: template.Context, item: Recommendation) -> SafeString:
    """What the rooms above show under an item of the text."""
    makers = extensions_of("recommendation parts")
    parts = filter(None, (make(item, context.get("request")) for make in makers))
    return mark_safe("".join(render_to_string(part.template, part.context) for part in parts))
