"""The body of the document: preamble, turns to decisions, addressees, decisions and what closes it."""

import re

from forums.importing.addressees import is_addressee, is_dative_phrase
from forums.importing.annotations import Role
from forums.importing.closings import is_appendix, is_remark, is_signature
from forums.importing.datelines import ADOPTED, split_dateline
from forums.importing.lookahead import Lookahead
from forums.importing.morphology import first_infinitive, has_finite_verb, has_infinitive
from forums.importing.parts import Part
from forums.importing.pieces import addressed_pieces, lead_in_pieces, own_list
from forums.importing.text import without_quotes
from forums.importing.turns import NOTING, LeadIn, read_lead_in

DONE = (".", "!", "?", "…")
OPEN = (",", "-", "–", "—")
DETAIL = re.compile(r"(?:срок|ответственн|исполнител|deadline|responsible)\w*\b[^.]{0,40}[:–—-]", re.IGNORECASE)


class Body:
    """One walk over the parts of the body; every part leaves it with a role."""

    def __init__(self, parts: list[Part], *, titled_as_list: bool = False) -> None:
        self.parts = [piece for part in parts for piece in (own_list(part) or [part])]
        self.ahead = Lookahead(self.parts)
        self.result: list[Part] = []
        self.deciding = titled_as_list
        self.closed = False
        self.appended = False
        self.marked: bool | None = None
        self.parent: Part | None = None
        self.last: Part | None = None

    def label(self) -> list[Part]:
        """Return the parts with their roles, some of them cut into pieces."""
        for index, part in enumerate(self.parts):
            if self.appended or not part.in_body:
                self._close(part)
            elif not self.deciding:
                self._before_decisions(index, part)
            else:
                self._among_decisions(index, part)
        return self.result

    def _before_decisions(self, index: int, part: Part) -> None:
        if self._turn(index, part, Role.PREAMBLE) or self._addressed_unasked(index, part):
            self.deciding = True
            return
        self._give(part, Role.PREAMBLE)

    def _among_decisions(self, index: int, part: Part) -> None:
        if is_appendix(part.text) and part.mark is None and self.last is not None:
            self.appended = True
            self._close(part)
        elif part.mark is None and self.last is not None and is_signature(part.text):
            self.closed = True
            self._give(part, Role.SIGNATURE)
        elif self._turn(index, part, Role.LEAD_IN) or self._heading(index, part):
            self.closed = False
        elif part.mark is None and self._dates(index, part):
            self.closed = True
        elif self.closed and not self._reopens(part):
            self._close(part)
        elif part.mark is not None:
            self._marked_item(part)
        else:
            self._unmarked(index, part)

    def _reopens(self, part: Part) -> bool:
        """Tell whether a decision in the style of those above follows what seemed to close them."""
        above = next((done for done in reversed(self.result) if done.role is Role.RECOMMENDATION), None)
        same = above is not None and above.mark and part.mark and above.mark.style == part.mark.style
        if same and first_infinitive(part.text, 5) is not None:
            self.closed = False
        return not self.closed

    def _dates(self, index: int, part: Part) -> bool:
        """Take «г. Озёрск / 26 апреля 2017 г.» below the decisions for what it is."""
        ended = self.closed or (self.last is not None and self.last.text.endswith((*DONE, ";")))
        if not ended or ADOPTED.match(part.text) or (self.last and self.ahead.list_goes_on(index, self.last)):
            return False
        pieces = split_dateline(part.text)
        if pieces is None:
            return False
        for piece, (role, _) in zip(part.cut(*(text for _, text in pieces)), pieces, strict=True):
            piece.give(role)
            self.result.append(piece)
        return True

    # --- turns and headings -------------------------------------------------------------------------

    def _turn(self, index: int, part: Part, before: Role) -> bool:
        """Take *part* as a lead-in if it is one."""
        found = read_lead_in(part.text)
        if found is None or not self._opens_list(index, part, found):
            return False
        self._open(lead_in_pieces(part, found, before))
        return True

    def _opens_list(self, index: int, part: Part, found: LeadIn) -> bool:
        if found.colon:
            if NOTING.search(found.clause) and not found.tail and self._only_notes(found):
                return False
            if part.mark is not None and self.deciding and not found.tail:
                return self.ahead.has_items_below(index) or bool(found.addressee)
            # «Рекомендовать: …» inside a list of decisions stays one decision
            return part.mark is None or not self.deciding or not found.tail
        if part.mark is not None or not self.ahead.item_or_addressee_follows(index):
            return False
        short = len(found.clause.split()) <= 12
        return short and part.text[-1:] not in ".;,!?" and not has_infinitive_after(found)

    @staticmethod
    def _only_notes(found: LeadIn) -> bool:
        clause = found.clause
        last = max(match.end() for match in NOTING.finditer(clause))
        return len(clause) - last < 30 and read_lead_in(clause[:last]) is None

    def _addressed_unasked(self, index: int, part: Part) -> bool:
        """Take «Администрации города:» above a list of actions as the beginning, though nobody turned to it."""
        if not part.text.endswith(":") or not is_dative_phrase(part.text) or not self.ahead.action_follows(index):
            return False
        part.give(Role.ADDRESSEE, uncertain=True)
        self._open([part])
        return True

    def _heading(self, index: int, part: Part) -> bool:
        """Take *part* as an addressee or a thematic heading if the lines below belong to it."""
        if part.mark is not None and not self._marked_heading(index, part):
            pieces = addressed_pieces(part)
            if pieces is None:
                return False
            self._open(pieces)
            return True
        if part.mark is None and not self._plain_heading(index, part):
            pieces = addressed_pieces(part) if part.text[0].isupper() else None
            if pieces is None or self.closed:
                return False
            self._open(pieces)
            return True
        addressed = is_addressee(part.text)
        colon = part.text.endswith(":")
        sure = colon or part.source.bold or (addressed and (part.caps or part.mark is not None))
        part.give(Role.ADDRESSEE if addressed else Role.LEAD_IN, uncertain=not sure)
        self._open([part])
        return True

    def _marked_heading(self, index: int, part: Part) -> bool:
        if not self.ahead.has_items_below(index) or part.text[-1:] in ";,.!?":
            return False
        plain = without_quotes(part.text)
        if has_infinitive(plain) or has_finite_verb(plain) or len(part.text) > 320:
            return False
        if part.mark is None or (part.mark.is_bullet and not is_dative_phrase(part.text)):
            return False
        return is_addressee(part.text) or part.mark.style == "roman" or part.level == 0 or part.source.bold

    def _plain_heading(self, index: int, part: Part) -> bool:
        if not self.ahead.item_or_addressee_follows(index) or len(part.text) > 320:
            return False
        plain = without_quotes(part.text)
        if has_infinitive(plain) or has_finite_verb(plain):
            return False
        if part.text.endswith(":"):
            return self._parent_wants(part) is False
        if part.text[-1:] in ".;,!?" or (self.last is not None and self.last.text.endswith(OPEN)):
            return False
        if part.text[0].islower():
            return self.marked is False and is_dative_phrase(part.text) and self.ahead.action_follows(index)
        emphasised = part.source.bold or part.caps or part.source.centred
        if is_dative_phrase(part.text):
            return self.marked is not False or emphasised or self.ahead.action_follows(index)
        if self.marked is None and self.result and self.ahead.mark_follows(index):
            return True
        return emphasised or (self.marked is True and part.source.gap and len(part.text.split()) <= 8)

    def _parent_wants(self, part: Part) -> bool:
        """Tell whether a line with a colon rather goes on with an unfinished decision."""
        return part.text[0].islower() and self.last is not None and not self.last.text.endswith((*DONE, ";"))

    def _open(self, pieces: list[Part]) -> None:
        self.result += pieces
        self.deciding, self.marked, self.parent = True, None, None
        items = [piece for piece in pieces if piece.role is Role.RECOMMENDATION]
        self.last = items[-1] if items else (self.last if not pieces else pieces[-1])
        if items:
            self.marked = items[-1].mark is not None

    # --- decisions ----------------------------------------------------------------------------------

    def _marked_item(self, part: Part) -> None:
        if self.marked is None:
            self.marked = True
        if self.parent is not None and part.level > self.parent.level:
            if self._is_fragment(part):
                part.give(Role.CONTINUATION)
                self.result.append(part)
                return
        else:
            self.parent = None
        self._item(part)
        if self.parent is None and part.text.endswith(":"):
            self.parent = part

    def _is_fragment(self, part: Part) -> bool:
        """Tell whether a line under «Провести: …» only completes it and is no decision of its own."""
        own = part.mark.value if part.mark else ""
        above = self.parent.mark.value if self.parent and self.parent.mark else ""
        if part.mark and part.mark.depth > 1 and own.startswith(f"{above}."):
            return False
        return first_infinitive(part.text, 5) is None

    def _unmarked(self, index: int, part: Part) -> None:
        previous = self.last
        if part.source.in_item and self.result and self.result[-1].role in (Role.RECOMMENDATION, Role.CONTINUATION):
            self._continue(part)
        elif previous is None or previous.role not in (Role.RECOMMENDATION, Role.CONTINUATION):
            if self.marked is None and is_remark(part.text) and not has_infinitive(part.text):
                self._closing(part)
                return
            self.marked = False
            self._item(part, uncertain=not has_infinitive(part.text))
        elif is_remark(part.text):
            self._closing(part)
        elif self.marked:
            self._between_marked(index, part, previous)
        else:
            self._bare(part, previous)

    def _between_marked(self, index: int, part: Part, previous: Part) -> None:
        ended = previous.text.endswith((*DONE, ";"))
        acts = first_infinitive(part.text, 4) is not None and not has_finite_verb(without_quotes(part.text))
        if DETAIL.match(part.text):
            self._continue(part)
        elif not ended and (part.text[0].islower() or previous.text.endswith((":", *OPEN))):
            self._continue(part, uncertain=previous.text.endswith(":"))
        elif acts:
            self._item(part, uncertain=True)
        elif part.text[0].islower() or self.ahead.list_goes_on(index, previous) or (part.source.indent and not ended):
            self._continue(part, uncertain=True)
        else:
            self._closing(part, uncertain=not part.source.gap)

    def _bare(self, part: Part, previous: Part) -> None:
        plain = without_quotes(part.text)
        if part.text[0].islower() and not previous.text.endswith((*DONE, ";", ":")) and not first_infinitive(plain, 4):
            self._continue(part)
        elif previous.text.endswith(".") and not part.text[0].islower() and first_infinitive(plain, 9) is None:
            if has_finite_verb(plain) or not previous.text[0].isupper():
                self._closing(part, uncertain=True)
            else:
                self._item(part, uncertain=True)
        else:
            self._item(part)

    # --- giving roles -------------------------------------------------------------------------------

    def _item(self, part: Part, *, uncertain: bool = False) -> None:
        self._give(part, Role.RECOMMENDATION, uncertain=uncertain)

    def _continue(self, part: Part, *, uncertain: bool = False) -> None:
        part.give(Role.CONTINUATION, uncertain=uncertain)
        self.result.append(part)

    def _closing(self, part: Part, *, uncertain: bool = False) -> None:
        self.closed = True
        self._give(part, Role.CLOSING, uncertain=uncertain)

    def _close(self, part: Part) -> None:
        self._give(
            part, Role.SIGNATURE if is_signature(part.text) and part.in_body and not self.appended else Role.CLOSING
        )

    def _give(self, part: Part, role: Role, *, uncertain: bool = False) -> None:
        part.give(role, uncertain=uncertain)
        self.result.append(part)
        self.last = part


def has_infinitive_after(found: LeadIn) -> bool:
    """Tell whether the clause already says what to do («рекомендуют администрации создать фонд»)."""
    rest = found.clause.split()[-6:]
    turn_words = {"рекомендовать", "предложить", "просить", "поручить", "обратиться", "признать", "считать"}
    return any(word.lower().strip(":") not in turn_words and has_infinitive(word) for word in rest)
