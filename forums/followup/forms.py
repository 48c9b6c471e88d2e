"""Forms of records in the admin, and their widgets."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from .choices import OUTCOMES_OF_KIND, Outcome
from .evidence import part_choices
from .permissions import may_touch
from .subjects import find_subject, load_subjects

NOTHING = ("", "---------")


class RecommendationSelect(forms.Select):
    """Shows which recommendation a record is about; offers all of them, by forum, while none is chosen."""

    def optgroups(self, name: str, value: list[str], attrs: dict | None = None) -> list:
        chosen = read_key(value[0]) if value else None
        self.choices = _chosen_one(chosen) if chosen else _all_by_forum()
        return super().optgroups(name, value, attrs)


class PartSelect(forms.Select):
    """Parts of the site that other rooms have registered."""

    def optgroups(self, name: str, value: list[str], attrs: dict | None = None) -> list:
        self.choices = [NOTHING, *part_choices()]
        return super().optgroups(name, value, attrs)


class RecordForm(WagtailAdminModelForm):
    """The form of a record. A responsible body writes about its own recommendations, and in its own name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "outcome" in self.fields:
            self._offer_fitting_outcomes()

    def _offer_fitting_outcomes(self) -> None:
        """Only what can be said of the recommendation's kind; of all kinds while none is chosen."""
        name = self.add_prefix("recommendation_key")
        key = read_key(self.data.get(name)) if self.is_bound else self.instance.recommendation_key
        subject = find_subject(key) if key else None
        if subject:
            fitting = {*OUTCOMES_OF_KIND[subject.kind], self.instance.outcome}
            if "due_moved_to" not in self.fields:
                fitting.discard(Outcome.MOVED)
            field = self.fields["outcome"]
            field.choices = [choice for choice in field.choices if not choice[0] or choice[0] in fitting]

    def clean_recommendation_key(self) -> UUID | None:
        key = self.cleaned_data["recommendation_key"]
        if key and self.for_user and not may_touch(self.for_user, key):
            raise forms.ValidationError(_("This recommendation is not assigned to your organisation."))
        return key

    def save(self, commit: bool = True) -> Any:
        if self.for_user and not self.instance.created_by_id:
            self.instance.created_by = self.for_user
        if self.for_user and "body" not in self.fields and not self.instance.body_id:
            member = self.for_user.bodies.select_related("body").first()
            self.instance.body = member.body if member else None
        return super().save(commit)


def read_key(value: Any) -> UUID | None:
    """Return the key that a form or an address holds; None when it is none."""
    try:
        return UUID(str(value))
    except ValueError:
        return None


def _chosen_one(key: UUID) -> list[tuple[str, str]]:
    subject = find_subject(key)
    return [(str(key), subject.label(200) if subject else _("A recommendation that is gone"))]


def _all_by_forum() -> list:
    groups: dict[str, list[tuple[str, str]]] = {}
    for subject in reversed(load_subjects(private=True)):
        groups.setdefault(subject.forum.title, []).insert(0, (str(subject.key), subject.label()))
    return [NOTHING, *groups.items()]
