"""Lines of plain text with the layout that spaces and empty lines show."""

from collections.abc import Iterator

from forums.importing.documents import Line
from forums.importing.text import clean

CENTRE_FROM = 10


def text_lines(text: str) -> Iterator[Line]:
    """Yield the lines of *text* that say something, numbered as an editor would count them."""
    gap = True
    for number, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n"), 1):
        expanded = raw.rstrip().expandtabs(8).replace("\u00a0", " ")
        if expanded.endswith(("\u00ad", "¬")):
            expanded = expanded[:-1] + "-"
        cleaned = clean(expanded)
        if not cleaned:
            gap = True
            continue
        start = len(expanded) - len(expanded.lstrip())
        yield Line(
            cleaned, number, gap=gap, wrapped=not gap, start=float(start), end=float(start + len(cleaned)),
            indent=2 <= start < CENTRE_FROM, centred=start >= CENTRE_FROM,
        )  # fmt: skip
        gap = False
