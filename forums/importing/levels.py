"""How deep each list mark stands: what the word processor says, what the number says, or what the nesting shows."""

from collections.abc import Sequence

from documents.lines import Line
from forums.importing.marks import Mark, follows
from forums.importing.segmentation import FIRST, Segment


def levels(found: Sequence[Segment]) -> list[int]:
    """Return the depth of every segment's mark; 0 for those without."""
    nesting = _Nesting()
    counted: tuple[Segment, int] | None = None
    result: list[int] = []
    for segment in found:
        level = 0
        if segment.mark is None:
            if segment.begins_line and segment.text.endswith(":"):
                nesting.forget()
        elif segment.listed and segment.line.level is not None:
            level = max(segment.line.level, segment.mark.depth - 1)
            if not segment.mark.is_bullet:
                counted = (segment, level)
            elif counted is not None and counted[0].text.endswith(":") and level <= counted[1]:
                # bullets of another list, set in by their style alone, under «3. Создать группу в составе:»
                level = counted[1] + 1
        else:
            level = nesting.depth(segment.mark, segment.line)
        result.append(level)
    return result


class _Nesting:
    """Follows which style of marks hangs under which."""

    def __init__(self) -> None:
        self.styles: list[tuple[str, float]] = []
        self.last: dict[str, tuple[str, int]] = {}

    def forget(self) -> None:
        """A new list may begin below; a number that goes on with an old one still finds its depth."""
        self.styles = []

    def depth(self, mark: Mark, source: Line) -> int:
        level = self._depth(mark, source)
        if not mark.is_bullet:
            self.last[mark.style] = (mark.value, level)
        return level

    def _depth(self, mark: Mark, source: Line) -> int:
        if mark.depth > 1:
            level = self._below_number(mark)
            self.styles = [*self.styles[:level], *[(mark.style, 0.0)] * (level + 1 - len(self.styles[:level]))]
            return level
        key = (mark.style, source.start if mark.is_bullet and source.end else 0.0)
        before = self.last.get(mark.style)
        if before and follows(before[0], mark.value):
            del self.styles[before[1] + 1 :]
            if len(self.styles) <= before[1]:
                self.styles += [key] * (before[1] + 1 - len(self.styles))
            return before[1]
        if mark.value in FIRST:
            self.styles = self.styles[
                : next((i for i, known in enumerate(self.styles) if known[0] == mark.style), None)
            ]
        position = next((i for i, known in enumerate(self.styles) if _same(known, key)), None)
        if position is None:
            self.styles.append(key)
        else:
            del self.styles[position + 1 :]
        return len(self.styles) - 1

    def _below_number(self, mark: Mark) -> int:
        head = mark.value.split(".")[0]
        for style in ("decimal.1.", "decimal.1)"):
            value, level = self.last.get(style, ("", 0))
            if value == head:
                return level + mark.depth - 1
        return mark.depth - 1


def _same(first: tuple[str, float], second: tuple[str, float]) -> bool:
    return first[0] == second[0] and abs(first[1] - second[1]) < 4
