"""A model field for boundaries, with its form field and widget: GeoJSON, pasted as text or drawn with the mouse."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.templatetags.static import static

from .boundary import BoundaryError, as_geojson, read_boundary


class BoundaryWidget(forms.Textarea):
    """A text area with a map under it, which a form completes with what the field cannot know.

    ``preview_url`` is the address that answers what is typed with a message and a map: ``static/js/boundary-widget.js``
    says what it is sent and what it gives. ``register`` is sent along and says whose land and neighbours are shown.
    Without ``preview_url``, or without JavaScript, the text area alone does the work.
    """

    template_name = "geo/components/boundary_widget.html"
    preview_url = ""
    register: int | None = None

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 4, "spellcheck": "false", "autocomplete": "off", **(attrs or {})})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        return {**context, "preview_url": self.preview_url, "register": self.register or ""}

    @property
    def media(self) -> forms.Media:
        return forms.Media(
            css={"all": [static("css/geo/map.css"), static("css/geo/boundary.css")]},
            js=[static("js/boundary-widget.js")],
        )


class BoundaryFormField(forms.CharField):
    """Takes GeoJSON as text and gives a geometry as a GeoJSON object; an error says what to correct."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.pop("encoder", None)
        kwargs.pop("decoder", None)
        kwargs["widget"] = BoundaryWidget
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> dict[str, Any] | None:
        text = super().to_python(value)
        if not text:
            return None
        try:
            return as_geojson(read_boundary(text))
        except BoundaryError as error:
            raise ValidationError(str(error), code="boundary") from error

    def prepare_value(self, value: Any) -> str:
        return json.dumps(value) if isinstance(value, dict) else value or ""

    def bound_data(self, data: Any, initial: Any) -> Any:
        return data

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return initial != self.to_python(data)
        except ValidationError:
            return True


class BoundaryField(models.JSONField):
    """A Polygon or MultiPolygon in WGS 84 as a GeoJSON object, or None. The same for all languages of a page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.update(null=True, blank=True)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> forms.Field:
        kwargs.pop("widget", None)
        return super().formfield(**{"form_class": BoundaryFormField, **kwargs})

    def validate(self, value: Any, model_instance: models.Model) -> None:
        super().validate(value, model_instance)
        try:
            read_boundary(value)
        except BoundaryError as error:
            raise ValidationError(str(error), code="boundary") from error
