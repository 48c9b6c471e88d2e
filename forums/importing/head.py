"""The head of the document: letterhead, title, theme, date and place, down to the first paragraph of text."""

import re

from forums.importing.annotations import Role
from forums.importing.datelines import PROPER, split_dateline
from forums.importing.events import ANCHOR, PREFERRED, is_event
from forums.importing.parts import Part
from forums.importing.text import without_quotes
from forums.importing.turns import find_turn
from russian.dates import find_dates
from russian.lemmas import grammemes, has_finite_verb, is_known, lemma, parses
from russian.numerals import ordinal
from russian.tokens import words

DEEPEST = 45
LONGEST_TITLE = 9
THEME = re.compile(
    r"(?:на тему|по теме|тема(?: форума)?|под девизом|девиз(?: форума)?|on the (?:theme|topic)|theme)\b\s*[:–—-]?",
    re.IGNORECASE,
)
QUOTE_OPENS, QUOTE_CLOSES = '«"“„', '»"”“'
OPENS_TEXT = re.compile(
    r"(?:мы\b|уважаем\w+|дорогие\b|заслушав|обсудив|рассмотрев|учитывая|отмечая|в ходе|в рамках|в целях|с целью"
    r"|в соответствии|на форуме|сегодня"
    r"|we\b|having|whereas|considering|участники\b.*[,:]|руководствуясь|преамбула)",
    re.IGNORECASE,
)
APPROVAL = re.compile(
    r"(?:утвержд|согласован|принят|одобрен|приложение|протокол|приказ|распоряжени|постановлени|решени(?:ем|я)|adopted|approved)",
    re.IGNORECASE,
)
STAMP = re.compile(r"\b(?:УТВЕРЖД|СОГЛАСОВАН|ПРИНЯТ[АОЫ]?\b|ОДОБРЕН)")
OFFICE = re.compile(
    r"(?:модератор|председател|ведущ|секретар|организатор|присутств|докладчик|chair|moderator)\w*", re.I
)
FACT = re.compile(
    r"(?:время|начало|окончание|модератор\w*|ведущ\w+|секретар\w+|организатор\w*|докладчик\w*|формат|time|moderator\w*"
    r"|organi[sz]er\w*)\b[^:]{0,40}:\s*\S",
    re.IGNORECASE,
)
"""«Время проведения: 17.00», «Модератор: …» between the title and the text."""
OUTLINE_HEADING = re.compile(r"(?:преамбула|введение|общие положения|preamble|introduction)[:.]?$", re.IGNORECASE)


def label_head(parts: list[Part]) -> tuple[list[Part], list[Part]]:
    """Give the head's parts their roles; return them and the parts of the body below."""
    anchor = _anchor(parts)
    if anchor is None:
        return _without_anchor(parts)
    head = _above(parts[:anchor])
    below, rest = _title(parts[anchor:])
    return head + below, rest


def _anchor(parts: list[Part]) -> int | None:
    """Return the index of the line that calls the document by its name."""
    found: list[int] = []
    for index, part in enumerate(parts[:DEEPEST]):
        if ANCHOR.match(part.text) and _may_be_title(part):
            if PREFERRED.match(part.text):
                return index
            found.append(index)
        elif (found and (part.text.endswith(":") or has_finite_verb(part.text))) or (
            part.text.endswith(":") and find_turn(part.text)
        ):
            break
    return found[0] if found else None


def _may_be_title(part: Part) -> bool:
    return (
        part.mark is None and part.text[0].isupper() and len(part.text) < 400 and not part.text.endswith((":", ";"))
        and not has_finite_verb(without_quotes(part.text))
    )  # fmt: skip


