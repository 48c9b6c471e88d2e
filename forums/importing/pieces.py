"""Cutting a paragraph into pieces that have roles of their own: clause, addressee, decisions."""

import re

from forums.importing.addressees import is_addressee, is_dative_phrase
from forums.importing.annotations import Role
from forums.importing.inline import enumerated, members
from forums.importing.marks import take_mark
from forums.importing.parts import Part, set_levels
from forums.importing.text import without_quotes
from forums.importing.turns import LeadIn, find_turn
from russian.lemmas import first_infinitive

ADDRESSED = re.compile(r"(?:\s[–—-]\s|:\s*)(?=\S)")


def lead_in_pieces(part: Part, found: LeadIn, before: Role) -> list[Part]:
    """Cut a lead-in; *before* is the role of the sentences above the clause."""
    parts = _labelled(part, [(before, found.before)])
    clause = part.cut(found.clause)
    clause[0].inline = bool(parts) or part.inline
    clause[0].give(Role.LEAD_IN)
    addressee = _labelled(part, [(Role.ADDRESSEE, found.addressee), (Role.LEAD_IN, found.after_addressee)])
    for piece in addressee:
        piece.inline = True
    parts += [*addressee, *clause] if found.addressee_first else [*clause, *addressee]
    for index, piece in enumerate(parts):
        piece.mark = part.mark if index == 0 else None
    return parts + tail_pieces(part, found.tail)


def tail_pieces(part: Part, tail: str) -> list[Part]:
    """Cut what follows a colon in the same paragraph into addressees and decisions."""
    if not tail:
        return []
    first, *listed = enumerated(tail)
    pieces: list[Part] = []
    if first:
        pieces += _decisions(part, first)
    for text in listed:
        mark, rest = take_mark(text)
        child = part.cut(rest)[0]
        child.mark, child.inline, child.listed = mark, True, False
        if mark is None and rest.endswith(":") and is_dative_phrase(rest):
            child.give(Role.ADDRESSEE)
        pieces += addressed_pieces(child) or [child]
    for piece in pieces:
        piece.inline = True
        piece.role = piece.role or Role.RECOMMENDATION
    set_levels(pieces)
    return pieces


def addressed_pieces(part: Part) -> list[Part] | None:
    """Cut «Администрации города – создать …» into addressee and decisions; None for any other line."""
    plain = without_quotes(part.text)
    for match in list(ADDRESSED.finditer(plain))[:2]:
        head, tail = part.text[: match.start()], part.text[match.end() :]
        if not (is_dative_phrase(head) or (":" in match.group() and is_addressee(head + ":"))):
            continue
        if first_infinitive(tail, 9) is None and "–" in match.group() + "—" and ":" not in match.group():
            continue
        sign = match.group().strip()
        addressee = part.cut(head + (":" if ":" in sign else f" {sign}"))[0]
        addressee.give(Role.ADDRESSEE)
        rest = tail_pieces(part, tail)
        for piece in rest:
            piece.level += part.level + 1
        return [addressee, *rest]
    return None


def own_list(part: Part) -> list[Part] | None:
    """Cut a paragraph that is itself a list («1) …; 2) …; 3) …»); None where it is not."""
    if part.mark is None or part.mark.depth > 1:
        return None
    pieces = enumerated(f"{part.mark.written} {part.text}")
    if len(pieces) < 3 or pieces[0]:
        return None
    result = []
    for text in pieces[1:]:
        mark, rest = take_mark(text)
        child = part.cut(rest)[0]
        child.mark, child.inline = mark, bool(result)
        result.append(child)
    return result


def _decisions(part: Part, text: str) -> list[Part]:
    result: list[Part] = []
    for member in members(text):
        child = part.cut(member)[0]
        child.mark = None
        if find_turn(member) is None:
            result += addressed_pieces(child) or [child]
        else:
            result.append(child)
    return result


def _labelled(part: Part, pairs: list[tuple[Role, str]]) -> list[Part]:
    result = []
    for role, text in pairs:
        for piece in part.cut(text):
            piece.give(role)
            result.append(piece)
    return result
