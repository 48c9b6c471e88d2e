"""The admin without inline scripts: what Wagtail writes as ``<script>new Chooser(…)</script>`` becomes data.

A strict Content-Security-Policy lets no inline script run. Widgets and panels say in a ``<template>`` which function is
to be called with what; ``js/admin/calls.js`` calls it, also for widgets that are added to the page later, and calls
nothing but the functions that start Wagtail's widgets.
"""

import json
from collections.abc import Sequence
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.widgets import BaseChooser
from wagtail.admin.widgets.workflows import AdminTaskChooser


def call(function: str, arguments: Sequence[Any]) -> SafeString:
    """Markup that has ``function`` called; ``new Name`` makes an object."""
    return format_html(
        '<template data-call="{}" data-arguments="{}"></template>', function, json.dumps(list(arguments))
    )


def render_chooser(self: BaseChooser, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
    """As ``BaseChooser.render``, without its inline script."""
    value_data = self.get_value_data(value)
    html = self.render_html(name, value_data, attrs)
    return SafeString(html) + self.call_that_starts(attrs["id"], name, value_data)  # type: ignore[attr-defined]


def _start_chooser(self: BaseChooser, id_: str, name: str, value_data: Any) -> SafeString:
    return call(f"new {self.js_constructor}", [id_, self.get_js_init_options(id_, name, value_data)])


def _start_task_chooser(self: AdminTaskChooser, id_: str, name: str, value_data: Any) -> SafeString:
    return call("createTaskChooser", [id_])


def override_inline_scripts() -> None:
    """Let Wagtail's choosers be rendered so; called once, when the apps are ready."""
    BaseChooser.call_that_starts = _start_chooser
    AdminTaskChooser.call_that_starts = _start_task_chooser
    BaseChooser.render = render_chooser
