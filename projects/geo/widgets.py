"""The boundary in the editor: pasted as GeoJSON or drawn with the mouse, and shown on the town's map at once."""

from typing import Any

from django import forms
from django.templatetags.static import static
from django.urls import reverse


class BoundaryWidget(forms.Textarea):
    """A text area with a map under it. ``register`` is the page whose municipality and councils the map shows.

    Without JavaScript the text area alone does the work.
    """

    template_name = "geo/components/boundary_widget.html"
    register: int | None = None

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 4, "spellcheck": "false", "autocomplete": "off", **(attrs or {})})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["preview_url"] = reverse("projects_boundary")
        context["register"] = self.register or ""
        return context

    @property
    def media(self) -> forms.Media:
        return forms.Media(
            css={"all": [static("css/geo/map.css"), static("css/geo/boundary.css")]},
            js=[static("js/boundary-widget.js")],
        )
