"""Documents without a clause that turns to the decisions: a bare list, or decisions inside sentences."""

import re

from forums.importing.addressees import ENGLISH_VERBS, is_dative_phrase
from forums.importing.annotations import Role
from forums.importing.events import is_event
from forums.importing.parts import Part
from forums.importing.text import sentences
from forums.importing.turns import FINITE_TURNS, asked_with_request, find_turn, read_lead_in
from russian.lemmas import first_infinitive, lemma
from russian.tokens import words

SAYS_WE = re.compile(
    r"(?:также )?(?:обращаемся|просим|предлагаем|рекомендуем|призываем|ходатайствуем)\b", re.IGNORECASE
)
SPEAKERS = {
    "участник",
    "делегат",
    "мы",
    "собравшийся",
    "присутствовать",
    "присутствующий",
    "participants",
    "delegates",
    "we",
}


def starts_list(parts: list[Part]) -> int | None:
    """Return where a list of actions begins that no clause announces; None where there is no such list."""
    for index, part in enumerate(parts):
        if part.mark is None or not part.in_body:
            continue
        acting = [below for below in parts[index : index + 12] if below.mark is not None]
        actions = sum(_acts(below.text) for below in acting)
        if actions and actions * 2 >= len(acting):
            above = parts[index - 1] if index else None
            return index - 1 if above is not None and above.text.endswith(":") else index
    return None


def _acts(text: str) -> bool:
    """Tell whether an item says what to do, or decides by its own verb («Одобряет …», «Calls on …»)."""
    turn = find_turn(text)
    return first_infinitive(text, 5) is not None or bool(turn and turn.start == 0) or bool(ENGLISH_VERBS.match(text))


def loose_decisions(parts: list[Part]) -> list[Part]:
    """Find «Форум рекомендует администрации создать …» in running text; all of it is uncertain."""
    result: list[Part] = []
    for part in parts:
        pieces = decided_pieces(part) if part.in_body else None
        if pieces:
            result += pieces
        else:
            part.give(Role.CLOSING if any(done.role is Role.RECOMMENDATION for done in result) else Role.PREAMBLE)
            result.append(part)
    return result


def speaks_for_all(text: str) -> bool:
    """Tell whether *text* begins with those who decide («Участники форума», «Мы», «Собрание»)."""
    first = words(text)[:1]
    return bool(first) and (lemma(first[0]) in SPEAKERS or is_event(first[0]) or bool(SAYS_WE.match(text)))


def decided_pieces(part: Part) -> list[Part] | None:
    """Cut a paragraph that decides within its sentences («Форум просит Думу принять …»); None for any other."""
    decides = any(_decision_start(sentence) is not None for sentence in sentences(part.text))
    return _cut(part) if decides else None


def _decision_start(sentence: str) -> int | None:
    """Return where the words of the decision begin after the turning verb, in a sentence that decides."""
    if not any(pattern.search(sentence) for _, pattern in FINITE_TURNS):
        return None
    turn = find_turn(sentence)
    if turn is None:
        return None
    verb = first_infinitive(sentence[turn.end :], 25)
    return turn.end if verb else None


def _cut(part: Part) -> list[Part]:
    pieces: list[Part] = []
    for sentence in sentences(part.text):
        start = _decision_start(sentence)
        if start is None:
            for piece in part.cut(sentence):
                piece.give(Role.CONTINUATION if pieces else Role.PREAMBLE, uncertain=True)
                pieces.append(piece)
            continue
        roles = _roles_in(sentence, start)
        for role, text in roles:
            for piece in part.cut(text):
                piece.mark = part.mark if not pieces else None
                piece.give(role, uncertain=True)
                pieces.append(piece)
    return pieces


def _roles_in(sentence: str, start: int) -> list[tuple[Role, str]]:
    """Cut a sentence that decides; the words of the decision begin after the turn, at *start*."""
    lead, decision = sentence[:start], sentence[start:]
    found = read_lead_in(sentence)
    if found and found.addressee and found.tail:
        return [(Role.LEAD_IN, found.clause), (Role.ADDRESSEE, found.addressee), (Role.RECOMMENDATION, found.tail)]
    asked = decision[: decision.find(first_infinitive(decision, 25) or "")]
    request = asked_with_request(lead + asked)
    if request:
        to, whom, with_what = request
        action = decision[len(asked) :]
        return [(Role.LEAD_IN, to), (Role.ADDRESSEE, whom), (Role.LEAD_IN, with_what), (Role.RECOMMENDATION, action)]
    if is_dative_phrase(asked):
        return [(Role.LEAD_IN, lead), (Role.ADDRESSEE, asked), (Role.RECOMMENDATION, decision[len(asked) :])]
    return [(Role.LEAD_IN, lead), (Role.RECOMMENDATION, decision)]
