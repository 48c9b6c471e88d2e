"""Typesetting of Russian and English text: quotation marks, dashes, spaces that do not break.

Pure functions. Rules after A. E. Milchin, "Справочник издателя и автора", for Russian; English gets curly quotes only.
"""

import re
from decimal import Decimal
from functools import lru_cache

NBSP = "\u00a0"
THIN_NBSP = "\u202f"

#: Words that must not end a line.
_SHORT = (
    "а|без|бы|в|вне|во|да|для|до|за|и|из|или|изо|к|как|ко|на|над|не|ни|но|о|об|обо|от|ото|по|под|подо|при|про|с|со|"
    "у|что|я|мы|ул|пр|д|г|гг|п|пп|ст|стр|им|т"
)
_AFTER_SHORT = re.compile(rf"(?<![\w-])({_SHORT})(\.?) +(?=[\w«„\"(№§])", re.IGNORECASE)
_BEFORE_PARTICLE = re.compile(r"(?<=\w) +(?=(?:бы|б|ли|ль|же|ж)(?![\w-]))", re.IGNORECASE)
_NUMBER_AND_WORD = re.compile(rf"(?<=\d) +(?!(?:{_SHORT})(?![\w.]))(?=[а-яёА-ЯЁ₽%])", re.IGNORECASE)
_SIGN_AND_NUMBER = re.compile(r"(№|§) *(?=\d)")
_INITIALS = re.compile(r"(?<![\w])([А-ЯЁ]\.) ?(?=[А-ЯЁ]\.)|(?<![\w])([А-ЯЁ]\.) +(?=[А-ЯЁ][а-яё])")
_DASH = re.compile(r"(?<=\S)[ \u00a0]+(?:-|–|—)(?=[ \u00a0]|$)[ \u00a0]*")
_PHONE = re.compile(r"(?<![\d+])(?:\+\d{1,3} ?\(?|8 ?\()\d{2,5}\)?(?:[ -]?\d{1,4}){1,4}")
_MARKS = {"ru": (("«", "»"), ("„", "“")), "en": (("“", "”"), ("‘", "’"))}
_TAG = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
_OPENS_VERBATIM = re.compile(r"<(code|pre|script|style|textarea|kbd)\b", re.IGNORECASE)
_CLOSES_VERBATIM = re.compile(r"</(code|pre|script|style|textarea|kbd)\b", re.IGNORECASE)
_BLOCK = re.compile(r"</?(p|li|h[1-6]|td|th|div|br|blockquote|figcaption|dd|dt)\b", re.IGNORECASE)


class _Quotes:
    """Turns straight quotes into paired ones; remembers depth from one piece of text to the next."""

    def __init__(self, language: str) -> None:
        self.marks = _MARKS.get(language, _MARKS["en"])
        self.depth = 0
        self.before = ""

    def turn(self, text: str) -> str:
        out: list[str] = []
        for place, letter in enumerate(text):
            out.append(self._mark(text, place) if letter == '"' else letter)
            self.before = out[-1]
        return "".join(out)

    def _mark(self, text: str, place: int) -> str:
        follows = text[place + 1 : place + 2]
        openers = "([{—–-/" + self.marks[0][0] + self.marks[1][0]
        opens = not self.before or self.before.isspace() or self.before in openers
        if opens and (not follows or not follows.isspace()) and self.depth < 2:
            self.depth += 1
            return self.marks[self.depth - 1][0]
        if self.depth:
            self.depth -= 1
            return self.marks[self.depth][1]
        return '"'

    def restart(self) -> None:
        self.depth, self.before = 0, ""


def _spaces(text: str, language: str) -> str:
    text = _DASH.sub(f"{NBSP}— " if language == "ru" else f"{NBSP}– ", text)
    text = _PHONE.sub(lambda match: match[0].replace(" ", NBSP), text)
    if language != "ru":
        return text
    text = _INITIALS.sub(lambda match: (match[1] or match[2]) + NBSP, text)
    # Twice: in «и в городе» the two short words share a space.
    text = _AFTER_SHORT.sub(rf"\1\2{NBSP}", _AFTER_SHORT.sub(rf"\1\2{NBSP}", text))
    text = _BEFORE_PARTICLE.sub(NBSP, text)
    text = _NUMBER_AND_WORD.sub(NBSP, text)
    return _SIGN_AND_NUMBER.sub(rf"\1{NBSP}", text)


def typograph(text: str, language: str = "ru") -> str:
    """``text`` (plain) with the language's quotation marks, dashes and non-breaking spaces."""
    return _spaces(_Quotes(language).turn(text), language)


def typograph_html(markup: str, language: str = "ru") -> str:
    """The same for an HTML fragment: tags, attributes, code and preformatted text stay as they are."""
    return (_known_html if len(markup) <= _REMEMBERED_LENGTH else _typograph_html)(markup, language)


def _typograph_html(markup: str, language: str) -> str:
    quotes = _Quotes(language)
    verbatim = 0
    out: list[str] = []
    for piece in _TAG.split(markup):
        if piece.startswith("<"):
            verbatim += bool(_OPENS_VERBATIM.match(piece)) - bool(_CLOSES_VERBATIM.match(piece))
            if _BLOCK.match(piece):
                quotes.restart()
            out.append(piece)
        elif verbatim > 0:
            out.append(piece)
        else:
            out.append(_spaces(quotes.turn(piece.replace("&quot;", '"')), language))
    return "".join(out)


#: Titles and labels come again and again.
_REMEMBERED_LENGTH = 400
_known_html = lru_cache(maxsize=5000)(_typograph_html)


def thin_number(value: int | float | Decimal, decimals: int | None = None, language: str = "ru") -> str:
    """Thousands set apart by a narrow no-break space from 10 000 on (four digits stay together), decimal comma."""
    text = f"{value:.{decimals}f}" if decimals is not None else str(value)
    whole, _, fraction = text.partition(".")
    sign = "−" if whole.startswith("-") else ""
    digits = whole.lstrip("-")
    if len(digits) > 4:
        digits = re.sub(r"(?<=\d)(?=(\d{3})+$)", THIN_NBSP if language == "ru" else ",", digits)
    point = "," if language == "ru" else "."
    return sign + digits + (point + fraction if fraction else "")
