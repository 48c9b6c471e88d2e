"""Putting paragraphs together again that were cut into lines of equal width, and words cut by hyphens."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from documents.lines import Line
from forums.importing.datelines import split_dateline
from forums.importing.marks import take_mark
from forums.importing.text import is_caps
from russian.lemmas import is_infinitive, is_known

NARROWEST, USUAL, WIDEST = 36, 50, 125
"""No one wraps wider by hand: a longer line is a paragraph; and lists of short lines look like narrow columns."""
ENDS = (".", ";", ":", "!", "?", "…")
CUT_WORD = re.compile(r"([^\W\d_]+)[-‐¬]$")
HYPHENATED_HEADS = {"non", "self", "co", "well", "long", "short", "high", "low", "socio", "decision"}
FIRST_WORD = re.compile(r"\S+")


def grouped(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph, as far as margins and line ends show which lines belong together."""
    source = [line for line in lines if line.text]
    margins = _margins(source)
    group: list[Line] = []
    for line in source:
        if group and not _continues(group[0], group[-1], line, margins):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def glued(head: str, tail: str) -> tuple[str, str]:
    """Return *head* as it stands before *tail* in one paragraph, and what joins them; a cut word is mended."""
    match = CUT_WORD.search(head[-40:])
    following = FIRST_WORD.match(tail)
    if not match or not following or not following.group()[:1].islower():
        return head, " "
    left, right = match.group(1), re.match(r"[^\W\d_]*", tail)
    keep = _keeps_hyphen(left, right.group() if right else "")
    return (head if keep else head[:-1]), ""


def _keeps_hyphen(left: str, right: str) -> bool:
    whole = left + right
    if re.match(r"[a-z]", right):
        return left.lower() in HYPHENATED_HEADS
    if is_known(whole):
        return False
    return is_known(right) and (is_known(left) or left.lower().endswith("о")) and len(left) > 2


class _Margins:
    """The right margin of wrapped text, or none where the text is not wrapped."""

    def __init__(self, left: float, right: float, unit: float) -> None:
        self.left, self.right, self.unit = left, right, unit

    def is_full(self, line: Line, following: Line) -> bool:
        """Tell whether the first word of *following* would not have fitted on *line*."""
        word = FIRST_WORD.match(following.text)
        needed = (len(word.group()) + 1 if word else 1) * self.unit
        if line.centred and following.centred:
            return line.end - line.start + needed > self.right - self.left
        return line.end + needed > self.right


def _margins(lines: list[Line]) -> _Margins | None:
    edged = [line for line in lines if line.end]
    if len(edged) < 3:
        return None
    ends = sorted(line.end for line in edged if not line.centred)
    if not ends:
        return None
    by_sheet = any(line.page for line in edged)
    longest = ends[-1 - len(ends) // 25]
    if not by_sheet and not NARROWEST <= longest <= WIDEST:
        return None
    unit = _unit(edged) if by_sheet else 1.0
    margins = _Margins(min(line.start for line in edged), longest, unit)
    pairs = [
        (above, line)
        for above, line in pairwise(edged)
        if line.wrapped and not line.gap and not above.text.endswith(ENDS) and take_mark(line.text)[0] is None
    ]
    evidence = sum(
        line.text[0].islower() and not _lists_actions(above, line) and margins.is_full(above, line)
        for above, line in pairs
    )
    rarest = 15 if by_sheet or longest >= USUAL else 2
    return margins if evidence and evidence * rarest >= len(pairs) else None


def _unit(lines: list[Line]) -> float:
    """Return the usual width of one character on the sheet."""
    widths = sorted((line.end - line.start) / len(line.text) for line in lines if len(line.text) > 10)
    return widths[len(widths) // 2] if widths else 5.0


def _continues(paragraph: Line, last: Line, line: Line, margins: _Margins | None) -> bool:
    """Tell whether *line* goes on with *paragraph*, whose last line so far is *last*."""
    if not line.wrapped or line.gap or line.mark or line.zone is not paragraph.zone:
        return False
    starts_low = line.text[0].islower()
    ended = last.text.endswith(ENDS)
    cut = bool(CUT_WORD.search(last.text)) and starts_low
    if not line.end:
        return cut or (starts_low and not ended and take_mark(line.text)[0] is None)
    if margins is None:
        return cut
    if _starts_item(line, last, ended):
        return False
    full = margins.is_full(last, line)
    if not full and split_dateline(line.text):
        return False
    if last.centred != line.centred or (is_caps(last.text) and not is_caps(line.text) and not full):
        return full and starts_low and not ended
    if line.indent and not _hangs(paragraph, line):
        return full and starts_low and not ended
    if cut:
        return True
    if last.text.endswith((";", ":")):
        return full and starts_low and not _acts(line)
    if last.text.endswith(("–", "—", "-")):
        return True
    if ended and not starts_low:
        # a heading may follow a full line, too
        return full and not line.text.endswith(":")
    return full or (starts_low and not ended and not _lists_actions(last, line))


def _lists_actions(above: Line, line: Line) -> bool:
    """Tell whether *line* rather begins one more action of a list set apart by commas."""
    return above.text.endswith(",") and _acts(line)


def _acts(line: Line) -> bool:
    first = FIRST_WORD.match(line.text)
    return is_infinitive((first.group() if first else "").strip(",;.:"))


def _hangs(paragraph: Line, line: Line) -> bool:
    """Tell whether *line* is set in because it hangs under the text of a list item."""
    return take_mark(paragraph.text)[0] is not None and line.start > paragraph.start


def _starts_item(line: Line, last: Line, ended: bool) -> bool:
    mark, _ = take_mark(line.text)
    if mark is None:
        return False
    if mark.style[-1] in "-–—−‒" or mark.style in ("letter.", "roman"):
        # a dash or an abbreviation may fall on the beginning of a line
        return ended or take_mark(last.text)[0] is not None or last.text.endswith(",")
    return not mark.style.startswith("decimal") or ended or not re.match(r"\d+\.?\s*[а-яё]", line.text)
