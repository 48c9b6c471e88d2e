"""What opens a list of decisions: clauses that turn to them, addressees, thematic headings."""

import re

from forums.importing.addressees import is_addressee, is_dative_phrase, is_english_body, names_body
from forums.importing.annotations import Role
from forums.importing.items import DONE, OPEN, Items
from forums.importing.parts import Part
from forums.importing.pieces import addressed_pieces, lead_in_pieces
from forums.importing.text import without_quotes
from forums.importing.turns import NOTING, LeadIn, read_lead_in
from russian.lemmas import has_finite_verb, has_infinitive

TOPIC = re.compile(
    r"(?:по (?:вопрос|направлени|тем)\w*|в (?:сфере|области|части)|секци[яи]|направление|блок|раздел|об?)\s",
    re.IGNORECASE,
)


class Headings(Items):
    """Tells the lines that open a list from the decisions in it."""

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
        heading = part.mark is None or part.mark.style == "roman" or part.caps or part.source.bold
        heading = heading or self.ahead.has_items_below(index)
        if not heading or not self.ahead.item_or_addressee_follows(index):
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
        addressed = is_addressee(part.text) or is_english_body(part.text) or self._follows_addressee(part)
        colon = part.text.endswith(":")
        sure = colon or part.source.bold or (addressed and (part.caps or part.mark is not None))
        part.give(Role.ADDRESSEE if addressed else Role.LEAD_IN, uncertain=not sure)
        self._open([part])
        return True

    def _follows_addressee(self, part: Part) -> bool:
        """Tell whether «В. Семьи» stands in one list with «Б. Работодателей», which is an addressee."""
        if part.mark is None or part.mark.is_bullet or len(part.text.split()) > 6:
            return False
        headings = (Role.ADDRESSEE, Role.LEAD_IN)
        above = next((done for done in reversed(self.result) if done.mark and done.role in headings), None)
        if above is None or above.mark is None or above.role is not Role.ADDRESSEE:
            return False
        return above.level == part.level and above.mark.style == part.mark.style

    def _marked_heading(self, index: int, part: Part) -> bool:
        announced = self.ahead.turn_follows(index) and len(part.text.split()) <= 8
        if not (announced or self.ahead.has_items_below(index)) or part.text[-1:] in ";,.!?":
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
            return self._announces_list(index, part)
        if part.text.endswith(":"):
            return self._parent_wants(part) is False
        if part.text[-1:] in ".;,!?" or (self.last is not None and self.last.text.endswith(OPEN)):
            return False
        if part.text[0].islower():
            listed = self.marked is not False and self.ahead.mark_follows(index)
            opens = listed or (self.marked is False and self.ahead.action_follows(index))
            return opens and (is_dative_phrase(part.text) or (listed and names_body(part.text)))
        if TOPIC.match(part.text) and len(part.text) < 120 and self.ahead.mark_follows(index):
            return True
        emphasised = part.source.bold or part.caps or part.source.centred
        if is_dative_phrase(part.text):
            return self.marked is not False or emphasised or self.ahead.action_follows(index)
        if self.marked is None and self.result and self.ahead.mark_follows(index):
            return True
        return emphasised or (self.marked is True and part.source.gap and len(part.text.split()) <= 8)

    def _announces_list(self, index: int, part: Part) -> bool:
        """Tell whether a sentence with a colon above a list that begins anew announces it, whatever its verb."""
        above = self.last
        if not part.text.endswith(":") or not part.text[0].isupper() or above is None or above.mark is None:
            return False
        ended = above.text.endswith((*DONE, ";"))
        return ended and self.ahead.mark_follows(index) and not self.ahead.list_goes_on_at_once(index, above)

    def _parent_wants(self, part: Part) -> bool:
        """Tell whether a line with a colon rather goes on with an unfinished decision."""
        above = self.last
        if above is None or above.role in (Role.LEAD_IN, Role.ADDRESSEE):
            return False
        return part.text[0].islower() and not above.text.endswith((*DONE, ";"))

    def _open(self, pieces: list[Part]) -> None:
        self.result += pieces
        self.deciding, self.marked, self.parent = True, None, None
        items = [piece for piece in pieces if piece.role is Role.RECOMMENDATION]
        self.last = items[-1] if items else (self.last if not pieces else pieces[-1])
        if items:
            self.marked = items[-1].mark is not None


def has_infinitive_after(found: LeadIn) -> bool:
    """Tell whether the clause already says what to do («рекомендуют администрации создать фонд»)."""
    rest = found.clause.split()[-6:]
    turn_words = {"рекомендовать", "предложить", "просить", "поручить", "обратиться", "признать", "считать"}
    return any(word.lower().strip(":") not in turn_words and has_infinitive(word) for word in rest)
