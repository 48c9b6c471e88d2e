"""The kinds of gatherings that adopt resolutions, and how titles speak of them."""

import re
from functools import lru_cache

from russian.lemmas import lemma
from russian.tokens import vocabulary, words

EVENTS = vocabulary(
    """форум конференция съезд слет конгресс собрание слушание слушания стол сессия ассамблея саммит фестиваль встреча
    совещание семинар симпозиум чтение чтения заседание сход диалог конвент школа мастерская хакатон форсайт
    forum congress conference convention assembly summit meeting table hearing hearings seminar workshop session
    symposium gathering dialogue"""
)
EVERYDAY = vocabulary("стол чтение чтения диалог школа мастерская встреча table dialogue session meeting gathering")
"""Words that speak of a gathering only in a title: a recipe has a table, too."""

FORM = (
    r"резолюци[яюи]|решени[ея]|рекомендаци[ияй]|итоговый документ|итоговая декларация|декларация|обращение"
    r"|постановление|заключение|меморандум|коммюнике|манифест|протокол"
)
FORM_EN = (
    r"(?:final |draft |outcome )?(?:resolution|declaration|recommendations|decision|outcome document|final document"
    r"|communiqu[eé]|memorandum)"
)
FORM_WORDS = vocabulary(
    "outcome document final draft resolution declaration recommendations decision memorandum communique"
)
ANCHOR = re.compile(
    rf"(?:проект\s+|итогов\w+\s+|общ\w+\s+|сводн\w+\s+)*(?:{FORM}|{FORM_EN})(?=$|[\s«\"“.,(:№])", re.IGNORECASE
)
PREFERRED = re.compile(r"(?:проект\s+|итогов\w+\s+)*резолюци|(?:final |draft )?resolution", re.IGNORECASE)


@lru_cache(maxsize=5000)
def is_event(word: str) -> bool:
    """Tell whether *word* in any of its cases is a gathering («форума», «форум-диалог»)."""
    if word.isdigit():
        return False
    return lemma(word) in EVENTS or (("-" in word) and lemma(word.split("-")[0]) in EVENTS)


def names_assembly(text: str) -> bool:
    """Tell whether *text* speaks of an assembly, in words that other texts seldom need."""
    return any(is_event(word) and lemma(word) not in EVERYDAY for word in words(text))
