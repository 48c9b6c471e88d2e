"""Tables: a number in a cell of its own is a mark, and a heading row says what its columns hold."""

import re
from collections.abc import Sequence
from dataclasses import replace

from documents.lines import Line

NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?")
ADDRESSEE = re.compile(r"адресат\w*|кому\b.*|to whom|addressee\w*", re.IGNORECASE)
DETAIL = re.compile(
    r"срок\w*.*|ответственн\w+.*|исполнител\w+.*|примечани\w+|deadline|due|responsible.*|term", re.IGNORECASE
)
OTHER = re.compile(
    r"№.*|no\.?|n|номер|#|пункт|рекомендаци\w+|предложени\w+|мероприяти\w+|решени\w+|содержание.*|формулировка.*"
    r"|текст.*|что( сделать| рекомендовано)?|recommendation\w*|action\w*|decision\w*|text",
    re.IGNORECASE,
)


class Table:
    """Reads one table row by row; each gives its lines in the order in which a person reads them."""

    def __init__(self) -> None:
        self.begun = False
        self.addressee: int | None = None
        self.details: frozenset[int] = frozenset()

    def row(self, cells: Sequence[list[Line]]) -> list[Line]:
        """Return the lines of a row: to whom first, then the item, then what only completes it."""
        if any(cells) and not self.begun:
            self.begun = True
            if self._reads_headings(cells):
                return [replace(line, column_heading=True) for cell in cells for line in cell]
        to_whom = (
            [] if self.addressee is None else [replace(line, to_whom=True) for line in _cell(cells, self.addressee)]
        )
        details = [replace(line, in_item=True) for index in sorted(self.details) for line in _cell(cells, index)]
        rest = [cell for index, cell in enumerate(cells) if index != self.addressee and index not in self.details]
        return [*to_whom, *_with_number(rest), *details]

    def _reads_headings(self, cells: Sequence[list[Line]]) -> bool:
        """Take the first row for the columns' headings if all of its cells can be."""
        names = [" ".join(line.text for line in cell).strip(" :.") for cell in cells]
        said = [name for name in names if name]
        if len(said) < 2 or not all(_is_heading(name) for name in said):
            return False
        self.addressee = next((index for index, name in enumerate(names) if ADDRESSEE.fullmatch(name)), None)
        self.details = frozenset(index for index, name in enumerate(names) if DETAIL.fullmatch(name))
        return True


def _is_heading(name: str) -> bool:
    return len(name.split()) <= 4 and any(kind.fullmatch(name) for kind in (ADDRESSEE, DETAIL, OTHER))


def _cell(cells: Sequence[list[Line]], index: int) -> list[Line]:
    return cells[index] if index < len(cells) else []


def _with_number(cells: Sequence[list[Line]]) -> list[Line]:
    """Return the lines of *cells*, a number in a cell of its own made the mark of the next cell."""
    filled = [cell for cell in cells if cell]
    if len(filled) > 1 and len(filled[0]) == 1:
        number = filled[0][0]
        if not number.mark and NUMBER.fullmatch(number.text):
            first, *rest = filled[1]
            return [replace(first, mark=number.text), *rest, *(line for cell in filled[2:] for line in cell)]
    return [line for cell in filled for line in cell]
