"""The decisions themselves: which lines are items, which go on with one, and which close the list."""

import re

from forums.importing.annotations import Role
from forums.importing.closings import is_remark, is_signature
from forums.importing.lookahead import Lookahead
from forums.importing.parts import Part
from forums.importing.pieces import own_list
from forums.importing.text import without_quotes
from russian.lemmas import first_infinitive, has_finite_verb, has_infinitive

DONE = (".", "!", "?", "…")
OPEN = (",", "-", "–", "—")
DETAIL = re.compile(r"(?:срок|ответственн|исполнител|deadline|responsible)\w*\b[^.]{0,40}[:–—-]", re.IGNORECASE)


class Items:
    """Gives roles to the lines below a heading; what it found so far decides on the next line."""

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
        elif acts and not self._between_numbers(index, part, previous):
            self._item(part, uncertain=True)
        elif part.text[0].islower() or self.ahead.list_goes_on(index, previous) or (part.source.indent and not ended):
            self._continue(part, uncertain=True)
        else:
            self._closing(part, uncertain=not part.source.gap)

    def _between_numbers(self, index: int, part: Part, previous: Part) -> bool:
        """Tell whether «Для этого привлечь …» stands between the items 2 and 3 and only explains the former."""
        counted = previous.mark is not None and not previous.mark.is_bullet
        opens = first_infinitive(part.text, 1) is not None
        return counted and not opens and self.ahead.list_goes_on(index, previous)

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
