"""Panels of the resolution's form that know whether the text was adopted and published."""

from typing import Any

from wagtail.admin.panels import FieldPanel, Panel


class ProsePanel(FieldPanel):
    """A field of formatted text: once locked it is shown as text, since its editor cannot be switched off."""

    class BoundPanel(FieldPanel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.bound_field is not None and self.bound_field.field.disabled:
                self.read_only = True


class LockedNotice(Panel):
    """Says that the text does not change any more, and leads to the correction of misprints."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "resolutions/admin/locked.html"

        class Media:
            css = {"all": ["css/resolutions/admin.css"]}

        def is_shown(self) -> bool:
            return getattr(self.form, "adopted", None) is not None