def _above(parts: list[Part]) -> list[Part]:
    """Label what stands above the title: a letterhead, but for the forum's name, a date and a place."""
    result: list[Part] = []
    approving = False
    for index, part in enumerate(parts):
        approving = approving or bool(APPROVAL.match(part.text) or STAMP.search(part.text))
        pieces = None if approving or part.source.in_table else split_dateline(_full(part))
        near = len(parts) - index <= 4
        if pieces:
            result += _dated(part, pieces)
        elif (
            near
            and not approving
            and part.text[:1] in QUOTE_OPENS
            and part.text[-1:] in QUOTE_CLOSES
            and _has(result, Role.TITLE)
        ):
            part.give(Role.THEME)
            result.append(part)
        elif near and not approving and _names_event(part.text):
            part.give(Role.TITLE)
            result.append(part)
        else:
            part.give(Role.LETTERHEAD)
            result.append(part)
    return result


def _title(parts: list[Part]) -> tuple[list[Part], list[Part]]:
    """Label the title and what belongs to it; *parts* begin with the document's name."""
    first, *rest = parts
    first.give(Role.TITLE)
    result = [first, *_dateline_after(first)]
    titled = 1
    while rest:
        part = rest[0]
        pieces = split_dateline(_full(part))
        if not part.in_body or titled > LONGEST_TITLE:
            break
        if pieces:
            result += _dated(part, pieces)
        elif FACT.match(part.text) and len(part.text) < 200 and not find_turn(part.text):
            part.give(Role.LETTERHEAD)
            result.append(part)
        elif _open_quote(result):
            part.give(result[-1].role or Role.TITLE)
            result.append(part)
        elif _is_theme(part):
            part.give(Role.THEME)
            result.append(part)
        elif len(rest) > 1 and _names_town(part, result, rest[1]):
            part.give(Role.PLACE)
            result.append(part)
        elif _goes_on(part, result, rest[1] if len(rest) > 1 else None):
            guessed = _looks_like_theme(part, result)
            part.give(Role.THEME if guessed else Role.TITLE, uncertain=guessed)
            result.append(part)
        elif len(part.text) < 200 and part.text.startswith("(") and part.text.endswith(")"):
            part.give(Role.LETTERHEAD)
            result.append(part)
        else:
            break
        titled += 1
        rest = rest[1:]
    return result, rest


def _dateline_after(title: Part) -> list[Part]:
    """Cut «…, 26 апреля 2017 года, г. Озёрск» off a title that says everything in one line."""
    dates = find_dates(title.text)
    before = title.text[: dates[-1].start].rstrip() if dates else ""
    if not before.endswith((",", "(", "»")) or not _names_event(before.rstrip(" ,(")):
        return []
    opening = len(before) - 1 if before.endswith("(") else len(before)
    pieces = split_dateline(title.text[opening:].strip())
    if pieces is None:
        return []
    line = title.cut(title.text[opening:])[0]
    line.mark, line.inline = None, True
    title.text = title.text[:opening].rstrip(" ,")
    return _dated(line, pieces)


def _without_anchor(parts: list[Part]) -> tuple[list[Part], list[Part]]:
    """Label the head of a document that does not say what it is: short lines above the first sentence."""
    count = 0
    for part in parts[:8]:
        if not part.in_body or part.mark or part.text.endswith((":", ";", ".", ",")) or len(part.text) > 200:
            break
        if OPENS_TEXT.match(part.text) or has_finite_verb(without_quotes(part.text)) or find_turn(part.text):
            break
        count += 1
    result: list[Part] = []
    for part in parts[:count]:
        pieces = split_dateline(_full(part))
        if pieces:
            result += _dated(part, pieces)
            continue
        part.give(Role.THEME if _is_theme(part) else Role.TITLE, uncertain=not _names_event(part.text))
        result.append(part)
    return result, parts[count:]


def _dated(part: Part, pieces: list[tuple[Role, str]]) -> list[Part]:
    cut = part.cut(*(text for _, text in pieces))
    for piece, (role, _) in zip(cut, pieces, strict=True):
        piece.mark = None
        piece.give(role)
    return cut


def _full(part: Part) -> str:
    return f"{part.mark.written} {part.text}" if part.mark else part.text


