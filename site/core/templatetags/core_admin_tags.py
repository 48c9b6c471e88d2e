"""Tags for templates of the admin that replace Wagtail's."""

import json
import re
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from core.admin_scripts import call

register = template.Library()


@register.simple_tag
def call_script(function: str, *arguments: str, options: str = "") -> SafeString:
    """Have ``function`` called with ``arguments`` and, after them, the JSON text ``options``."""
    return call(function, [*arguments, *([json.loads(options)] if options else [])])


@register.filter
def with_nonce(markup: Any, nonce: str) -> SafeString:
    """The inline scripts of a package's own template block get the nonce of this answer.

    For blocks only that hold nothing a user has written but what the package has escaped.
    """
    return mark_safe(re.sub(r"<(script|style)(?=[\s>])(?![^>]*\bsrc=)", rf'<\1 nonce="{nonce}"', str(markup)))
