"""Verbs with which a document turns to its decisions («участники форума рекомендуют:»), and what each does."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from forums.importing.resolution import Verb
from forums.importing.text import without_quotes
from russian.lemmas import is_finite, parses
from russian.tokens import WORD

# «обращаются», «призывают», «просят» ask somebody to act, so they recommend; «обращаются с предложением»
# proposes, because the last word of such a clause says what it is.
WORKED_OUT = r"(?:сформулиров|выработа|подготов|поддержа|обобщ|внес|высказ|прозвуч|поступи)\w+(?: \w+){0,2}"
FINITE = {
    Verb.RECOMMEND: (
        r"рекоменд(?:уют|ует|уем|уется|овали|овал[ао]?|овано)",
        r"обраща(?:ются|ется|емся)|обратил(?:ись|ся|ась)",
        r"призыва(?:ют|ет|ем)|прос(?:ят|ит|им)|ходатайству(?:ют|ет|ем)|совету(?:ют|ет|ем)|настаива(?:ют|ет|ем)",
        rf"следующ\w+ рекомендаци\w+|{WORKED_OUT} рекомендации",
        r"recommend(?:s|ed)?|call(?:s|ed)? (?:up)?on|urge[sd]?|invite[sd]?|appeal(?:s|ed)? to|request(?:s|ed)?"
        r"|encourage[sd]?|advise[sd]?|ask(?:s|ed)?",
    ),
    Verb.RESOLVE: (
        r"реши(?:ли|л|ла|ло)|реша(?:ют|ет|ем)|постанов(?:или|ил|ила|ило|ляют|ляет|ляем|лено)|решено",
        r"прин(?:яли|ял|яла|яло|имают|имает|имаем|ято) (?:\w+ )?(?:решени|резолюци|документ)\w*(?: о нижеследующем)?",
        r"следующ\w+ решени\w+",
        r"определил[ио]?|определя(?:ют|ет)|поруча(?:ют|ет|ем)|договорились|утвержда(?:ют|ет|ем)|утвердили",
        r"(?:поддержива|одобря)(?:ют|ет|ем)(?=\s*:)",
        r"обязу(?:ются|емся|ется)|заявля(?:ют|ет|ем)|постановляют",
        r"(?:declare[sd]?|pledge[sd]?|commit(?:s|ted)?)(?=\s[^:]*:)",
        r"resolve[sd]?|decide[sd]?|agree[sd]?(?: to)?|adopt(?:s|ed)? the following \w+",
    ),
    Verb.PROPOSE: (
        r"предлага(?:ют|ет|ем|ется|ются)|предложил[иао]?|предложено",
        r"целесообразн(?:о|ым|ыми|ой)|необходимо|необходимым|следует|требуется|нужно|(?:важн|нужн)ым",
        r"(?:на|о) необходимост[ьи](?=\s*:)|обраща(?:ют|ет|ем) внимание(?=[^:]*:)",
        r"с (?:\w+ )?(?:предложени|инициатив)\w+|внос(?:ят|ит|им)(?: \w+)? предложени\w+|выдвига(?:ют|ет)",
        rf"следующ\w+ предложени\w+|{WORKED_OUT} предложения",
        r"propose[sd]?|suggest(?:s|ed)?|expedient|advisable|considers? it (?:\w+ )?necessary|is necessary",
    ),
}
INFINITIVE = {
    Verb.RECOMMEND: (r"рекомендовать|просить|обратиться|призвать|ходатайствовать|попросить|посоветовать",),
    Verb.RESOLVE: (r"поручить|решить|постановить|обязать",),
    Verb.PROPOSE: (r"предложить|(?:при)?знать (?:целесообразным|необходимым)|считать (?:целесообразным|необходимым)",),
}
HEADINGS = {
    Verb.RECOMMEND: r"рекомендации|recommendations?",
    Verb.RESOLVE: r"решени[ея]|постановление|decisions?|resolutions?",
    Verb.PROPOSE: r"предложения|инициативы|proposals?",
}
NOTING = re.compile(
    r"\b(?:отме(?:чают|тили|чаем|тил|чает)|констатиру\w+|подч[её]рк\w+|обсу(?:дили|ждали|ждались)|рассмотрели|заслушали"
    r"|выража(?:ют|ем|ет)|благодар(?:ят|ит|им)|note[sd]?|noting|discussed|acknowledge[sd]?|considered)\b",
    re.IGNORECASE,
)

LONG = 1500
HEADING = re.compile(r"(?:^|[.)]\s)(?P<word>(?:рекоменд|предлож|решени|поручени|обращени)[а-яё]+)", re.IGNORECASE)
ENGLISH_TURN = re.compile(
    r"\b(?:resolved?s?|recommend(?:s|ed)?|call(?:s|ed)? (?:up)?on|call(?:s|ed)? for|urge[sd]?"
    r"|invite[sd]?|appeal(?:s|ed)? to|request(?:s|ed)?"
    r"|encourage[sd]?|advise[sd]?|ask(?:s|ed)?|propose[sd]?|suggest(?:s|ed)?|decide[sd]?)\b",
    re.IGNORECASE,
)


def _compile(
    patterns: Mapping[Verb, tuple[str, ...]], flags: int = re.IGNORECASE
) -> list[tuple[Verb, re.Pattern[str]]]:
    return [(verb, re.compile(rf"\b(?:{'|'.join(group)})\b", flags)) for verb, group in patterns.items()]


FINITE_TURNS = _compile(FINITE)
OPENING_TURNS = [
    (verb, re.compile(rf"(?:также |и )?(?:{'|'.join(group)})\b", re.IGNORECASE)) for verb, group in INFINITIVE.items()
]
ANY_INFINITIVE = _compile(INFINITIVE)
HEADING_TURNS = [
    (verb, re.compile(rf"(?:общие |основные |итоговые |key |general )?(?:{words})\b", re.IGNORECASE))
    for verb, words in HEADINGS.items()
]


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn to decisions: what it does and where in the text its words end."""

    verb: Verb
    start: int
    end: int


