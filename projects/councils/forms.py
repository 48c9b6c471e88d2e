"""The editor's forms: the map under a boundary, and rules that need the municipality or the rows of a panel."""

from itertools import pairwise
from typing import Any

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from shapely.geometry import shape

from core.page_forms import PageForm
from projects.geo.boundary import BoundaryError, read_boundary

from .choices import OfficeRole


class CouncilIndexForm(PageForm):
    """Shows the map under the boundary of a municipality."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "boundary" in self.fields:
            self.fields["boundary"].widget.preview_url = reverse("councils_boundary")


class CouncilForm(CouncilIndexForm):
    """Checks the boundary against the municipality's and the chairs' terms against one another."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "boundary" in self.fields and self.parent_page:
            self.fields["boundary"].widget.register = self.parent_page.pk

    def clean_boundary(self) -> dict[str, Any] | None:
        boundary = self.cleaned_data["boundary"]
        land = getattr(self.parent_page.specific, "boundary", None) if self.parent_page else None
        if boundary and land:
            try:
                read_boundary(boundary, within=shape(land))
            except BoundaryError as error:
                raise ValidationError(str(error), code="boundary") from error
        return boundary

    def is_valid(self) -> bool:
        valid = super().is_valid()
        return self._chairs_follow_one_another() and valid

    def _chairs_follow_one_another(self) -> bool:
        """Refuse two chairs at once, at the row of the later one. Offices without a beginning are left alone."""
        terms = (
            [form for form in self.formsets["offices"].forms if _is_chair(form)] if "offices" in self.formsets else []
        )
        terms.sort(key=lambda form: form.cleaned_data["since"])
        clean = True
        for earlier, later in pairwise(terms):
            until = earlier.cleaned_data.get("until")
            if until is None or until > later.cleaned_data["since"]:
                later.add_error(
                    "since",
                    _("%(name)s is still chair on this day. End that term first, or correct the date.")
                    % {"name": earlier.cleaned_data["person"]},
                )
                clean = False
        return clean


def _is_chair(form: Any) -> bool:
    data = getattr(form, "cleaned_data", None) or {}
    return bool(
        data.get("role") == OfficeRole.CHAIR and data.get("since") and data.get("person") and not data.get("DELETE")
    )
