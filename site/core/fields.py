"""Model fields of our own."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import signals
from django.forms import ModelMultipleChoiceField
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import Locale

from .editing import edited_locale
from .widgets import TermsSelect


class TermsChoiceField(ModelMultipleChoiceField):
    """Offers the terms of the language of the page that is being edited."""

    def __deepcopy__(self, memo: dict) -> Any:
        copy = super().__deepcopy__(memo)
        if locale := edited_locale.get():
            copy.queryset = copy.queryset.filter(locale_id=locale)
        return copy


class TermsField(ParentalManyToManyField):
    """Many terms of a translatable vocabulary, always in the language of the object that has them.

    wagtail-localize copies many-to-many values as they are, so a translated page would keep the source
    language's terms. Here every save replaces a term of another language by its translation, and a term
    translated later takes the place of its source in objects of its language. A term without a translation
    stays. The model needs a ``locale`` (``TranslatableMixin``, pages included).
    """

    if TYPE_CHECKING:
        # An object's attribute is a manager of its terms, and takes any terms in its place.
        def __get__(self, instance: Any, owner: type | None = None) -> Any: ...
        def __set__(self, instance: Any, terms: Iterable[Any]) -> None: ...

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": TermsChoiceField, "widget": TermsSelect, **kwargs})

    def contribute_to_class(self, cls, name, **kwargs) -> None:
        super().contribute_to_class(cls, name, **kwargs)
        if not cls._meta.abstract:
            signals.pre_save.connect(self._localise, sender=cls)
            signals.post_save.connect(self._adopt)

    def _localise(self, instance: Any, raw: bool = False, **kwargs: Any) -> None:
        pending = getattr(instance, "_cluster_related_objects", {})
        if raw or self.name not in pending:
            return
        terms = list(pending[self.name])
        locale = instance.locale_id or Locale.get_default().pk
        foreign = [term.translation_key for term in terms if term.locale_id != locale]
        if foreign:
            model = self.remote_field.model
            found = {
                term.translation_key: term
                for term in model.objects.filter(translation_key__in=foreign, locale_id=locale)
            }
            getattr(instance, self.name).set([found.get(term.translation_key, term) for term in terms])

    def _adopt(self, sender: type, instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
        """A term was saved: where its language showed another one of the same meaning, show this one."""
        if raw or not created or sender is not self.remote_field.model:
            return
        owner, term = self.m2m_field_name(), self.m2m_reverse_field_name()
        through = self.remote_field.through._default_manager
        through.filter(
            **{
                f"{owner}__locale": instance.locale_id,
                f"{term}__translation_key": instance.translation_key,
            }
        ).exclude(**{term: instance.pk}).update(**{f"{term}_id": instance.pk})
