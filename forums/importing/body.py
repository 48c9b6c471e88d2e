"""The body of the document: preamble, turns to decisions, addressees, decisions and what closes it."""

from forums.importing.annotations import Role
from forums.importing.closings import is_appendix, is_remark, is_signature, opens_closing
from forums.importing.datelines import ADOPTED, split_dateline
from forums.importing.headings import Headings
from forums.importing.items import DONE
from forums.importing.marks import follows
from forums.importing.parts import Part
from forums.importing.rescue import decided_pieces, speaks_for_all
from russian.lemmas import first_infinitive


class Body(Headings):
    """One walk over the parts of the body; every part leaves it with a role."""

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
        opened = len(self.result)
        if self._turn(index, part, Role.PREAMBLE) or self._addressed_unasked(index, part):
            self.deciding = True
            self._reclaim(opened, part)
            return
        self._give(part, Role.PREAMBLE)

    def _reclaim(self, opened: int, part: Part) -> None:
        """Take «1. Принять к сведению» for a decision when «2. Рекомендовать Думе:» turns out to be the first turn."""
        position, mark = opened, part.mark
        while mark is not None and mark.depth == 1 and position:
            above = self.result[position - 1]
            if above.mark is None or above.mark.style != mark.style or not follows(above.mark.value, mark.value):
                break
            if first_infinitive(above.text, 4) is None:
                return
            position, mark = position - 1, above.mark
        if mark is not None and mark.value == "1":
            for above in self.result[position:opened]:
                above.give(Role.RECOMMENDATION)

    def _among_decisions(self, index: int, part: Part) -> None:
        if part.source.column_heading or part.source.to_whom or self._completes_row(part):
            self._in_table(part)
        elif is_appendix(part.text) and part.mark is None and self.last is not None:
            self.appended = True
            self._close(part)
        elif opens_closing(part.text) and self.last is not None:
            self._closing(part)
        elif part.mark is None and self.last is not None and is_signature(part.text):
            self.closed = True
            self._give(part, Role.SIGNATURE)
        elif self._turn(index, part, Role.LEAD_IN) or self._heading(index, part):
            self.closed = False
        elif part.mark is None and (self._dates(index, part) or self._decides_aside(index, part)):
            self.closed = True
        elif self.closed and not self._reopens(part):
            self._close(part)
        elif part.mark is not None:
            self._marked_item(part)
        else:
            self._unmarked(index, part)

    def _completes_row(self, part: Part) -> bool:
        """Tell whether a cell only says when, or who answers for the item beside it."""
        source = part.source
        above = self.result[-1].role if self.result else None
        return source.in_table and source.in_item and above in (Role.RECOMMENDATION, Role.CONTINUATION)

    def _in_table(self, part: Part) -> None:
        if part.source.column_heading:
            part.give(Role.CLOSING, uncertain=True)
            self.result.append(part)
        elif part.source.to_whom:
            part.give(Role.ADDRESSEE)
            self._open([part])
        else:
            self._continue(part)

    def _decides_aside(self, index: int, part: Part) -> bool:
        """Take «Форум просит Думу принять …» below a finished list for one more decision."""
        ended = self.closed or (self.last is not None and self.last.text.endswith((*DONE, ";")))
        if not ended or not self.marked or is_remark(part.text) or part.source.in_item or not speaks_for_all(part.text):
            return False
        pieces = None if self.last and self.ahead.list_goes_on(index, self.last) else decided_pieces(part)
        if pieces is None:
            return False
        self._open(pieces)
        return True

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
