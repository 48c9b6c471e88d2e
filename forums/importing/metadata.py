"""What the title and the first paragraph say of the forum: its name, its number and its theme."""

import re
from collections import Counter
from collections.abc import Iterable

from forums.importing.datelines import THEME
from forums.importing.lexicon import EVERYDAY, FORM_WORDS, is_event
from forums.importing.resolution import ForumFacts
from forums.importing.text import first_quotation, is_caps, without_quotes
from russian.dates import find_dates
from russian.lemmas import gender_and_number, grammemes, in_nominative, lemma
from russian.numerals import ordinal

TOKEN = re.compile(r"[^\W_]+(?:[-‑][^\W_]+)*|№\s?\d+")
NAME_ENDS = re.compile(
    r"\b(?:резолюци\w+|решени\w+|рекомендаци\w+|итогов\w+|resolution|на тему|по теме|под девизом|тема|по вопрос\w+"
    r"|по итогам|от \d|принят\w*|состоявш\w+|прошедш\w+|проходивш\w+|провед[её]нн\w+|on the (?:theme|topic)|held|dated"
    r"|adopted)\b|[(,;:]|\s[–—-]\s",
    re.IGNORECASE,
)
NO_ADJECTIVES = {"the", "of", *FORM_WORDS}
QUOTE_SIGNS = '«»"“”„ '
OWN_NAME = re.compile(
    r"\b(?:округ|район|микрорайон|пос[её]л|квартал|снт|тсж|жк|ассоциаци|фонд|организаци|(?<!гражданского )обществ|парти"
    r"|движени|союз|центр|клуб|парк|завод|школ|сквер|стадион|музе|театр|библиотек|площад|рын)\w{0,3}$",
    re.IGNORECASE,
)
"""Quotation marks after such a word hold its name and no theme."""
TERRITORY = re.compile(r"(?:округ|район|микрорайон|пос[её]л|квартал)", re.IGNORECASE)
COMMON_ADJECTIVES = {"городской", "муниципальный", "сельский", "административный", "территориальный", "избирательный"}
ENGLISH_BETWEEN = re.compile(r"[A-Z][\w-]*")


ITS_OWN = re.compile(
    r"(?:участни\w+|делегат\w+|собравш\w+|^мы\b|состоя\w+|прош[её]?л\w*|прошедш\w+|по итогам|в рамках"
    r"|participants|delegates|^the\b)\s.{0,80}",
    re.IGNORECASE,
)
"""An opening with such words speaks of the assembly itself; other ordinals belong to what it cites."""
SUBJECT = re.compile(r"об?\s", re.IGNORECASE)
"""«О результатах проверки» is what a document is about."""
ABOUT = re.compile(
    r"(?:^|[\s.])(?:об?\s(?!\w+\s(?:форум|съезд|конференц))|проект\w*\s(?!резолюц|решени|итогов|рекоменд)|закон\w*|конвенци\w+|программ\w+|доклад\w*|act\b)",
    re.IGNORECASE,
)
"""Quotation marks after these hold the subject of a document, a law or a body, not the theme of the assembly."""


def forum_facts(
    title: str, theme_lines: Iterable[str], openings: Iterable[str], everything: Iterable[str] = ()
) -> ForumFacts:
    """Return what *title*, the lines of the theme and, where they are silent, the *openings* say of the forum.

    The openings come in the order of trust: the preamble, the first lead-in, the letterhead.
    """
    texts = [text[:600] for text in openings if text]
    telling = title if _event_at(title) else next(filter(_event_at, texts), title)
    opening = telling if telling is not title else next(iter(texts), "")
    number = forum_number(title) or (forum_number(opening) if ITS_OWN.search(opening) else None)
    theme = _theme(" ".join(theme_lines)) or _quoted_theme(title)
    if theme is None and not ABOUT.search(title):
        theme = _quoted_theme(opening, strict=True)
    return ForumFacts(name=forum_name(telling, everything), number=number, theme=theme)


def forum_number(text: str) -> int | None:
    """Return the number of the forum: the ordinal that stands above the gathering's adjectives."""
    tokens = TOKEN.findall(without_quotes(text))
    for position, word in enumerate(tokens):
        if not is_event(word):
            continue
        for back in range(position - 1, max(-1, position - 7), -1):
            value = ordinal(tokens[back], tokens[back - 1] if back else "")
            if value:
                return value
            if not _may_describe(tokens[back]):
                break
        following = tokens[position + 1] if position + 1 < len(tokens) else ""
        if following.startswith("№") and lemma(word) not in EVERYDAY:
            return int(re.sub(r"\D", "", following))
        if following.isupper() and following.isascii() and ordinal(following):
            return ordinal(following)
    return None


