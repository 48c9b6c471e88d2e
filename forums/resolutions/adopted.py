"""The words that a forum adopted, part by part, and what of them a later version would change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

#: Fields that hold the document's words and the data of its adoption; everything else is the site's own and may change.
PAGE_FIELDS = ("title", "letterhead", "number", "adopted_on", "place", "preamble", "closing")
SECTION_FIELDS = ("lead_in", "verb", "addressee_text")
ITEM_FIELDS = ("number", "text")
#: The name under which the parts and their order are compared.
ORDER = "order"


@dataclass(frozen=True)
class Part:
    """A field of the document, of a section or of an item; ``key`` is the translation key of the latter two."""

    field: str
    key: str = ""


#: What stands in each part; the original document and the order of sections and items are parts as well.
Words = Mapping[Part, str]


@dataclass(frozen=True)
class Change:
    part: Part
    was: str
    now: str


def words_of(page: Any) -> dict[Part, str]:
    """The adopted words of ``page``; unsaved sections and items are read where there are any."""
    found = {Part(name): _word(getattr(page, name)) for name in PAGE_FIELDS}
    found[Part("original")] = _word(page.original_id)
    order = []
    for section in page.sections.all():
        order.append(str(section.translation_key))
        found |= {Part(name, order[-1]): _word(getattr(section, name)) for name in SECTION_FIELDS}
        for item in section.recommendations.all():
            order.append(str(item.translation_key))
            found |= {Part(name, order[-1]): _word(getattr(item, name)) for name in ITEM_FIELDS}
    found[Part(ORDER)] = "\n".join(order)
    return found


def numbers_in_order(page: Any) -> list[str]:
    """The numbers of all items: what a translation shares with its source, whatever the keys of its rows are yet."""
    return [_word(item.number) for section in page.sections.all() for item in section.recommendations.all()]


def changes(stored: Words, wanted: Words) -> list[Change]:
    """Where ``wanted`` differs from what is stored. An original may be added where there was none."""
    found = []
    for part in {**stored, **wanted}:
        was, now = stored.get(part, ""), wanted.get(part, "")
        if was != now and not (part.field == "original" and not was):
            found.append(Change(part, was, now))
    return found


def unexplained(found: Iterable[Change], corrected: Words) -> list[Change]:
    """The changes that no correction was recorded for; ``corrected`` has the last word of each corrected part."""
    return [change for change in found if corrected.get(change.part) != change.now]


def _word(value: Any) -> str:
    return "" if value is None else str(value).replace("\r\n", "\n").strip()
