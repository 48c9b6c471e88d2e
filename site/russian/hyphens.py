"""Soft hyphens: where a long Russian word may be broken when its line is too narrow."""

import re
from functools import lru_cache

from pyphen import Pyphen

SOFT_HYPHEN = "\u00ad"

_DICTIONARY = Pyphen(lang="ru_RU", left=3, right=3)
_TAG = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
#: Elements in which words stand in narrow places.
_NARROW = re.compile(r"<(/?)(h[1-4]|th|td|button|summary|label|legend|caption|dt)\b", re.IGNORECASE)
_VERBATIM = re.compile(r"<(/?)(script|style|code|pre|textarea|title|svg)\b", re.IGNORECASE)
_LINK_BUTTON = re.compile(r'<a\b[^>]*class="[^"]*\b(?:button|badge|chip)\b', re.IGNORECASE)


@lru_cache(maxsize=4096)
def hyphenated(word: str) -> str:
    """``word`` with a soft hyphen at every place where it may be broken."""
    return _DICTIONARY.inserted(word, hyphen=SOFT_HYPHEN)


def hyphenate(text: str, least: int) -> str:
    """``text`` with soft hyphens in the Russian words of ``least`` letters and more."""
    return re.sub(rf"[А-ЯЁа-яё]{{{least},}}", lambda match: hyphenated(match[0]), text)


def loosen(text: str) -> str:
    """``text`` without the no-break spaces that hold long words and numbers together; short words keep theirs."""
    return re.sub(r"(?<=[^\W\d]{4})\u00a0|\u00a0(?=[^\W\d]{7})", " ", text)


def hyphenate_html(markup: str, least: int, everywhere: bool = False) -> str:
    """The same in the headings, tables, buttons and labels of an HTML fragment.

    With ``everywhere`` in all of its text, which is loosened, too: for text so large that a date fills a line.
    """
    out: list[str] = []
    narrow = verbatim = 0
    in_link_button = False
    for piece in _TAG.split(markup):
        if not piece.startswith("<"):
            wanted = (everywhere or narrow > 0 or in_link_button) and verbatim <= 0
            words = loosen(piece) if everywhere else piece
            out.append(hyphenate(words, least) if wanted else words)
            continue
        if found := _NARROW.match(piece):
            narrow += -1 if found[1] else 1
        elif found := _VERBATIM.match(piece):
            verbatim += -1 if found[1] else 1
        elif piece.startswith("<a"):
            in_link_button = bool(_LINK_BUTTON.match(piece))
        elif piece == "</a>":
            in_link_button = False
        out.append(piece)
    return "".join(out)
