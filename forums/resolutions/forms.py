"""The editor's form of a resolution: rules over all recommendations at once."""

from django.forms import ModelForm
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from .numbering import repeated


class ResolutionForm(WagtailAdminPageForm):
    """Refuses numbers that would share an address; the error stands at the number itself."""

    def is_valid(self) -> bool:
        return super().is_valid() and self._numbers_are_unique()

    def _numbers_are_unique(self) -> bool:
        items = self._recommendation_forms()
        clashing = repeated(form.cleaned_data.get("number", "") for form in items)
        for form in items:
            number = form.cleaned_data.get("number", "")
            if number in clashing:
                form.add_error(
                    "number",
                    _("Number %(number)s is used twice in this resolution; numbers are addresses.")
                    % {"number": number},
                )
        if clashing:
            self.add_error(None, _("Two recommendations have the same number: look for the marked fields."))
        return not clashing

    def _recommendation_forms(self) -> list[ModelForm]:
        """Forms of all recommendations that are not marked for deletion, in the page's order."""
        sections = [form for form in self.formsets["sections"].forms if not _removed(form)]
        nested = [form for section in sections for form in section.formsets["recommendations"].forms]
        return [form for form in nested if form.is_valid() and form.cleaned_data and not _removed(form)]


def _removed(form: ModelForm) -> bool:
    return bool(form.cleaned_data.get("DELETE"))
