"""Links of the board: ``{% load followup_admin_tags %}``."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import template
from django.urls import reverse

register = template.Library()


@register.filter
def of_key(groups: dict[UUID, list], key: UUID) -> list:
    """The list under ``key``, or an empty one."""
    return groups.get(key, [])


@register.simple_tag
def record_add_url(model: str, key: UUID, back: str) -> str:
    """The form for a new record of a recommendation, which leads back to ``back``."""
    query = urlencode({"recommendation": str(key), "next": back})
    return f"{reverse(f'wagtailsnippets_forums_{model}:add')}?{query}"


@register.simple_tag
def record_edit_url(record: Any, back: str) -> str:
    """The form of a record, which leads back to ``back``."""
    address = reverse(f"wagtailsnippets_forums_{record._meta.model_name}:edit", args=[record.pk])
    return f"{address}?{urlencode({'next': back})}"


@register.simple_tag(takes_context=True)
def board_query(context: template.Context, **changes: Any) -> str:
    """The board's address with the filters that are set and ``changes``; None drops a value."""
    query = {"tab": context["tab"], **context["keep"], **changes}
    return f"?{urlencode({name: value for name, value in query.items() if value is not None})}"
