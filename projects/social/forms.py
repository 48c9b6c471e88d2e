"""The editor's form of a project: what no single field can tell."""

from decimal import Decimal

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from core.money import roubles
from projects.councils.municipality import municipality
from projects.geo.point import check_within, read_point


class ProjectForm(WagtailAdminPageForm):
    """Compares the money of all sources with the cost, and the place with the municipality's boundary."""

    def clean_point(self) -> str:
        text = self.cleaned_data["point"]
        land = municipality() if text else None
        if land and (place := read_point(text)):
            check_within(*place, land)
        return text

    def clean(self) -> dict:
        cleaned = super().clean()
        cost, found = cleaned.get("cost"), self._found()
        if cost is not None and found > cost:
            self.add_error(
                "cost",
                _("The sources below make %(found)s, more than the whole cost. Correct the cost or the sources.")
                % {"found": roubles(found)},
            )
        return cleaned

    def _found(self) -> Decimal:
        fundings = self.formsets.get("fundings")
        if fundings is None or not fundings.is_bound or not fundings.is_valid():
            return Decimal()
        rows = [form.cleaned_data for form in fundings.forms if form.cleaned_data]
        return sum((row.get("amount") or Decimal() for row in rows if not row.get("DELETE")), Decimal())
