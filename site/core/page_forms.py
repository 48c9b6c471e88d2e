"""The form of every page: beside each field stands what to look at before publishing."""

from typing import Any

from django.utils.html import format_html, format_html_join
from wagtail.admin.forms import WagtailAdminPageForm

from .concerns import concerns_of


class PageForm(WagtailAdminPageForm):
    """Adds the concerns of the saved page to the help texts of its fields; they are no errors and stop nothing."""

    class Media:
        css = {"all": ["css/admin/desk.css"]}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and not self.is_bound:
            self._show_concerns()

    def _show_concerns(self) -> None:
        by_field: dict[str, list[str]] = {}
        for concern in concerns_of(self.instance):
            by_field.setdefault(concern.field, []).append(str(concern.message))
        for name, messages in by_field.items():
            if name in self.fields:
                lines = format_html_join("", '<span class="concern">⚠ {}</span>', ((one,) for one in messages))
                self.fields[name].help_text = format_html("{}{}", self.fields[name].help_text or "", lines)
