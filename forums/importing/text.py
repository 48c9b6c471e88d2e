"""Words, sentences and quotations of a text."""

import re

ABBREVIATION = re.compile(r"(?:^|[\s(«\"])(?:[а-яёa-z]{1,4}|[A-ZА-ЯЁ]|[а-я]\.\s?[а-я]|руб|млн|тыс|обл|Mr|Mrs|Dr|No)\.$")
SENTENCE_END = re.compile(r"[.!?…][»\"”)]?\s+(?=[«\"“(]?[A-ZА-ЯЁ])")
# possessive: with marks left open, a plain repetition tries every way of sharing the letters out between them
QUOTED = re.compile(r"«(?:[^«»]++|«[^«»]*+»?)*»|“[^”]*+”|„[^“”]*+[“”]|\"[^\"]*+\"")


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
