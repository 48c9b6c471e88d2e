"""Plain text out of rich text and streams; headings and their anchors. Pure functions."""

import html
import re
from collections.abc import Iterator

from anyascii import anyascii
from django.utils.html import strip_tags
from django.utils.text import slugify
from wagtail.blocks import StreamValue


def plain_text(markup: str) -> str:
    """Text of an HTML fragment: tags become spaces, entities letters, white space single."""
    spaced = re.sub(r"<(/?(p|li|h\d|br|td|th|tr|div)\b[^>]*)>", " ", str(markup))
    return re.sub(r"\s+", " ", html.unescape(strip_tags(spaced))).strip()


def stream_text(stream: StreamValue | None) -> str:
    """Every word of a stream field, block by block, without markup."""
    if not stream:
        return ""
    return "\n".join(plain_text(part) for child in stream for part in child.block.get_searchable_content(child.value))


def anchor_for(text: str) -> str:
    """An address fragment for a heading: Latin letters, digits, hyphens; never empty."""
    return slugify(anyascii(text))[:60].strip("-") or "section"


def stream_headings(stream: StreamValue | None) -> Iterator[tuple[int, str, str]]:
    """Level, text and anchor of the ``heading`` blocks; a repeated text gets a numbered anchor."""
    seen: dict[str, int] = {}
    for child in stream or []:
        if child.block_type != "heading":
            continue
        text = str(child.value.get("text", ""))
        anchor = anchor_for(text)
        seen[anchor] = seen.get(anchor, 0) + 1
        yield (
            int(child.value.get("level") or 2),
            text,
            anchor if seen[anchor] == 1 else f"{anchor}-{seen[anchor]}",
        )


def without_control_characters(text: str) -> str:
    """``text`` fit for XML and calendars: no control characters but tab and line feed."""
    unified = str(text).replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]", "", unified)


def one_line(text: str) -> str:
    """``text`` as typed into a field of one line: no control characters, single spaces."""
    return " ".join(without_control_characters(text).split())
