"""Cleaning of text: what a reader sees as one space, one letter or one word becomes just that."""

import re
import unicodedata

SPACES = dict.fromkeys(
    map(
        ord,
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f\x85",
    ),
    " ",
)
INVISIBLE = dict.fromkeys(
    map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufffe\uffff"), None
)
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
CONTROLS = {code: None for code in range(32) if chr(code) not in "\n\r\t\v\f"}
CLEAN = {**CONTROLS, **SPACES, **INVISIBLE, **LIGATURES}

LETTERSPACED = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?=$|[\s:.,!;])")
ABBREVIATION = re.compile(r"(?:^|[\s(«\"])(?:[а-яёa-z]{1,4}|[A-ZА-ЯЁ]|[а-я]\.\s?[а-я]|руб|млн|тыс|обл|Mr|Mrs|Dr|No)\.$")
SENTENCE_END = re.compile(r"[.!?…][»\"”)]?\s+(?=[«\"“(]?[A-ZА-ЯЁ])")
QUOTED = re.compile(r"«(?:[^«»]|«[^«»]*»?)*»|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"")


def clean(raw: str) -> str:
    """Return *raw* as one line: single spaces, composed letters, nothing invisible, «Р Е Ш И Л И» in one word."""
    text = unicodedata.normalize("NFC", raw).replace("\n", " ").replace("\r", " ").translate(CLEAN)
    text = LETTERSPACED.sub(lambda match: match.group().replace(" ", ""), text)
    return " ".join(text.split())


def is_caps(text: str) -> bool:
    """Tell whether *text* is set in capital letters (at least three of them)."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 2 and sum(map(str.isupper, letters)) >= 0.9 * len(letters)


def sentences(text: str) -> list[str]:
    """Cut *text* into sentences; an abbreviation's full stop («г. Озёрск») ends none."""
    parts, start = [], 0
    for match in SENTENCE_END.finditer(text):
        if ABBREVIATION.search(text[start : match.start() + 1][-12:]):
            continue
        parts.append(text[start : match.end()].strip())
        start = match.end()
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def without_quotes(text: str) -> str:
    """Return *text* with what stands in quotation marks blanked out, every other character in its place."""
    return QUOTED.sub(lambda match: " " * len(match.group()), text)
