"""To whom: telling «Органам местного самоуправления:» from a thematic heading and from a decision."""

import re

from forums.importing.text import without_quotes
from russian import lemmas
from russian.tokens import vocabulary, words

BODIES = vocabulary(
    """администрация орган совет дума министерство департамент комитет управление предприниматель сообщество бизнес
    организация объединение житель нко тос сми правительство губернатор глава мэр мэрия депутат учреждение фонд палата
    ассоциация молодежь общественность участник оргкомитет предприятие союз гражданин школа вуз университет собственник
    руководитель собрание власть активист общество движение партия актив волонтер доброволец лидер население
    муниципалитет ведомство застройщик компания работодатель профсоюз центр служба агентство инспекция педагог
    библиотека музей редакция журналист член председатель координатор избиратель магистрат префектура
    директор родитель студент школьник ученик ветеран пенсионер врач учитель преподаватель федерация банк колледж
    перевозчик оператор инвестор фермер редакция комиссия штаб лига фракция ректор староста заказчик подрядчик больница
    поликлиника корпорация"""
)
ENGLISH_BODIES = re.compile(
    r"\b(?:authorit|administration|government|council|organi[sz]ation|business|entrepreneur|communit|NGO|NPO|citizen"
    r"|resident|committee|ministry|department|media|association|deput|mayor|governor|assembly|duma|sector|school"
    r"|universit|foundation|union|institution|participant|youth|public|enterprise|compan|bod(?:y|ies)|activist|volunteer"
    r"|municipalit|district|parent|teacher|student|museum|librar|developer|operator|employer|agenc|board|office|provider"
    r"|leader|institute|college|official|police|hospital|bank|investor)",
    re.IGNORECASE,
)
ENGLISH_VERBS = re.compile(
    r"^(?:to )?(?:create|develop|hold|support|ensure|provide|continue|establish|organi[sz]e|promote|consider|take|make"
    r"|use|involve|strengthen|expand|introduce|prepare|conduct|publish|encourage|improve|recogni[sz]e|approve|note)\b",
    re.IGNORECASE,
)
ENGLISH_TO = re.compile(r"(?:and )?(?:to|for|that)\s", re.IGNORECASE)
LONGEST = 320
LONGEST_NAME = 14
SKIPPED = {"а", "и", "также", "всем", "другим", "иным", "прочим", "непосредственно", "лично"}
STOPS = {"следующее", "следующие", "следующий", "нижеследующее", "том", "этому", "ниже", "итогам", "результатам"}


def is_dative_phrase(text: str) -> bool:
    """Tell whether *text* is a phrase that answers «кому?» and holds no verb."""
    found = _phrase(text)
    if not found:
        return False
    first, *rest = found
    if first.lower() in {"в", "во"}:
        return bool(rest) and rest[0].lower() == "адрес"
    if first.lower() in {"к", "ко"}:
        return bool(rest) and _dative_head(rest)
    if first.lower() == "для":
        return any(lemmas.lemma(word) in BODIES for word in rest[:4])
    return _dative_head(found)


def names_body(text: str) -> bool:
    """Tell whether *text* begins with a body in the nominative («Администрация города:»)."""
    found = _phrase(text)
    if len(found) > LONGEST_NAME:
        return False
    for word in found[:4]:
        if lemmas.lemma(word.rpartition("-")[2]) in BODIES or word in {"ТОС", "НКО", "СМИ", "ОМСУ", "МСУ"}:
            return True
        if not {"ADJF", "PRTF"} & lemmas.grammemes(word):
            return False
    return False


def is_english_body(text: str) -> bool:
    """Tell whether an English phrase names a body and begins with no verb."""
    core = text.strip(" :.–—-")
    if not re.match(r"[A-Za-z]", core) or len(core.split()) > 18 or ENGLISH_VERBS.match(core):
        return False
    return bool(ENGLISH_BODIES.search(core)) and not re.match(r"(?:the )?following\b|as follows", core, re.IGNORECASE)


def _phrase(text: str) -> list[str]:
    """Return the words of a short phrase without verbs; nothing where *text* is no such phrase."""
    core = text.strip(" :–—-,.")
    if not core or len(core) > LONGEST or core.endswith((";", "!", "?")):
        return []
    found = words(without_quotes(core))
    if any(word.lower() in STOPS for word in found[:3]):
        return []
    if any(lemmas.is_infinitive(word) or _is_verb(word) for word in found):
        return []
    while found and found[0].lower() in SKIPPED:
        found = found[1:]
    return found


def _is_verb(word: str) -> bool:
    return not word.isupper() and lemmas.is_finite(word) and "NOUN" not in lemmas.grammemes(word)


def _dative_head(found: list[str]) -> bool:
    """Tell whether the first noun of *found*, and all adjectives above it, can stand in the dative."""
    for word in found[:8]:
        if word.isupper() and 2 <= len(word) <= 6 and not lemmas.is_known(word):
            return True
        tags = lemmas.grammemes(word)
        if lemmas.lemma(word) in BODIES and lemmas.can_be_dative(word):
            return True
        if "datv" not in tags and not ({"PREP", "ADVB", "CONJ"} & tags or word.lower() == "и"):
            # an unknown abbreviation («СО НКО») is taken on trust
            return word.isupper() and len(word) <= 6 and lemmas.lemma(word) not in {"г", "с"} and word != found[0]
        if "NOUN" in tags:
            return "datv" in tags
        if "datv" not in tags and word is found[0]:
            return False
    return False
