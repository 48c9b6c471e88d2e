"""The form field that names a recommendation."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import BaseChooser
from wagtail.models import Locale


class RecommendationChooser(BaseChooser):
    """Holds a recommendation's ``translation_key``; the window it opens is :mod:`forums.resolutions.chooser`.

    ``linked_fields={"before": "#id_of_a_date"}`` offers only what was adopted before the date in that field.
    """

    model = "resolutions.Recommendation"
    choose_one_text = _("Choose a recommendation")
    choose_another_text = _("Choose another recommendation")
    link_to_chosen_text = _("Show the recommendation")
    chooser_modal_url_name = "recommendation_chooser:choose"
    icon = "list-ol"

    def get_instance(self, value: Any) -> Any:
        """The live recommendation with this key, in the site's first language; None for what is no key."""
        if isinstance(value, self.model_class):
            return value
        try:
            key = UUID(str(value))
        except ValueError:
            return None
        return self.model_class.objects.by_key([key], Locale.get_default()).get(key)

    def get_value_data(self, value: Any) -> dict[str, str] | None:
        item = self.get_instance(value)
        if item:
            return {"id": str(item.translation_key), "edit_url": item.get_absolute_url(), "title": item.reference}
        # A recommendation that is not published (any more) keeps its reference.
        return {"id": str(value), "edit_url": "", "title": str(value)} if value else None
