"""The form's side of choosing a recommendation: the value is its translation key, never a row's number."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import BaseChooser
from wagtail.models import Locale


class RecommendationChooser(BaseChooser):
    """A button that opens the list of recommendations of every forum."""

    model = "resolutions.Recommendation"
    icon = "list-ul"
    choose_one_text = _("Choose a recommendation")
    choose_another_text = _("Choose another recommendation")
    chooser_modal_url_name = "recommendation_chooser:choose"
    show_edit_link = False

    def get_instance(self, value: Any) -> Any:
        """The live recommendation with this key in the site's main language, None when it is gone."""
        if value is None or isinstance(value, self.model_class):
            return value
        try:
            key = UUID(str(value))
        except ValueError:
            return None
        return self.model_class.objects.by_key([key], Locale.get_default()).get(key)

    def get_value_data_from_instance(self, instance: Any) -> dict[str, Any]:
        title = f"{instance.resolution.title}: {instance}"
        return {"id": str(instance.translation_key), "edit_url": "", self.display_title_key: title}
