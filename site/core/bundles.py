"""One stylesheet, one script and a small font out of the many small sources, made when static files are collected.

``STATIC_BUNDLES`` names each bundle and its sources in order. Development servers make bundles when they are asked for,
so that what is served there and in production is the same.
"""

import base64
import hashlib
import io
import os
import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import rjsmin
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.storage import FileSystemStorage
from fontTools import subset
from fontTools.ttLib import TTFont

_URL = re.compile(r"""url\(\s*["']?(?!data:|/|#|https?:)([^"')]+)["']?\s*\)""")
_COMMENT_OR_STRING = re.compile(r"""/\*.*?\*/|("[^"\n]*"|'[^'\n]*')""", re.DOTALL)
#: Pictures up to so many bytes are written into the stylesheet itself.
SMALLEST_PICTURE_APART = 8192
#: Russian, English and the signs of their typography; letters of other languages come from the reader's own fonts.
LETTERS = (
    *range(0x20, 0x7F),
    *map(ord, "\u00a0§©«¬\u00ad°±·»×÷№₽€←↑→↓−≠≤≥‰′″‹›\u202f"),
    *range(0x400, 0x460),
    0x490,
    0x491,
    *range(0x2009, 0x2028),
)
FONT_FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "lnum", "liga", "calt"]


def stylesheet(name: str, sources: list[Path]) -> bytes:
    """``sources`` one after another; ``print.css`` applies to paper only, as its link would say."""
    parts = []
    for source, path in zip(sources, settings.STATIC_BUNDLES[name], strict=True):
        text = _with_urls(source.read_text(encoding="utf-8"), posixpath.dirname(path), posixpath.dirname(name))
        parts.append(f"@media print {{\n{text}\n}}" if posixpath.basename(path) == "print.css" else text)
    return _without_comments("\n".join(parts)).encode()


def _without_comments(css: str) -> str:
    """No more than that and folded white space: minifiers take ``.prose :is(p)`` for ``.prose:is(p)``.

    Compression makes up for the rest.
    """
    plain = _COMMENT_OR_STRING.sub(lambda found: found[1] or " ", css)
    return "\n".join(line for line in map(str.strip, plain.splitlines()) if line)


def _with_urls(text: str, was_in: str, is_in: str) -> str:
    """Addresses as they are from the bundle's folder; small pictures as data."""

    def moved(found: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(was_in, found[1]))
        file = finders.find(path)
        if file and path.endswith(".svg") and os.path.getsize(file) <= SMALLEST_PICTURE_APART:
            return f'url("data:image/svg+xml;base64,{base64.b64encode(Path(file).read_bytes()).decode()}")'
        return f'url("{posixpath.relpath(path, is_in)}")'

    return _URL.sub(moved, text)


def script(name: str, sources: list[Path]) -> bytes:
    """``sources`` one after another, each in a block: what one module calls by a name, the others do not see."""
    text = "\n".join(f"{{\n{source.read_text(encoding='utf-8')}\n}}" for source in sources)
    return str(rjsmin.jsmin(text)).encode()


def font(name: str, sources: list[Path]) -> bytes:
    """The letters that the site is written in, as WOFF2."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = FONT_FEATURES
    made = TTFont(sources[0], recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(made)
    made.flavor = "woff2"
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


MAKERS: dict[str, Callable[[str, list[Path]], bytes]] = {".css": stylesheet, ".js": script, ".woff2": font}


def build(name: str) -> Path:
    """The file of a bundle, made anew when a source is not what it was."""
    sources = [Path(path) for path in map(finders.find, settings.STATIC_BUNDLES[name]) if path]
    if len(sources) != len(settings.STATIC_BUNDLES[name]):
        raise FileNotFoundError(f"{name} lacks some of its sources: {', '.join(settings.STATIC_BUNDLES[name])}")
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for source in sources:
        digest.update(source.read_bytes())
    target = _folder() / digest.hexdigest()[:16] / name
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        making = target.with_name(f"{target.name}.{os.getpid()}")
        making.write_bytes(MAKERS[target.suffix](name, sources))
        making.replace(target)
    return target


def _folder() -> Path:
    return Path(settings.DATA_DIR) / "bundles"


class BundleFinder(finders.BaseFinder):
    """Finds the bundles of ``STATIC_BUNDLES`` for collectstatic and for servers without collected files."""

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        if path not in settings.STATIC_BUNDLES:
            return []
        found = str(build(path))
        return [found] if find_all or kwargs.get("all") else found

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, FileSystemStorage]]:
        for name in settings.STATIC_BUNDLES:
            path = build(name)
            yield name, FileSystemStorage(location=str(path.parents[name.count("/")]))
