"""Vocabularies in the admin: lists, forms, and choosers that show one language and make a term on the spot."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.models import Locale
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet, SnippetCreateView
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .editing import language_around
from .models import Addressee, Organisation, Person, Territory, Topic
from .models.vocabularies import Vocabulary


class VocabularyForm(WagtailAdminModelForm):
    """Refuses a second term of the same name in the same language; people may be namesakes."""

    def clean_title(self) -> str:
        title = " ".join(self.cleaned_data["title"].split())
        if issubclass(self._meta.model, Person):
            return title
        others = self._meta.model._default_manager.filter(locale=self.instance.locale_id or Locale.get_default())
        known = others.exclude(pk=self.instance.pk).values_list("title", flat=True)
        if title.casefold() in {other.casefold() for other in known}:
            raise forms.ValidationError(_("“%(title)s” is there already. Choose it from the list.") % {"title": title})
        return title


class VocabularyFilterForm(SearchFilterMixin, BaseFilterForm):
    """A search; the language is the page's own."""


class OneLanguage:
    """Terms of the language of the page from which the chooser was opened; a new one speaks it, too."""

    request: Any
    title_column: Column
    model_class: type[Vocabulary]
    form_fields: list[str]

    def get_object_list(self) -> QuerySet:
        return self.model_class._default_manager.filter(locale=language_around(self.request))

    def get_filter_form_class(self) -> type[BaseFilterForm]:
        return VocabularyFilterForm

    @property
    def columns(self) -> list[Column]:
        return [self.title_column]

    def get_creation_form_class(self) -> type[forms.ModelForm]:
        # The slug is made from the title; the model's own check of it needs the field to be there.
        fields, widgets = [*self.form_fields, "slug"], {"slug": forms.HiddenInput}
        return forms.modelform_factory(self.model_class, form=VocabularyForm, fields=fields, widgets=widgets)

    def get_creation_form(self) -> Any:
        form = super().get_creation_form()  # type: ignore[misc]
        form.instance.locale = language_around(self.request)
        return form


class VocabularyChooseView(OneLanguage, ChooseView):
    pass


class VocabularyChooseResultsView(OneLanguage, ChooseResultsView):
    pass


class VocabularyCreateView(OneLanguage, SnippetCreateView):
    pass


class VocabularyChooserViewSet(SnippetChooserViewSet):
    choose_view_class = VocabularyChooseView
    choose_results_view_class = VocabularyChooseResultsView
    create_view_class = VocabularyCreateView


def chooser_with(*fields: str) -> type[SnippetChooserViewSet]:
    """A chooser whose form for a new term asks for these fields."""

    class Chooser(VocabularyChooserViewSet):
        form_fields = list(fields)

    return Chooser


class VocabularyViewSet(SnippetViewSet):
    """A vocabulary's list and forms."""

    model: type[Vocabulary]
    icon = "list-ul"
    copy_view_enabled = False
    list_display = ["title"]
    list_per_page = 50
    ordering = ["title"]
    search_fields = ["title"]
    chooser_viewset_class = chooser_with("title")

    def get_edit_handler(self) -> Any:
        panels = ObjectList(self.model.panels, base_form_class=VocabularyForm)
        return panels.bind_to_model(self.model)


class TopicViewSet(VocabularyViewSet):
    model = Topic
    icon = "tag"


class TerritoryViewSet(VocabularyViewSet):
    model = Territory
    icon = "site"


class OrganisationViewSet(VocabularyViewSet):
    model = Organisation
    icon = "home"
    list_display = ["title", "short_title", "phone"]
    chooser_viewset_class = chooser_with("title", "short_title", "website")


class PersonViewSet(VocabularyViewSet):
    model = Person
    icon = "user"
    list_display = ["title", "position", "organisation", "consent_on"]
    chooser_viewset_class = chooser_with("title", "position")


class AddresseeViewSet(VocabularyViewSet):
    model = Addressee
    icon = "group"
    list_display = ["title", "get_group_display"]
    chooser_viewset_class = chooser_with("title", "group")


class VocabularyGroup(SnippetViewSetGroup):
    items = (PersonViewSet, OrganisationViewSet, TopicViewSet, TerritoryViewSet, AddresseeViewSet)
    menu_label = gettext_lazy("Vocabularies")
    menu_name = "vocabularies"
    menu_icon = "list-ul"
    menu_order = 260