@lru_cache(maxsize=4096)
def find_turn(text: str) -> Turn | None:
    """Return the turn of *text*: of several the last one before a colon counts («решили рекомендовать»)."""
    plain = without_quotes(text)
    found = [(match, verb) for verb, pattern in FINITE_TURNS for match in pattern.finditer(plain)]
    found += [(match, verb) for verb, pattern in OPENING_TURNS if (match := pattern.match(plain))]
    if not found:
        return _heading(plain)
    first_end = min(match.end() for match, _ in found)
    colon = plain.find(":", first_end)
    limit = colon if colon >= 0 else len(plain)
    found += [(match, verb) for verb, pattern in ANY_INFINITIVE for match in pattern.finditer(plain, first_end, limit)]
    match, verb = max((pair for pair in found if pair[0].start() < limit), key=lambda pair: pair[0].end())
    return Turn(verb, match.start(), match.end())


def verb_of(text: str) -> Verb | None:
    """Return what a lead-in does with its items, None where it is only a heading."""
    turn = find_turn(text)
    return turn.verb if turn else None


def turn_spans(plain: str) -> list[tuple[int, int]]:
    """Return where verbs stand that may ask somebody to act: those known, and any other finite verb."""
    found = {match.span() for _, pattern in (*FINITE_TURNS, *ANY_INFINITIVE) for match in pattern.finditer(plain)}
    found |= {match.span("word") for match in HEADING.finditer(plain[:60])}
    if len(plain) < LONG:
        found |= {match.span() for match in WORD.finditer(plain) if asks(match.group())}
    return sorted(found)


@lru_cache(maxsize=50_000)
def asks(word: str) -> bool:
    """Tell whether *word* is a verb in the present or the past as a body or those assembled use it of themselves."""
    if not is_finite(word):
        return False
    tag = parses(word)[0].tag
    return (
        tag.tense in ("pres", "past") and (tag.person != "2per") and not (tag.person == "1per" and tag.number == "sing")
    )


def _heading(plain: str) -> Turn | None:
    """Return the turn of a heading such as «Рекомендации участников форума:»."""
    if len(plain.split()) > 14:
        return None
    for verb, pattern in HEADING_TURNS:
        match = pattern.match(plain)
        if match:
            return Turn(verb, match.start(), match.end())
    return None
