"""What an editor should look at before publishing: said at the field, never an obstacle. Plain functions of a page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import PurePath
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.images.models import AbstractImage
from wagtail.models import Page
from wagtail.rich_text import RichText

#: Fields that hold the sentences below the title, as the page types call them.
LEADS = ("summary", "intro")
#: Links that say nothing to who hears them out of context.
EMPTY_WORDS = {
    "здесь",
    "тут",
    "сюда",
    "ссылка",
    "по ссылке",
    "подробнее",
    "далее",
    "here",
    "click here",
    "link",
    "more",
}
FILE_NAME = re.compile(
    r"^(?:\S+\.(?:jpe?g|png|gif|webp|avif|svg)|(?:img|dsc|image|photo|scan)[-_ ]?\d*|[a-z0-9]+(?:[-_][a-z0-9]+)*)$",
    re.I,
)
#: A mobile telephone or an address of a free mail service: most likely a private person's.
PRIVATE = re.compile(
    r"(?:\+7|\b8)[\s(-]*9\d{2}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}"
    r"|[\w.+-]+@(?:mail|bk|list|inbox|yandex|ya|gmail|rambler)\.\w+"
)


@dataclass(frozen=True)
class Concern:
    """A doubt about one field of a page."""

    field: str
    message: str | Promise


def concerns_of(page: Any) -> list[Concern]:
    """Everything to be looked at, field by field; what the page's own type knows comes last."""
    found: list[Concern] = []
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            found += [Concern(field.name, message) for message in _stream_concerns(getattr(page, field.name))]
        elif isinstance(field, RichTextField):
            found += [Concern(field.name, message) for message in _markup_concerns(getattr(page, field.name))]
        elif isinstance(field, models.ForeignKey) and issubclass(field.related_model, AbstractImage):
            picture = getattr(page, field.name)
            if picture and (message := alt_concern(picture.description, picture)):
                found.append(Concern(field.name, message))
    lead = next((name for name in LEADS if hasattr(page, name)), "")
    if lead and not getattr(page, lead):
        found.append(Concern(lead, _("Without these sentences lists and search engines show the bare title.")))
    unique = dict.fromkeys([*found, *page.own_concerns()])
    return list(unique)


def alt_concern(alt: str, picture: Any) -> str:
    """What is wrong with the words that stand for a picture; "" when nothing is."""
    if not alt.strip():
        return _("The picture “%(title)s” has no description: who does not see it learns nothing.") % {
            "title": picture.title
        }
    stem = PurePath(picture.file.name).stem.casefold()
    if FILE_NAME.match(alt.strip()) or alt.strip().casefold() == stem:
        return _("The description “%(alt)s” is a file's name. Say what is seen in the picture.") % {"alt": alt}
    return ""


def _stream_concerns(stream: Any) -> Iterator[str]:
    level = 1
    for child in stream or []:
        if child.block_type == "heading":
            deeper = int(child.value.get("level") or 2)
            if deeper > level + 1:
                yield _("The heading “%(text)s” skips a level: make it a section.") % {"text": child.value.get("text")}
            level = deeper
        for block, value in _leaves(child.block, child.value):
            yield from _block_concerns(block, value)


def _leaves(block: Any, value: Any) -> Iterator[tuple[Any, Any]]:
    """The innermost blocks with their values."""
    if isinstance(block, blocks.StructBlock) and not isinstance(block, ImageBlock):
        for name, child in block.child_blocks.items():
            yield from _leaves(child, value.get(name) if value else None)
    elif isinstance(block, blocks.ListBlock):
        for one in value or []:
            yield from _leaves(block.child_block, one)
    elif isinstance(block, blocks.StreamBlock):
        for child in value or []:
            yield from _leaves(child.block, child.value)
    elif value:
        yield block, value


def _block_concerns(block: Any, value: Any) -> Iterator[str]:
    if isinstance(block, ImageBlock):
        if not value.decorative and (message := alt_concern(value.contextual_alt_text or "", value)):
            yield message
    elif isinstance(block, TableBlock):
        if not (value.get("first_row_is_table_header") or value.get("first_col_is_header")):
            yield _("A table has no header: say which row or column names the rest.")
    elif isinstance(value, RichText):
        yield from _markup_concerns(value.source)
    elif isinstance(value, str):
        yield from _private(value)


def _markup_concerns(markup: str) -> Iterator[str]:
    reader = _Links()
    reader.feed(markup or "")
    for words, attributes in reader.found:
        if " ".join(words.split()).casefold().strip(" .…»«→>") in EMPTY_WORDS:
            yield _("The link “%(words)s” does not say where it leads. Name the page or the document.") % {
                "words": words.strip()
            }
        if attributes.get("linktype") == "page" and not _is_published(attributes.get("id")):
            yield _("The link “%(words)s” leads to a page that is not published.") % {"words": words.strip()}
    yield from _private(reader.text)


def _is_published(key: str | None) -> bool:
    return bool(key) and str(key).isdecimal() and Page.objects.filter(pk=key, live=True).exists()


def _private(text: str) -> Iterator[str]:
    if found := PRIVATE.search(text):
        yield _("“%(found)s” looks like a private telephone or mailbox: is there a consent to publish it (152-FZ)?") % {
            "found": found[0]
        }


class _Links(HTMLParser):
    """Links of a rich text: their words and attributes; and all of its words."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: dict[str, str | None] | None = None
        self._words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._open, self._words = dict(attrs), ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._open is not None:
            self.found.append((self._words, self._open))
            self._open = None

    def handle_data(self, data: str) -> None:
        self.text += f"{data} "
        self._words += data


def links_of(page: Any) -> list[tuple[str, dict[str, str | None]]]:
    """The words and attributes of every link in the page's texts, and of its fields and blocks that hold an address."""
    found: list[tuple[str, dict[str, str | None]]] = []
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            for child in getattr(page, field.name) or []:
                for block, value in _leaves(child.block, child.value):
                    if isinstance(value, RichText):
                        found += _links_in(value.source)
                    elif isinstance(block, blocks.URLBlock):
                        found.append((value, {"href": value}))
        elif isinstance(field, RichTextField):
            found += _links_in(getattr(page, field.name))
        elif isinstance(field, models.URLField) and getattr(page, field.name):
            found.append((str(field.verbose_name), {"href": getattr(page, field.name)}))
    return found


def _links_in(markup: str) -> list[tuple[str, dict[str, str | None]]]:
    reader = _Links()
    reader.feed(markup or "")
    return reader.found
