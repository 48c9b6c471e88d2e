"""Checks over all recommendations at once, the lock on an adopted text, and the form of a correction."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import ModelForm
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.page_forms import PageForm

from .adopted import ITEM_FIELDS, ORDER, PAGE_FIELDS, SECTION_FIELDS, Part, words_of
from .numbering import repeated


class ResolutionForm(PageForm):
    """Refuses numbers that would share an address, and whatever would change a text that was adopted and published."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.adopted = self.instance.adopted_words() if self.instance.pk else None
        if self.adopted is not None:
            self._lock()

    def _lock(self) -> None:
        """Show the adopted words without letting them be typed over; a translation's own words stay free."""
        translation = self.instance.source.pk != self.instance.pk
        if not translation:
            _disable(self, [*PAGE_FIELDS, *(["original"] if self.instance.original_id else [])])
        sections = self.formsets["sections"]
        _keep_as_is(sections)
        for section in sections.forms:
            if not translation:
                _disable(section, SECTION_FIELDS)
            _keep_as_is(section.formsets["recommendations"])
            for item in section.formsets["recommendations"].forms:
                _disable(item, ["number"] if translation else ITEM_FIELDS)

    def is_valid(self) -> bool:
        return super().is_valid() and self._numbers_are_unique() and self._items_are_the_adopted_ones()

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

    def _items_are_the_adopted_ones(self) -> bool:
        """Whether sections and items are those that were adopted, in the same order, and the draft's words are, too."""
        if self.adopted is None:
            return True
        stored = words_of(type(self.instance).objects.get(pk=self.instance.pk))
        wanted = "\n".join(self._keys())
        if wanted != stored[Part(ORDER)] or self.instance.unexplained_changes():
            self.add_error(
                None,
                _(
                    "The text was adopted by the forum and published: it does not change. "
                    "A misprint is mended by a correction, which readers see; nothing was saved."
                ),
            )
            return False
        return True

    def _keys(self) -> Iterator[str]:
        """Keys of sections and items as the form would leave them."""
        for section in self.formsets["sections"].forms:
            if section.instance.pk is None and not section.has_changed():
                continue
            yield "" if _removed(section) else str(section.instance.translation_key)
            for item in section.formsets["recommendations"].forms:
                if item.instance.pk is not None or item.has_changed():
                    yield "" if _removed(item) else str(item.instance.translation_key)

    def _recommendation_forms(self) -> list[ModelForm]:
        """Forms of all recommendations that are not marked for deletion, in the page's order."""
        sections = [form for form in self.formsets["sections"].forms if not _removed(form)]
        nested = [form for section in sections for form in section.formsets["recommendations"].forms]
        return [form for form in nested if form.is_valid() and form.cleaned_data and not _removed(form)]


def _removed(form: ModelForm) -> bool:
    return bool(form.cleaned_data.get("DELETE"))


def _disable(form: forms.BaseForm, names: Any) -> None:
    for name in names:
        if name in form.fields:
            form.fields[name].disabled = True


def _keep_as_is(formset: Any) -> None:
    """No arrows, and no room for one more."""
    formset.can_order = False
    formset.max_num = formset.initial_form_count()


class CorrectionForm(forms.Form):
    """What a part says from now on, and why; the field itself is the model's."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=255,
        help_text=gettext_lazy("Readers see it. For example: a letter was lost when the document was copied."),
    )
    date = forms.DateField(label=gettext_lazy("Date"), initial=timezone.localdate)
    announced = forms.BooleanField(
        label=gettext_lazy("Write to those who follow it"),
        required=False,
        help_text=gettext_lazy("A lost letter needs no letter to anybody; a wrong figure or day does."),
    )

    field_order = ["now", "reason", "date", "announced"]

    def __init__(self, *args: Any, field: forms.Field, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field.label, field.help_text = _("How it should read"), ""
        self.fields["now"] = field
        self.order_fields(self.field_order)

    def clean_date(self) -> Any:
        date = self.cleaned_data["date"]
        if date > timezone.localdate():
            raise forms.ValidationError(_("The date is still to come."))
        return date