def _has(parts: list[Part], role: Role) -> bool:
    return any(part.role is role for part in parts)


def _is_theme(part: Part) -> bool:
    text = part.text.rstrip(". ")
    if len(text) > 400 or part.mark:
        return False
    if THEME.match(text):
        return not has_finite_verb(without_quotes(text))
    return text[:1] in QUOTE_OPENS and (text[-1:] in QUOTE_CLOSES or _opened(text))


def _opened(text: str) -> bool:
    return (
        text.count("«") > text.count("»")
        or ("„" in text and text.count("„") > text.count("“") + text.count("”"))
        or ("„" not in text and text.count("“") > text.count("”"))
        or text.count('"') % 2 == 1
    )


def _open_quote(result: list[Part]) -> bool:
    """Tell whether a quotation begun on one of the last lines is still open."""
    joined = " ".join(part.text for part in result[-3:] if part.role in (Role.THEME, Role.TITLE))
    return _opened(joined)


def _names_event(text: str) -> bool:
    if len(text) > 300 or text.endswith((".", ":", ";")) or has_finite_verb(without_quotes(text)):
        return False
    return any(map(is_event, words(without_quotes(text))))


def _goes_on(part: Part, result: list[Part], following: Part | None) -> bool:
    """Tell whether *part* is one more line of the title that *result* ends with."""
    text, previous = part.text, result[-1]
    if part.mark or len(text) > 300 or text.endswith((":", ";")) or OUTLINE_HEADING.match(text) or OFFICE.match(text):
        return False
    if OPENS_TEXT.match(text) and not (part.caps or part.source.centred):
        return False
    if has_finite_verb(without_quotes(text)) or find_turn(text):
        return False
    if text.endswith((".", ",")) and not (part.caps or part.source.centred or text[0].islower()):
        return False
    if part.caps or part.source.centred or text[0].islower():
        return True
    complete = any(_names_event(line.text) for line in result if line.role is Role.TITLE)
    if not complete:
        return _names_event(text) or ordinal(words(text)[0] if words(text) else "") is not None or len(text) < 120
    styled = part.source.bold and previous.source.bold
    return (
        styled
        or (previous.role is Role.TITLE and len(text) < 100 and _in_genitive(text))
        or (
            len(text) < 90
            and following is not None
            and (len(following.text) > 2 * len(text) or bool(split_dateline(_full(following))))
        )
    )


def _names_town(part: Part, result: list[Part], following: Part) -> bool:
    """Tell whether a name in the nominative beside a date is the place («Калиновск / 17 августа 2023 года»)."""
    dated = result[-1].role is Role.DATE or split_dateline(_full(following)) is not None
    placed = _has(result, Role.PLACE) or OUTLINE_HEADING.match(part.text)
    if part.mark or not dated or placed or not PROPER.fullmatch(part.text):
        return False
    last = words(part.text)[-1]
    if is_known(last) and "Geox" not in grammemes(last):
        return False
    return lemma(last) == last.lower().replace("ё", "е") and any(_names_event(line.text) for line in result)


def _in_genitive(text: str) -> bool:
    first = words(text)[:1]
    return (
        bool(first)
        and "ADJF" in grammemes(first[0])
        and first[0].lower().endswith(("ого", "его", "ой", "ей", "ых", "их"))
    )


def _looks_like_theme(part: Part, result: list[Part]) -> bool:
    """Tell whether an unquoted line below a complete title is rather the theme than the title's end."""
    if not any(_names_event(line.text) for line in result if line.role is Role.TITLE):
        return False
    if _has(result, Role.THEME) or _names_event(part.text) or part.text[0].islower() or _in_genitive(part.text):
        return False
    if any("«" in line.text or '"' in line.text for line in result if line.role is Role.TITLE):
        return False
    first = words(part.text)[:1]
    readings = parses(first[0]) if first else []
    return bool(readings) and "gent" not in readings[0].tag
