"""What kind a recommendation is, told from the aspect of its verb; a proposal that the editor may change."""

import re

from forums.importing.resolution import Kind
from russian.lemmas import is_finite, is_infinitive, lemma, parses
from russian.tokens import vocabulary, words

ADVERBS = re.compile(
    r"\b(?:регулярно|ежегодно|ежемесячно|ежеквартально|еженедельно|ежедневно|периодически|систематически|не реже"
    r"|на (?:регулярной|ежегодной|систематической) основе|раза? в (?:год|месяц|квартал|неделю|полугодие)"
    r"|кажд(?:ый|ую|ое) (?:год|месяц|квартал|неделю|полугодие)"
    r"|regularly|annual(?:ly)?|every (?:year|month|quarter|week)|(?:once|twice) a (?:year|month)"
    r"|monthly|quarterly|yearly)\b",
    re.IGNORECASE,
)
ADJECTIVES = re.compile(r"\b(?:регулярн|ежегодн|ежемесячн|ежекварт|еженедельн|периодическ)\w+", re.IGNORECASE)
DECLARING = vocabulary(
    """признать признавать отметить отмечать одобрить поддержать выразить выражать считать приветствовать подтвердить
    подчеркнуть заявить осудить поблагодарить согласиться констатировать одобрять приветствовать благодарить
    подтверждать заявлять"""
)
# perfective in form, but there is no day on which they are done
LASTING = {"продолжить", "продолжать"}
# verbs of both aspects that name one deed rather than a practice
ONCE = {
    "организовать",
    "реализовать",
    "модернизировать",
    "ликвидировать",
    "реорганизовать",
    "обследовать",
    "активизировать",
}
ASKING = {"рекомендовать", "предложить", "просить", "поручить", "обратиться", "ходатайствовать"}
TAKE_NOTE = re.compile(r"\bпринять к сведению\b", re.IGNORECASE)
ENGLISH_DECLARING = vocabulary(
    "recognise recognize note approve express commend welcome endorse acknowledge thank affirm"
)
ENGLISH_LASTING = vocabulary(
    """continue maintain strengthen develop promote encourage use involve assist participate foster facilitate engage
    cooperate keep improve help support stimulate motivate contribute seek"""
)


def kind_of(text: str) -> Kind:
    """Propose the kind of a recommendation from its text."""
    found = words(text)
    verb = _main_verb(found)
    if found and is_finite(found[0]) and lemma(found[0]) in DECLARING:
        return Kind.DECLARATORY
    if verb is None and found and found[0].isascii():
        return _english_kind(text, [word.lower() for word in found[:4]])
    if TAKE_NOTE.search(text) or (verb and lemma(verb) in DECLARING):
        return Kind.DECLARATORY
    lasting = verb is not None and (lemma(verb) in LASTING or _is_imperfective(verb))
    if ADVERBS.search(text) or (lasting and ADJECTIVES.search(text)):
        return Kind.RECURRING
    return Kind.ONGOING if lasting else Kind.ONE_OFF


def _main_verb(found: list[str]) -> str | None:
    """Return the first infinitive; behind «рекомендовать кому-то» the one that says what to do."""
    verbs = [word for word in found[:25] if is_infinitive(word)]
    asked = [word for word in verbs if lemma(word) not in ASKING]
    if not verbs:
        return None
    return asked[0] if asked and lemma(verbs[0]) in ASKING else verbs[0]


def _english_kind(text: str, opening: list[str]) -> Kind:
    verbs = [word for word in opening if word not in {"to", "actively", "further", "more"}]
    if verbs and verbs[0] in ENGLISH_DECLARING:
        return Kind.DECLARATORY
    if ADVERBS.search(text):
        return Kind.RECURRING
    return Kind.ONGOING if verbs and verbs[0] in ENGLISH_LASTING else Kind.ONE_OFF


def _is_imperfective(verb: str) -> bool:
    """Tell the aspect; a verb of both aspects («использовать») counts as lasting unless it names one deed."""
    aspects = {str(parse.tag.aspect) for parse in parses(verb) if "INFN" in parse.tag}
    return "impf" in aspects and lemma(verb) not in ONCE
