"""What follows a line, computed once for the whole body so that no question walks the document again."""

from forums.importing.addressees import is_dative_phrase
from forums.importing.marks import follows
from forums.importing.parts import Part
from forums.importing.turns import find_turn
from russian.lemmas import first_infinitive


class Lookahead:
    """Answers about the lines below the line at an index."""

    def __init__(self, parts: list[Part]) -> None:
        self.parts = parts
        self.next_marked = self._nearest(lambda part: part.mark is not None)
        self.next_heading = self._nearest(lambda part: part.mark is None and part.text.endswith(":"))

    def _nearest(self, fits) -> list[int]:
        result = [len(self.parts)] * (len(self.parts) + 1)
        for index in range(len(self.parts) - 1, -1, -1):
            result[index] = index if fits(self.parts[index]) else result[index + 1]
        return result

    def _following(self, index: int) -> Part | None:
        below = self.parts[index + 1] if index + 1 < len(self.parts) else None
        return below if below is not None and below.in_body else None

    def item_or_addressee_follows(self, index: int) -> bool:
        """Tell whether the next line is a list item, an action, or somebody addressed."""
        below = self._following(index)
        if below is None:
            return False
        return (
            below.mark is not None
            or below.text.endswith((":", ";"))
            or is_dative_phrase(below.text)
            or self._acts(below)
        )

    def mark_follows(self, index: int) -> bool:
        """Tell whether the next line is a list item."""
        below = self._following(index)
        return below is not None and below.mark is not None

    def action_follows(self, index: int) -> bool:
        """Tell whether the next line says what to do."""
        below = self._following(index)
        return below is not None and self._acts(below)

    def has_items_below(self, index: int) -> bool:
        """Tell whether the next line is an item that hangs under the marked line at *index*."""
        part, below = self.parts[index], self._following(index)
        if below is None or part.mark is None:
            return False
        if below.mark is None:
            return (part.text.endswith(":") or part.source.in_table) and self._acts(below)
        return below.level > part.level

    def list_goes_on(self, index: int, item: Part) -> bool:
        """Tell whether a marked line of the same list comes before the next heading."""
        following = self.next_marked[index + 1]
        if following >= self.next_heading[index + 1]:
            return False
        mark = self.parts[following].mark
        return bool(mark and item.mark and mark.style == item.mark.style)

    def turn_follows(self, index: int) -> bool:
        """Tell whether the next line turns to decisions («Съезд рекомендует колледжу:» under «2. О кадрах»)."""
        below = self._following(index)
        return (
            below is not None and below.mark is None and below.text.endswith(":") and find_turn(below.text) is not None
        )

    def list_goes_on_at_once(self, index: int, item: Part) -> bool:
        """Tell whether the next line is the one that comes after *item* in a numbered list."""
        below = self._following(index)
        if below is None or below.mark is None or item.mark is None or below.mark.is_bullet:
            return False
        return below.mark.style == item.mark.style and follows(item.mark.value, below.mark.value)

    @staticmethod
    def _acts(part: Part) -> bool:
        return first_infinitive(part.text, 5) is not None
