"""Choosing a recommendation: a window with a search, instead of a list of hundreds."""

import datetime as dt
from functools import lru_cache
from uuid import UUID

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView, ChosenView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.models import Locale

from forums.editions.models import ForumPage
from russian.readings import read
from russian.tokens import clean, folded, is_cyrillic, parts, words

from .models import Recommendation
from .numbering import clean_number

#: So many letters of a word that is still being typed are enough to look for.
LEAST_PREFIX = 3


class SearchForm(BaseFilterForm):
    """By number («1.3»), by forum («II форум»), by words in any form: all that is typed must occur."""

    q = forms.CharField(
        label=_("Search by words or number"), required=False, widget=forms.TextInput(attrs={"placeholder": "1.3"})
    )

    def filter(self, objects: QuerySet) -> QuerySet:
        query = self.cleaned_data.get("q", "").strip()
        if not query:
            return objects
        self.is_searching, self.search_query = True, query
        forums = {forum.path: forum for forum in ForumPage.objects.defer_streamfields()}
        found = []
        for item in objects:
            page = item.section.page
            forum = forums[page.path[: -page.steplen]]
            if matches(query, item.number, f"{forum.short_title} {page.title} {item.text}"):
                found.append(item.pk)
        return objects.filter(pk__in=found)


def matches(query: str, number: str, text: str) -> bool:
    """Whether each word of ``query`` is the ``number`` or occurs in ``text``, in any form or as a beginning."""
    asked = [word for word in query.split() if words(word)]
    return bool(asked) and all(clean_number(word) == number or _occurs(word, _keys(text)) for word in asked)


def _occurs(typed: str, keys: frozenset[str]) -> bool:
    if any(map(str.isdigit, typed)):
        return folded(typed.strip(".,;:()")) in keys
    return all(_keys(word) & keys or _begins(folded(word), keys) for word in words(clean(typed)))


def _begins(prefix: str, keys: frozenset[str]) -> bool:
    return is_cyrillic(prefix) and len(prefix) >= LEAST_PREFIX and any(key.startswith(prefix) for key in keys)


@lru_cache(maxsize=5000)
def _keys(text: str) -> frozenset[str]:
    """The words of ``text`` as they are spelled and in their dictionary forms."""
    keys = set()
    for word in words(clean(text)):
        for part in parts(word):
            reading = read(part)
            keys |= {folded(part), reading.key, *reading.others}
    return frozenset(keys)


class ChooserListing:
    """Published recommendations in the site's first language, the latest forum first.

    ``before`` in the query string, a date as the admin writes it, leaves those of forums that were earlier.
    """

    request: HttpRequest
    title_column: Column
    filter_form_class = SearchForm
    ordering = ("-section__page__adopted_on", "section__sort_order", "sort_order", "pk")

    def get_object_list(self) -> QuerySet:
        rows = Recommendation.objects.live().in_locale(Locale.get_default()).with_place()
        day = _day(self.request.GET.get("before", ""))
        if day is None:
            return rows
        return rows.filter(Q(section__page__adopted_on__lt=day) | Q(section__page__adopted_on=None))

    @property
    def columns(self) -> list[Column]:
        return [self.title_column, Column("resolution", label=_("Resolution"), accessor="section.page.title")]


def _day(text: str) -> dt.date | None:
    """The date that a field of the admin's forms holds; None when it holds none."""
    try:
        return forms.DateField(input_formats=[settings.WAGTAIL_DATE_FORMAT], required=False).clean(text)
    except ValidationError:
        return None


class RecommendationChooseView(ChooserListing, ChooseView):
    pass


class RecommendationChooseResultsView(ChooserListing, ChooseResultsView):
    pass


class RecommendationChosenView(ChosenView):
    """Gives the form the recommendation's key, which outlives its row."""

    def get_object_id(self, instance: Recommendation) -> UUID:
        return instance.translation_key

    def get_display_title(self, instance: Recommendation) -> str:
        return instance.reference

    def get_edit_item_url(self, instance: Recommendation) -> str:
        return instance.get_absolute_url()


class RecommendationChooserViewSet(ChooserViewSet):
    """The window that :class:`forums.resolutions.widgets.RecommendationChooser` opens."""

    model = Recommendation
    icon = "list-ol"
    page_title = _("Choose a recommendation")
    register_widget = False
    per_page = 20
    preserve_url_parameters = ["multiple", "before"]
    choose_view_class = RecommendationChooseView
    choose_results_view_class = RecommendationChooseResultsView
    chosen_view_class = RecommendationChosenView
