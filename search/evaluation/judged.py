"""Reading judged sets: documents and queries, a JSON object a line. What can be understood is; the rest is named."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError


@dataclass(frozen=True)
class Judged:
    """A query and what should be found for it: document → grade (0 is irrelevant)."""

    query: str
    language: str
    relevant: dict[str, float]


@dataclass(frozen=True)
class Document:
    id: str
    title: str
    text: str
    language: str


def read_documents(path: Path) -> list[Document]:
    """Documents of a file; only ``id`` must be there. Raises ``CommandError`` naming the line."""
    return [
        Document(_required(line, "id", where), _text(line.get("title")), _text(line.get("text")), _language(line))
        for where, line in _lines(path)
    ]


def read_queries(path: Path) -> list[Judged]:
    """Queries of a file; ``relevant`` is {id: grade} or a list of ids. Raises ``CommandError`` naming the line."""
    return [
        Judged(_required(line, "query", where), _language(line), _grades(line.get("relevant"), where))
        for where, line in _lines(path)
    ]


def _lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path} cannot be read: {error}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise CommandError(f"{where}: not JSON ({error})") from error
        if not isinstance(value, dict):
            raise CommandError(f"{where}: not an object, but one object a line is expected")
        yield where, value


def _required(line: dict[str, Any], name: str, where: str) -> str:
    if line.get(name) is None:
        raise CommandError(f"{where}: there is no {name!r}")
    return _text(line[name])


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(map(_text, value))
    return "" if value is None else str(value)


def _language(line: dict[str, Any]) -> str:
    """«ru» for "ru-RU" and for nothing."""
    return _text(line.get("language")).replace("_", "-").split("-")[0].strip().lower()[:12] or "ru"


def _grades(relevant: Any, where: str) -> dict[str, float]:
    if relevant is None:
        return {}
    if not isinstance(relevant, dict):
        listed = relevant if isinstance(relevant, list) else [relevant]
        return {_text(one): 1.0 for one in listed}
    try:
        return {str(key): float(grade) for key, grade in relevant.items()}
    except (TypeError, ValueError) as error:
        raise CommandError(f"{where}: a grade is not a number ({error})") from error
