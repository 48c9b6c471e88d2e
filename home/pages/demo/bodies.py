"""Stream field values out of plain words."""

from collections.abc import Iterable
from typing import Any

Part = str | tuple[str, Any]


def body(*parts: Part) -> list[dict[str, Any]]:
    """A body: a string is a paragraph, ``("h", "…")`` a heading, ``("list", […])`` a list, another pair a block."""
    return [_block(part) for part in parts]


def _block(part: Part) -> dict[str, Any]:
    if isinstance(part, str):
        return {"type": "paragraph", "value": f"<p>{part}</p>"}
    kind, value = part
    if kind == "h":
        return {"type": "heading", "value": {"text": value, "level": "2"}}
    if kind == "list":
        return {"type": "paragraph", "value": f"<ul>{_items(value)}</ul>"}
    return {"type": kind, "value": value}


def _items(lines: Iterable[str]) -> str:
    return "".join(f"<li>{line}</li>" for line in lines)
