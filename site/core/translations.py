"""What wagtail-localize leaves open: terms translated by hand keep their words, translated pages their place."""

from typing import Any

from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.strings import StringValue

from .models.vocabularies import Vocabulary


def adopt_existing_words(sender: type, instance: Translation, created: bool, **kwargs: Any) -> None:
    """Take a term's translation that exists already into the translation memory.

    A page submitted for translation takes its terms along. wagtail-localize then writes the source's words over a
    translation that it does not know of. Receiver of ``post_save`` of ``Translation``.
    """
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


def take_the_same_place(sender: type, source_obj: Any, target_obj: Any, **kwargs: Any) -> None:
    """Put a page's new translation where its source stands among its siblings, so that both menus read alike.

    Only among pages of the menu: elsewhere dates give the order, and a move would rewrite thousands of paths.
    Receiver of ``copy_for_translation_done``; Wagtail itself appends the translation.
    """
    if not isinstance(source_obj, Page) or not source_obj.show_in_menus:
        return
    source = Page.objects.get(pk=source_obj.pk)
    siblings = {page.translation_key: page for page in target_obj.get_siblings(inclusive=False).in_menu()}
    before = source.get_prev_siblings().in_menu().order_by("-path").values_list("translation_key", flat=True)
    after = source.get_next_siblings().in_menu().order_by("path").values_list("translation_key", flat=True)
    for keys, position in ((before, "right"), (after, "left")):
        neighbour = next((siblings[key] for key in keys if key in siblings), None)
        if neighbour is not None:
            Page.objects.get(pk=target_obj.pk).move(neighbour, pos=position)
            target_obj.path = Page.objects.values_list("path", flat=True).get(pk=target_obj.pk)
            return
