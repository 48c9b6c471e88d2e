"""The clause in which a document turns to its decisions: «участники форума рекомендуют:»."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from forums.importing.addressees import is_dative_phrase, is_english_body, names_body
from forums.importing.resolution import Verb
from forums.importing.text import sentences, without_quotes

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

ACCUSATIVE = re.compile(r"прос|попрос|призва|призыва|обяза|уполномоч", re.IGNORECASE)
REQUEST = re.compile(
    r"\b(?:обра(?:ща|ти)\w+|вы(?:ходят|ходит|йти)|выступа\w+)\s+(?P<whom>(?:к|ко|в|во)\s.+?)\s+"
    r"с(?:о следующ\w+)? (?:\w+ )?(?:предложени|инициатив|просьб|ходатайств)\w*",
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


@dataclass(frozen=True, slots=True)
class LeadIn:
    """A paragraph taken apart: what stands before the clause, the clause, to whom, what follows the colon.

    ``addressee_first`` tells «Администрации города рекомендуется:» from «рекомендуют Администрации города:».
    """

    verb: Verb
    before: str
    clause: str
    addressee: str
    after_addressee: str
    tail: str
    colon: bool
    addressee_first: bool = False


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


def read_lead_in(text: str) -> LeadIn | None:
    """Take a paragraph apart that turns to decisions; None where it does not.

    Without a colon the caller has to tell from what follows whether the paragraph is a lead-in at all.
    """
    *earlier, clause = _up_to_turn(text)
    turn = find_turn(clause)
    if turn is None:
        return None
    colon = without_quotes(clause).find(":", turn.end)
    head, tail = (clause[:colon], clause[colon + 1 :].strip()) if colon >= 0 else (clause, "")
    before, rest = head[: turn.start].strip(), head[turn.end :].strip()
    made: dict[str, Any] = {"verb": turn.verb, "before": " ".join(earlier), "tail": tail, "colon": colon >= 0}
    sign = ":" if colon >= 0 else ""
    if not rest.strip(" .–—-") and is_dative_phrase(before):
        return LeadIn(
            clause=head[turn.start :] + sign, addressee=before, after_addressee="", addressee_first=True, **made
        )
    request = None if rest.strip(" ,") else asked_with_request(head)
    if request:
        to, whom, with_what = request
        return LeadIn(clause=to, addressee=whom, after_addressee=with_what + sign, **made)
    lead, addressee, after = _addressee_in(rest, named=bool(ACCUSATIVE.match(head[turn.start : turn.end])))
    clause = head[: turn.end] + lead if addressee else head + sign
    return LeadIn(
        clause=clause, addressee=addressee + (sign if addressee and not after else ""),
        after_addressee=after + sign if after else "", **made,
    )  # fmt: skip


def asked_with_request(clause: str) -> tuple[str, str, str] | None:
    """Cut «обращаются / в Министерство / с предложением»; None where nobody is asked in that manner."""
    found = REQUEST.search(clause)
    if not found:
        return None
    whom = found["whom"]
    if not (is_dative_phrase(whom) or (whom.startswith("в") and names_body(whom.partition(" ")[2]))):
        return None
    return clause[: found.start("whom")].strip(), whom, clause[found.end("whom") :].strip()


def _up_to_turn(text: str) -> list[str]:
    """Return the sentences of *text* with everything from the turning one on in the last."""
    parts = sentences(text)
    if len(parts) == 1:
        return parts
    for index, sentence in enumerate(parts):
        turn = find_turn(sentence)
        if turn and (":" in sentence[turn.end :] or index == len(parts) - 1):
            return [*parts[:index], " ".join(parts[index:])]
    return [*parts[:-1], parts[-1]]


def _addressee_in(rest: str, *, named: bool = False) -> tuple[str, str, str]:
    """Find the addressee at the beginning of *rest*; return (words before it, addressee, words after it).

    *named* tells that the verb takes the accusative («просят директоров школ»), which looks like a nominative.
    """
    core = rest.strip(" ,–—-")
    if not core:
        return "", "", ""
    english = re.match(r"(to|that|for)\s+", core, re.IGNORECASE)
    if english and is_english_body(core[english.end() :]):
        return f" {english.group(1)}", core[english.end() :], ""
    request = re.search(
        r"\s(?:to$|с (?:\w+ )?(?:просьб|предложени|рекомендаци|призыв|инициатив)\w*.*|следующ\w+.*)$", core
    )
    body, after = (core[: request.start()], core[request.start() :].strip()) if request else (core, "")
    if is_dative_phrase(body) or is_english_body(body) or (named and names_body(body)):
        return "", body, after
    return "", "", ""


def _heading(plain: str) -> Turn | None:
    """Return the turn of a heading such as «Рекомендации участников форума:»."""
    if len(plain.split()) > 14:
        return None
    for verb, pattern in HEADING_TURNS:
        match = pattern.match(plain)
        if match:
            return Turn(verb, match.start(), match.end())
    return None
