"""Personal data of a text replaced by invented ones of the same kind, so that what remains can be kept."""

import re
from collections.abc import Iterable

from russian.lemmas import parses

WORD = re.compile(r"[A-ZА-ЯЁ][\w’'-]*")
INITIALS = re.compile(r"\b[А-ЯЁA-Z]\.(?:\s?[А-ЯЁA-Z]\.)?")
BESIDE = re.compile(rf"(?P<before>{WORD.pattern})\s+{INITIALS.pattern}|{INITIALS.pattern}\s?(?P<after>{WORD.pattern})")
ROW = re.compile(rf"{WORD.pattern}(?:\s+{WORD.pattern}){{1,2}}")
CONTACT = re.compile(r"\S+@\S+|(?:\+7|\b8)[\s(-]*\d{3,5}[\s)-]*\d[\d\s-]{4,}")
INVENTED = {"Name": "Иван", "Patr": "Иванович", "Surn": "Озёрцев"}


def personal_words(texts: Iterable[str]) -> dict[str, str]:
    """Return the words of *texts* that name people, each with an invented one of its kind.

    Such a word stands beside initials or in a row with a patronymic, or is a name by the dictionary.
    """
    found: dict[str, str] = {}
    for text in texts:
        for match in BESIDE.finditer(text):
            found[match["before"] or match["after"]] = INVENTED["Surn"]
        for row in ROW.finditer(text):
            words = row.group().split()
            kinds = [_kind_of(word) for word in words]
            if "Patr" in kinds:
                found |= {word: INVENTED[kind or "Surn"] for word, kind in zip(words, kinds, strict=True)}
        for word in WORD.findall(text):
            if (kind := _kind_of(word)) and word not in found:
                found[word] = INVENTED[kind]
    return found


def _kind_of(word: str) -> str | None:
    """Tell whether the likeliest reading is a given name, a patronymic or a surname."""
    readings = parses(word)
    return next((kind for kind in INVENTED if readings and kind in readings[0].tag), None)


def without_people(text: str, names: dict[str, str]) -> str:
    """Return *text* with those words, all initials, telephone numbers and addresses replaced."""
    text = CONTACT.sub(lambda match: re.sub(r"\w", "0", match.group()), text)
    text = WORD.sub(lambda match: names.get(match.group(), match.group()), text)
    return INITIALS.sub(lambda match: re.sub(r"\w", "А", match.group()), text)
