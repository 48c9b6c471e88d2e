"""The list of recommendations to choose from: of every forum, the latest first, searched by words and number."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.models import Locale

from forums.resolutions.models import Recommendation


class WordsForm(BaseFilterForm):
    """Search by the words of the text, by its number, by the resolution's title."""

    q = forms.CharField(
        label=_("Words or number"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("For example: grants")}),
    )

    def filter(self, objects: Any) -> Any:
        words = self.cleaned_data.get("q", "")
        if not words:
            return objects
        self.is_searching, self.search_query = True, words
        # SQLite folds the case of Latin letters only.
        spellings = {words, words.lower(), words.capitalize()}
        found = Q(number=words)
        for spelling in spellings:
            found |= Q(text__icontains=spelling) | Q(section__page__title__icontains=spelling)
        return objects.filter(found)


class _Choosing:
    """What both the window and its refreshed results show."""

    filter_form_class = WordsForm
    per_page = 15
    ordering = ("-section__page__adopted_on", "section__sort_order", "sort_order", "pk")

    def get_object_list(self) -> Any:
        return Recommendation.objects.live().in_locale(Locale.get_default()).with_place()

    @property
    def columns(self) -> list[Column]:
        return [self.title_column, Column("resolution", label=_("Resolution"))]


class ChooseView(_Choosing, chooser.ChooseView):
    pass


class ChooseResultsView(_Choosing, chooser.ChooseResultsView):
    pass


class ChosenView(chooser.ChosenView):
    """Answers with the translation key, which is what the form keeps."""

    def get_object_id(self, instance: Recommendation) -> str:
        return str(instance.translation_key)

    def get_display_title(self, instance: Recommendation) -> str:
        return f"{instance.resolution.title}: {instance}"

    def get_edit_item_url(self, instance: Recommendation) -> str:
        return ""


class RecommendationChooserViewSet(ChooserViewSet):
    """Registered by :mod:`projects.social.wagtail_hooks`."""

    model = Recommendation
    icon = "list-ul"
    page_title = _("Choose a recommendation")
    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
    chosen_view_class = ChosenView
    register_widget = False
