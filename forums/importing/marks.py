"""List marks typed at the beginning of a line: bullets, numbers, letters and Roman numerals."""

import re
from dataclasses import dataclass

from russian.numerals import neuter_ordinal, roman

BULLETS = "·•∙●○◦‣⁃▪▫■□◆◇►▸▶➢➤➔→✓✔✗❖§\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf06f\uf0a8\uf0be\uf0b0"
DASHES = "-–—−‒―‐"
BULLET = re.compile(rf"(?:[{BULLETS}]+\s*|[{DASHES}]\s+|[{DASHES}](?=[^\W\d_])|[*+]\s+|o\s(?=[^\W\d_]{{2,}}))")
DATE_AHEAD = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d\b)")
SECTION_SIGN = re.compile(r"(?:§|[Пп]ункт|Статья|№)\s?(?=\d{1,3}[.)\s])")
DECIMAL = re.compile(
    r"\(?(?P<number>\d{1,3}(?:\.\d{1,3}){0,4})(?:\.\)|[.)]+)(?:\s+|(?=[^\W\d_«\"“(]|[«\"“(]))|(?P<bare>\d{1,3}(?:\.\d{1,3}){1,4})\s+(?=[^\W\d_«\"“])"
)
LETTER = re.compile(r"\(?(?P<letter>[^\W\d_])\)\s*|(?P<dotted>[а-яa-z])\.\s+(?=\S)")
ORDINAL = re.compile(r"(?P<word>[А-ЯЁа-яё]{4,14}е)\s*[.:–—-]\s+(?=\S)")
ROMAN = re.compile(r"\(?(?P<roman>[IVXLІХУПШ]{1,6}|[\u2160-\u216b])[.)]\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A list mark: as written, its style (bullet:–, decimal.2, letter…) and its value as a number has it."""

    written: str
    style: str
    value: str = ""

    @property
    def is_bullet(self) -> bool:
        return self.style.startswith("bullet")

    @property
    def depth(self) -> int:
        """How many parts a decimal number has: 2 for «2.1»."""
        return self.value.count(".") + 1 if self.style.startswith("decimal") else 0


def take_mark(text: str) -> tuple[Mark | None, str]:
    """Cut the list mark off *text*; return it (or None) and what follows it."""
    for reader in (_decimal, _bullet, _roman, _letter, _ordinal):
        found = reader(text)
        if found:
            mark, end = found
            rest = text[end:].lstrip()
            if rest:
                return mark, rest
    return None, text


def read_mark(written: str) -> Mark | None:
    """Return the mark that a word processor computed as *written*."""
    if not written:
        return None
    mark, _ = take_mark(f"{written} x")
    if mark is None and re.fullmatch(r"\d+(\.\d+)*", written):
        mark = Mark(written, f"decimal.{written.count('.') + 1}", written)
    return mark or Mark(written, f"bullet:{written}")


def follows(previous: str, value: str) -> bool:
    """Tell whether the number or letter *value* comes right after *previous*."""
    if previous.isdigit() and value.isdigit():
        return int(value) == int(previous) + 1
    if (first := roman(previous, strict=True)) and (second := roman(value, strict=True)):
        return second == first + 1
    if len(previous) == len(value) == 1:
        alphabet = (
            "абвгдежзиклмнопрстуфхцчшщэюя" if value in "абвгдежзиклмнопрстуфхцчшщэюя" else "abcdefghijklmnopqrstuvwxyz"
        )
        return alphabet.find(value) == alphabet.find(previous) + 1 > 0
    return False


def _bullet(text: str) -> tuple[Mark, int] | None:
    match = BULLET.match(text)
    if not match:
        return None
    written = match.group().strip()
    return Mark(written, f"bullet:{written[0]}"), match.end()


def _decimal(text: str) -> tuple[Mark, int] | None:
    sign = SECTION_SIGN.match(text)
    match = DECIMAL.match(text, sign.end() if sign else 0)
    if not match or DATE_AHEAD.match(text):
        return None
    value = match["number"] or match["bare"]
    bracket = ")" if ")" in match.group() else "."
    return Mark(text[: match.end()].strip(), f"decimal.{value.count('.') + 1}{bracket}", value), match.end()


def _roman(text: str) -> tuple[Mark, int] | None:
    match = ROMAN.match(text)
    if not match or roman(match["roman"]) is None:
        return None
    # «П. Петров» is a person, not the second item
    if re.match(r"[А-ЯЁ]\.\s?[А-ЯЁ]", text) and not re.match(r".\.\s[А-ЯЁ][а-яё]+\s[а-яё]", text):
        return None
    return Mark(match.group().strip(), "roman", match["roman"]), match.end()


def _ordinal(text: str) -> tuple[Mark, int] | None:
    """Read «Первое. Утвердить …» as the first item."""
    match = ORDINAL.match(text)
    value = neuter_ordinal(match["word"]) if match else None
    if not match or value is None:
        return None
    return Mark(match.group().strip(), "ordinal", str(value)), match.end()


def _letter(text: str) -> tuple[Mark, int] | None:
    match = LETTER.match(text)
    if not match:
        return None
    value = (match["letter"] or match["dotted"]).lower()
    return Mark(match.group().strip(), "letter)" if match["letter"] else "letter.", value), match.end()
