"""Choosing an earlier recommendation: a window with a search, instead of a list of hundreds in every row."""

import re
from uuid import UUID

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView, ChosenView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.models import Locale

from .models import Recommendation
from .widgets import as_reference


class SearchForm(BaseFilterForm):
    """By number («1.3»), or by words that all must occur."""

    q = forms.CharField(
        label=_("Search by words or number"), required=False, widget=forms.TextInput(attrs={"placeholder": "1.3"})
    )

    def filter(self, objects: QuerySet) -> QuerySet:
        query = self.cleaned_data.get("q", "").strip()
        if query:
            self.is_searching, self.search_query = True, query
            objects = objects.filter(_matching(query))
        return objects


def _matching(query: str) -> Q:
    """A condition on number and text. SQLite compares Cyrillic with case, so a word is tried in both cases."""
    words = Q()
    for word in re.findall(r"\w+", query):
        words &= Q(text__contains=word.lower()) | Q(text__contains=word.capitalize()) | Q(text__icontains=word)
    return Q(number=query) | words


class RecommendationResults:
    """Published recommendations in the site's first language, the latest forum first."""

    filter_form_class = SearchForm

    def get_object_list(self) -> QuerySet:
        rows = Recommendation.objects.live().in_locale(Locale.get_default()).with_place()
        return rows.order_by("-section__page__adopted_on", "section__sort_order", "sort_order", "pk")

    def apply_object_list_ordering(self, objects: QuerySet) -> QuerySet:
        return objects

    @property
    def columns(self) -> list[Column]:
        return [
            self.title_column,
            Column("resolution", label=_("Resolution"), accessor="section.page.title"),
            Column("text", label=_("Text"), accessor="short_text"),
        ]


class RecommendationChooseView(RecommendationResults, ChooseView):
    pass


class RecommendationChooseResultsView(RecommendationResults, ChooseResultsView):
    pass


class RecommendationChosenView(ChosenView):
    """Gives the form the recommendation's key, which outlives its row."""

    def get_object_id(self, instance: Recommendation) -> UUID:
        return instance.translation_key

    def get_display_title(self, instance: Recommendation) -> str:
        return as_reference(instance)

    def get_edit_item_url(self, instance: Recommendation) -> str:
        return instance.get_absolute_url()


class RecommendationChooserViewSet(ChooserViewSet):
    model = Recommendation
    icon = "list-ol"
    choose_one_text = _("Choose the earlier recommendation")
    choose_another_text = _("Choose another recommendation")
    register_widget = False
    per_page = 20
    choose_view_class = RecommendationChooseView
    choose_results_view_class = RecommendationChooseResultsView
    chosen_view_class = RecommendationChosenView


@hooks.register("register_admin_viewset")
def register_chooser() -> ChooserViewSet:
    return RecommendationChooserViewSet("earlier_recommendation", url_prefix="earlier-recommendation")
