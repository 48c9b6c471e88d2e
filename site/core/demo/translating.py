"""Translation through wagtail-localize, as a translator's finished work would stand in its database."""

import html
import re
from collections.abc import Mapping
from typing import Any

from django.test import override_settings
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource
from wagtail_localize.operations import translate_object

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


class Words:
    """Russian words with their English ones, side by side where the demo's data are written.

    Call it with both languages: it gives the Russian, and remembers the English for ``kit.translate``.
    """

    def __init__(self) -> None:
        self.english: dict[str, str] = {}

    def __call__(self, russian: str, english: str) -> str:
        self.english[russian] = english
        return russian


def _key(text: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(text)).strip()


def translate_instance(instance: Any, locale: Locale, strings: Mapping[str, str]) -> Any:
    """Submit ``instance`` to ``locale`` with ``strings`` as its translations; give back the translated instance.

    Raises ``ValueError`` naming the Russian segments that ``strings`` lacks.
    """
    source, _created = TranslationSource.update_or_create_from_instance(instance)
    known = {_key(russian): english for russian, english in strings.items()}
    missing = [key for segment in _segments(source) if not _store(segment, locale, known) for key in _cyrillic(segment)]
    if missing:
        raise ValueError(f"No English for these segments of {instance!r}:\n" + "\n".join(missing))
    with override_settings(WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE=True):
        translate_object(instance, [locale])
    return instance.get_translation(locale)


def _segments(source: TranslationSource) -> list[StringSegment]:
    return list(source.stringsegment_set.select_related("string", "context"))


def _cyrillic(segment: StringSegment) -> list[str]:
    key = _key(segment.string.data)
    return [key] if CYRILLIC.search(key) else []


def _store(segment: StringSegment, locale: Locale, known: Mapping[str, str]) -> bool:
    """Save the translation of ``segment``, if there is one."""
    text = known.get(_key(segment.string.data))
    if text is None:
        return False
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        context=segment.context,
        locale=locale,
        defaults={
            "data": text if "<" in segment.string.data else html.escape(text, quote=False),
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
        },
    )
    return True
