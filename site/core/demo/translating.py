"""Translation through wagtail-localize, as a translator's finished work would stand in its database."""

import html
import re
from collections.abc import Mapping
from typing import Any

from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, TranslationSource
from wagtail_localize.operations import translate_object

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def _key(text: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(text)).strip()


def translate_instance(instance: Any, locale: Locale, strings: Mapping[str, str]) -> Any:
    """Submit ``instance`` to ``locale`` with ``strings`` as its translations; give back the translated instance.

    Raises ``ValueError`` naming the Russian segments that ``strings`` lacks.
    """
    translate_object(instance, [locale])
    source = TranslationSource.objects.get_for_instance(instance)
    known = {_key(russian): english for russian, english in strings.items()}
    missing = []
    for segment in source.stringsegment_set.select_related("string", "context"):
        key = _key(segment.string.data)
        if key in known:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                context=segment.context,
                locale=locale,
                defaults={
                    "data": html.escape(known[key], quote=False) if "<" not in segment.string.data else known[key],
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                },
            )
        elif CYRILLIC.search(key):
            missing.append(key)
    if missing:
        raise ValueError(f"No English for these segments of {instance!r}:\n" + "\n".join(missing))
    source.translations.get(target_locale=locale).save_target(publish=True)
    return instance.get_translation(locale)
