"""Template filters of projects and contests: ``{% load project_tags %}``."""

from decimal import Decimal

from django import template

from core import money

register = template.Library()


@register.filter
def roubles(value: Decimal | int | None) -> str:
    """«1 500 000 ₽»; nothing for None."""
    return money.roubles(value)
