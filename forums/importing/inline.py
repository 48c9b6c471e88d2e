"""Lists written in one paragraph: «рекомендуют: 1) …; 2) …» or «создать …; провести …»."""

import re
from itertools import pairwise

from forums.importing.addressees import is_dative_phrase
from forums.importing.marks import BULLETS, follows
from forums.importing.text import without_quotes
from russian.lemmas import first_infinitive, is_infinitive
from russian.numerals import neuter_ordinal
from russian.tokens import words

SIGNS = (
    re.compile(r"(?:^|(?<=[:;.]\s))(?P<value>\d{1,2}(?:\.\d{1,2})+)[.)]?\s+(?=[^\W\d_«\"“])"),
    re.compile(r"(?:^|(?<=[\s:;,.(]))\(?(?P<value>\d{1,2}|[а-яa-z])\)\s*(?=\S)"),
    re.compile(r"(?:^|(?<=[:;.]\s)|(?<=[:;.]))(?P<value>\d{1,2})\.\s+(?=[^\W\d_«\"“])"),
)
SPOKEN_SIGNS = (
    re.compile(r"(?:^|(?<=[:;.,]\s))(?P<value>[а-яё]{4,14}е)\s*[.:–—-]\s+(?=\S)", re.IGNORECASE),
    re.compile(r"(?:^|(?<=[:;.,]\s)|(?<=[:;.,]\sа\s))во?-(?P<value>[а-яё]{4,}х),?\s+(?=\S)", re.IGNORECASE),
)
"""«первое – …; второе – …» and «во-первых, …; во-вторых, …»; the latter words stay in the text."""
SPOKEN_VALUES = {"первых": 1, "вторых": 2, "третьих": 3, "четвертых": 4, "пятых": 5, "шестых": 6, "седьмых": 7}
PHRASE_STARTS = re.compile(r"[;.]\s+")
BULLET_SIGN = re.compile(rf"(?:^|(?<=[:;.,]\s))(?:[{BULLETS}]\s*|[–—-]\s+)(?=[^\W\d_«\"“])")
COMMA = re.compile(r",\s+(?=(?P<word>[^\W\d_]+))")
MEMBER = re.compile(r";\s+")
STARTS = {"1", "а", "a"}


def enumerated(text: str) -> list[str]:
    """Cut *text* before each mark of a list that runs inside it; one piece where there is no list.

    The first piece is what stands before the first mark, and may be empty.
    """
    for pattern in (*SIGNS, *SPOKEN_SIGNS):
        cuts = _sequence(text, pattern)
        if len(cuts) > 1:
            return _cut(text, cuts)
    cuts = [match.start() for match in BULLET_SIGN.finditer(text)]
    if len(cuts) > 1 and not text[: cuts[0]].strip():
        return _cut(text, cuts)
    return [text]


def members(text: str) -> list[str]:
    """Cut «создать …; провести …» into its decisions; semicolons inside one decision cut nothing."""
    plain = without_quotes(text)
    pieces, start = [], 0
    for match in MEMBER.finditer(plain):
        if _begins_decision(text[match.end() :]):
            pieces.append(text[start : match.end()].strip())
            start = match.end()
    pieces.append(text[start:].strip())
    found = [piece for piece in pieces if piece]
    return _actions(found[0]) if len(found) == 1 else found


def _actions(text: str) -> list[str]:
    """Cut «создать …, проводить …, поддерживать …» where at least three infinitives follow one another so."""
    if not is_infinitive((words(text) or [""])[0]):
        return [text]
    cuts = [match.end() for match in COMMA.finditer(without_quotes(text)) if is_infinitive(match["word"])]
    edges = [0, *cuts, len(text)]
    return [text[start:end].strip() for start, end in pairwise(edges)] if len(cuts) > 1 else [text]


def _begins_decision(text: str) -> bool:
    ahead = re.split(r"[;:]", text, maxsplit=1)[0]
    first = words(ahead)[:1]
    return bool(first) and (
        is_infinitive(first[0]) or first_infinitive(ahead, 12) is not None or not _cyrillic(first[0])
    )


def _cyrillic(word: str) -> bool:
    return any("а" <= letter.lower() <= "я" for letter in word)


def _sequence(text: str, pattern: re.Pattern[str]) -> list[int]:
    cuts: list[int] = []
    last = ""
    for match in pattern.finditer(text):
        value = _plain_value(match["value"])
        if cuts and value in STARTS and (heading := _heading_above(text, cuts[-1], match.start())):
            cuts += [heading, match.start()]
        elif (not cuts and (value in STARTS or value.endswith(".1"))) or (cuts and _goes_on(last, value)):
            cuts.append(match.start())
        else:
            continue
        last = value
    return cuts


def _plain_value(value: str) -> str:
    """Return a number in digits where a word («второе», «вторых») gives it."""
    lower = value.lower().replace("ё", "е")
    return str(SPOKEN_VALUES.get(lower) or (neuter_ordinal(lower) if len(lower) > 2 else None) or value)


def _heading_above(text: str, start: int, end: int) -> int | None:
    """Return where «…; некоммерческим организациям: а) …» names whom a list that begins anew is for."""
    head = text[start:end].rstrip()
    breaks = list(PHRASE_STARTS.finditer(head))
    if not head.endswith(":") or not breaks:
        return None
    return start + breaks[-1].end() if is_dative_phrase(head[breaks[-1].end() :]) else None


def _goes_on(last: str, value: str) -> bool:
    """Tell whether *value* is the next number, on its own level («2.1», «2.2»)."""
    head, _, number = last.rpartition(".")
    same_head, _, following = value.rpartition(".")
    return head == same_head and follows(number, following)


def _cut(text: str, cuts: list[int]) -> list[str]:
    edges = [0, *cuts, len(text)]
    return [text[start:end].strip() for start, end in pairwise(edges)]
