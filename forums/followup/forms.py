"""The form of a record."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm


class RecordForm(WagtailAdminModelForm):
    """Knows the user: a responsible body writes about its own recommendations, and in its own name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        from .widgets import RecommendationSelect  # needs the models, whose form this is

        super().__init__(*args, **kwargs)
        self.fields["recommendation_key"].widget = RecommendationSelect()

    def clean_recommendation_key(self) -> UUID | None:
        from .permissions import may_touch

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


class LivingLinkForm(WagtailAdminModelForm):
    """Chooses a recommendation and a registered part of the site."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        from .widgets import PartSelect, RecommendationSelect

        super().__init__(*args, **kwargs)
        self.fields["recommendation_key"].widget = RecommendationSelect()
        self.fields["part"].widget = PartSelect()
