"""What stands at the end of a resolution and decides nothing any more."""

import re

from russian.lemmas import has_finite_verb

SIGNATURE = re.compile(
    r"(?:со)?председател[ьи]\b|секретарь\b|модератор\w*\b|ведущий\b|организационный комитет\b|от имени\b"
    r"|оргкомитет\b(?!\w* \w+ть)"
    r"|руководитель \w+|глава \w+|директор\b|президент\b|редакционная (?:комиссия|группа)|подпис[ьи]\b|м\.\s?п\."
    r"|chair(?:man|woman|person)?\b|secretary\b|signed\b|on behalf of\b|moderator\b",
    re.IGNORECASE,
)
INITIALS = re.compile(
    r"[А-ЯЁA-Z]\.\s?(?:[А-ЯЁA-Z]\.\s?)?[А-ЯЁA-Z][а-яёa-z-]+|[А-ЯЁA-Z][а-яёa-z-]+\s[А-ЯЁA-Z]\.\s?(?:[А-ЯЁA-Z]\.)?"
)
RULE = re.compile(r"_{3,}|\.{6,}|/\s*_+")
REMARK = re.compile(
    r"(?:настоящ(?:ая|ую|ее|ие|ий)|данн(?:ая|ую|ое)|эта|эту)\s+(?:резолюци|решени|рекомендаци|документ)"
    r"|(?:проект\s)?(?:резолюци[яю]|решение|текст резолюции)\s+(?:принят|утвержд|одобрен|направ|подлеж|размещ"
    r"|опублик|вступа|довести|явля|будет)"
    r"|принят[аоы]?\s|проголосовали|утвержден[аоы]?\s|одобрен[аоы]?\s|единогласно|голосовали"
    r"|результаты голосования|«?за»?\s?[-–—:]\s?\d"
    r"|участники\b.{0,80}\b(?:выражают|благодарят|уверены|убеждены|надеются|заявляют)"
    r"|мы (?:уверены|убеждены|надеемся|верим)|выражаем (?:благодарность|уверенность|надежду)|в заключение"
    r"|форум (?:выражает|благодарит)|контроль за (?:исполнением|выполнением)|this resolution\b"
    r"|the resolution (?:was|is)\b|adopted (?:by|at|on|in|unanimously)\b|the participants (?:thank|express)",
    re.IGNORECASE,
)
OUTLINE = re.compile(
    r"(?:заключительн\w+ (?:положени\w+|часть|слово)|заключение|(?:closing|final|concluding) (?:remarks|provisions)"
    r"|conclusion)[.:]?",
    re.IGNORECASE,
)
APPENDIX = re.compile(r"приложени[ея]\s*(?:№?\s*\d+|к\b|:|$)|(?:annex|appendix)\b", re.IGNORECASE)


def is_appendix(text: str) -> bool:
    return len(text) < 200 and bool(APPENDIX.match(text))


def opens_closing(text: str) -> bool:
    """Tell whether *text* is the heading of a closing part («Заключительные положения»)."""
    return bool(OUTLINE.fullmatch(text.strip()))


def is_signature(text: str) -> bool:
    """Tell whether a short line signs the document: an office, a name with initials, a rule to sign on."""
    if len(text) > 160 or text.endswith((";", ":")) or has_finite_verb(text):
        return False
    if RULE.search(text):
        return True
    if SIGNATURE.match(text):
        return len(text) < 110 and not text.endswith(",")
    names = INITIALS.findall(text)
    return bool(names) and len(text) - sum(map(len, names)) < 40


def is_remark(text: str) -> bool:
    """Tell whether an unmarked paragraph speaks of the resolution itself, or thanks, or hopes."""
    return bool(REMARK.match(text))
