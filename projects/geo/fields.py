"""A model field for boundaries: GeoJSON in the database, pasted or drawn in the admin."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from .boundary import BoundaryError, as_geojson, read_boundary


class BoundaryFormField(forms.CharField):
    """Text with GeoJSON in, a GeoJSON geometry out; what is wrong is told in words."""

    def __init__(self, **kwargs: Any) -> None:
        from .widgets import BoundaryWidget

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