def forum_name(text: str, everything: Iterable[str] = ()) -> str:
    """Return the forum's name in the nominative, as far as the grammar allows; empty where none is given."""
    plain = without_quotes(text)
    event = _event_at(plain)
    if event is None:
        return ""
    before = [match.group() for match in TOKEN.finditer(plain[: event.start()])]
    adjectives: list[str] = []
    for word in reversed(before):
        if ordinal(word) is not None or not _may_describe(word) or word.lower() in NO_ADJECTIVES:
            break
        adjectives.insert(0, word)
    gender, plural = gender_and_number(event.group())
    named = [_nominative(word, gender, plural) for word in [*adjectives, event.group()]]
    rest = _complement(text, plain, event.end(), bare=forum_number(text) is None)
    name = " ".join([" ".join(named), rest]).strip()
    if is_caps(event.group()):
        name = _restore_case(name, everything)
    return name[:1].upper() + name[1:]


def _event_at(text: str) -> re.Match[str] | None:
    plain = without_quotes(text)
    return next((match for match in TOKEN.finditer(plain) if is_event(match.group())), None)


def _may_describe(word: str) -> bool:
    if word.isascii():
        return bool(ENGLISH_BETWEEN.fullmatch(word))
    tags = grammemes(word)
    return bool({"ADJF", "PRTF"} & tags) or "-" in word


def _nominative(word: str, gender: str | None, plural: bool) -> str:
    if word.isascii():
        return word
    head, hyphen, year = word.rpartition("-")
    if hyphen and year.isdigit():  # «форума-2019»
        return f"{_nominative(head, *gender_and_number(head))}-{year}"
    result = in_nominative(word, gender, plural)
    if word.isupper() and len(word) > 1:
        return result.upper()
    return result.capitalize() if word[0].isupper() else result


def _complement(text: str, plain: str, start: int, *, bare: bool) -> str:
    """Return the words after the gathering that belong to its name («Озерского городского округа»)."""
    end = NAME_ENDS.search(plain, start)
    dates = [found.start for found in find_dates(plain) if found.start >= start]
    limit = min([end.start() if end else len(plain), *dates])
    quoted = first_quotation(text, start)
    if quoted and quoted.start() <= limit:
        between = text[start : quoted.start()].strip()
        if _is_own_name(between):
            return f"{between} {quoted.group()}"
        return between or (f"{quoted.group()}" if bare else "")
    return re.sub(r"\s*[№]\s?\d+", "", text[start:limit]).strip(" .,")


def _theme(text: str) -> str | None:
    """Return the theme that lines of their own give, without «на тему» and quotation marks."""
    if not text or SUBJECT.match(text):
        return None
    quoted = first_quotation(text)
    core = quoted.group() if quoted and len(quoted.group()) > 8 else THEME.sub("", text, count=1)
    return core.strip(QUOTE_SIGNS + ".:,–—-") or None if not quoted else strip_quotes(core)


def _is_own_name(before: str) -> bool:
    """Tell whether what follows in quotes names one body («общества «Память»»), and not what many are met for."""
    found = OWN_NAME.search(before)
    if found is None or gender_and_number(found.group().lower())[1]:
        return False
    return not (TERRITORY.match(found.group()) and _is_named(before[: found.start()]))


def _is_named(before: str) -> bool:
    """Tell whether a territory has its name already: «Приозёрского района», but not «городского округа»."""
    return any(
        word[0].isupper() and "ADJF" in grammemes(word) and lemma(word) not in COMMON_ADJECTIVES
        for word in TOKEN.findall(before)[-3:]
    )


def strip_quotes(text: str) -> str | None:
    """Take off one pair of quotation marks; inner ones stay."""
    core = text.strip(" .,;:")
    if core[:1] in '«“„"' and core[-1:] in '»”“"':
        core = core[1:-1]
    return core.strip(" ") or None


def _quoted_theme(text: str, *, strict: bool = False) -> str | None:
    """Return what stands in quotes after the gathering or after «на тему»."""
    spoken = THEME.search(text)
    event = _event_at(text)
    start = spoken.end() if spoken else (event.end() if event else None)
    if start is None or (strict and not spoken and not event):
        return None
    quoted = first_quotation(text, start)
    if quoted and not spoken and ABOUT.search(text[: quoted.start()][-160:]):
        return None
    if quoted and not spoken and _is_own_name(text[: quoted.start()].rstrip()):
        return None
    if quoted and (not strict or quoted.start() - start < 60):
        return strip_quotes(quoted.group())
    if spoken and not strict:
        rest = text[start:]
        dates = find_dates(rest)
        return rest[: dates[0].start if dates else len(rest)].strip(' .:,«»"') or None
    return None


def _restore_case(name: str, everything: Iterable[str]) -> str:
    """Write a name set in capitals as the rest of the document writes its words."""
    seen: dict[str, Counter[str]] = {}
    for text in everything:
        if is_caps(text):
            continue
        for index, match in enumerate(TOKEN.finditer(text)):
            if index:
                seen.setdefault(match.group().lower(), Counter())[match.group()] += 1

    def restored(match: re.Match[str]) -> str:
        word = match.group()
        if not word.isupper():
            return word
        known = seen.get(word.lower())
        if known:
            return known.most_common(1)[0][0]
        proper = {"Geox", "Surn", "Name"} & grammemes(word)
        return word if word.isascii() else (word.capitalize() if proper else word.lower())

    return TOKEN.sub(restored, name)
