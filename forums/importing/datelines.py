"""Lines that say when and where: «26 апреля 2017 года, г. Озёрск», «Место проведения: …»."""

import re

from forums.importing.annotations import Role
from russian.dates import find_dates
from russian.lemmas import has_finite_verb, has_infinitive
from russian.tokens import words

LABEL = re.compile(
    r"(?:дата и место|дата|время|место|место и дата|date|venue|place|location)"
    r"(?:\s(?:проведения|принятия|составления|and venue|and place))?(?:\sфорума)?\s*[:–—-]\s*",
    re.IGNORECASE,
)
SETTLEMENT = re.compile(
    r"(?:г\.\s?о\.|гор(?:од)?\b\.?|г\.|п\.\s?г\.\s?т\.|пгт\b\.?|пос(?:[её]лок)?\b\.?|п\.|рп\b\.?|р\.\s?п\.|село\b|с\.|дер(?:евня)?\b\.?|д\.|станица\b"
    r"|ст-ца\b|хутор\b|ЗАТО\b|аул\b|мкр\b\.?|(?:the )?(?:city|town) of\b)\s?(?=[«\"А-ЯЁA-Z])",
    re.IGNORECASE,
)
PROPER = re.compile(r"(?:[А-ЯЁ][а-яё]+|[A-Z][a-z]+)(?:[\s-](?:на-|upon-|on-)?[А-ЯЁA-Z][\w-]+){0,2}")
ADOPTED = re.compile(r"\(?\s*(?:принят|утвержд|одобрен|adopted|approved)\w*\b", re.IGNORECASE)
YEAR_SIGN = re.compile(r"(?<=\d)\s+г\.$")
SPOKEN_PLACE = re.compile(
    r"\b(?:(?:held|adopted|signed|done|convened)|\d{4},?)\s(?:in|at)\s(?:the\s)?(?P<place>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3})"
)
THEME = re.compile(
    r"(?:на тему|по теме|тема(?: форума)?|под девизом|девиз(?: форума)?|on the (?:theme|topic)|theme)\b\s*[:–—-]?",
    re.IGNORECASE,
)
EDGES = " ,;.()–—-\t"


def split_dateline(text: str) -> list[tuple[Role, str]] | None:
    """Cut a line that gives only a date, a place or both into its pieces; None for any other line."""
    if len(text) > 220 or has_finite_verb(text) or has_infinitive(text):
        return None
    found = find_dates(text)
    if not found:
        return [(Role.PLACE, text)] if _is_place(text) else None
    if ADOPTED.match(text):
        return [(Role.DATE, text)]
    start, end = found[0].start, _date_end(text, found[-1].end)
    before, after = text[:start], text[end:]
    if not (_is_remainder(before) and _is_remainder(after)):
        return None
    pieces: list[tuple[Role, str]] = []
    before_is_place, after_is_place = _holds_place(before), _holds_place(after)
    dated = (("" if before_is_place else before) + text[start:end] + ("" if after_is_place else after)).strip()
    if before_is_place:
        pieces.append((Role.PLACE, before.strip()))
    separator = after[: len(after) - len(after.lstrip(" ,;"))].strip() if after_is_place else ""
    pieces.append((Role.DATE, dated + separator))
    if after_is_place:
        pieces.append((Role.PLACE, after.lstrip(" ,;").strip()))
    return pieces


def place_name(text: str) -> str:
    """Return the place that a line gives, without its label and the signs around it."""
    return LABEL.sub("", text).strip(EDGES + ":«»" if text.count("«") != text.count("»") else EDGES)


def spoken_place(text: str) -> str | None:
    """Return the place that a sentence such as «Held in Rivermouth on 3 October 2019» names."""
    found = SPOKEN_PLACE.search(text[:1].lower() + text[1:])
    return found["place"] if found else None


def _date_end(text: str, end: int) -> int:
    """Give «г.» to the town in «14.04.2022 г. Озёрск»: no comma stands between the year and the name."""
    year = YEAR_SIGN.search(text[:end])
    if LABEL.match(text[end:].lstrip()):
        return end
    return year.start() if year and PROPER.match(text[end:].lstrip()) and text[end : end + 1].isspace() else end


def _is_place(text: str) -> bool:
    if len(words(text)) > 16:
        return False
    label = LABEL.match(text)
    if label:
        return label.group().lower().startswith(("место", "venue", "place", "location"))
    return bool(SETTLEMENT.match(text.lstrip("( "))) and text[-1:] not in ":;"


def _is_remainder(text: str) -> bool:
    """Tell whether what stands beside a date is a place, a label, a number or nothing of weight."""
    core = LABEL.sub("", text).strip(EDGES)
    if not core or _holds_place(text) or SPOKEN_PLACE.fullmatch(core.lower()[:1] + core[1:].removesuffix(" on")):
        return True
    return len(words(core)) <= 4 and bool(
        re.fullmatch(
            r"(?:от|дата|№|N|г|года|проведения|принятия|состоялся|dated|on|of|the|[\d/\s.№:-])+(?:\s?[\w/-]{1,6})?",
            core,
            re.IGNORECASE,
        )
    )


def _holds_place(text: str) -> bool:
    core = text.strip(EDGES)
    if not core or len(words(core)) > 16:
        return False
    label = LABEL.search(core)
    if label and label.group().lower().startswith(("место", "venue", "place", "location")):
        return True
    settlement = SETTLEMENT.search(core)
    return (settlement is not None and settlement.start() < 25) or bool(PROPER.fullmatch(core))
