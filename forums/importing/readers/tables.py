"""Tables: a row whose first cell is only a number is a numbered line."""

import re
from dataclasses import replace

from forums.importing.documents import Line

NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?")


def with_numbers(cells: list[list[Line]]) -> list[Line]:
    """Return the lines of a row in order, a number in a cell of its own made the mark of the next cell."""
    filled = [cell for cell in cells if cell]
    if len(filled) > 1 and len(filled[0]) == 1:
        number = filled[0][0]
        if not number.mark and NUMBER.fullmatch(number.text):
            first, *rest = filled[1]
            return [replace(first, mark=number.text), *rest, *(line for cell in filled[2:] for line in cell)]
    return [line for cell in filled for line in cell]
