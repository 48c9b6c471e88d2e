"""Translations of vocabulary terms made by hand, and wagtail-localize: neither may undo the other's work."""

from typing import Any

from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.strings import StringValue


def adopt_existing_words(sender: type, instance: Translation, created: bool, **kwargs: Any) -> None:
    """Take a term's translation that exists already into the translation memory.

    A page submitted for translation takes its terms along. wagtail-localize then writes the source's words over a
    translation that it does not know of. Receiver of ``post_save`` of ``Translation``.
    """
    from .models.vocabularies import Vocabulary

    model = instance.source.specific_content_type.model_class()
    if not created or model is None or not issubclass(model, Vocabulary):
        return
    term = model.objects.filter(translation_key=instance.source.object_id, locale=instance.target_locale).first()
    if term is None:
        return
    for segment in instance.source.stringsegment_set.select_related("string", "context"):
        words = getattr(term, segment.context.path, "")
        if words:
            StringTranslation.objects.get_or_create(
                translation_of=segment.string,
                context=segment.context,
                locale=instance.target_locale,
                defaults={
                    "data": StringValue.from_plaintext(str(words)).data,
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                },
            )
