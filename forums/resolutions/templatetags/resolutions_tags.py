"""Resolutions and their recommendations in templates: ``{% load resolutions_tags %}``."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from core.extensions import extensions_of
from forums.editions.models import ForumPage
from forums.resolutions.models import Recommendation, ResolutionPage

register = template.Library()


@register.simple_tag(takes_context=True)
def resolution_of(context: template.Context, forum: ForumPage) -> ResolutionPage | None:
    """``{% resolution_of forum as resolution %}`` in the archive, where the context has ``resolutions``."""
    return context["resolutions"].get(forum.path)


@register.simple_tag(takes_context=True)
def recommendation_parts(context: template.Context, recommendation: Recommendation) -> SafeString:
    """``{% recommendation_parts item %}``: what rooms above show under a recommendation in the text of its resolution.

    A part's template finds its own context, ``recommendation``, ``page`` and ``request``.
    """
    request = context.get("request")
    common = {"recommendation": recommendation, "page": context["page"], "request": request}
    found = [make(recommendation, request) for make in extensions_of("recommendation parts")]
    return mark_safe("".join(render_to_string(part.template, common | part.context) for part in found if part))
