"""How generated paragraphs are set: typed text, paragraphs of a word processor, lines on a sheet."""

import random
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from documents.lines import Line
from documents.readers.text import text_lines
from forums.importing.training.blocks import Block

CHARACTER = 5.2
LEFT = 70.0
ROWS = 46


@dataclass(frozen=True, slots=True)
class Layout:
    """A manner of setting; ``kind`` is text, word or sheet."""

    kind: str
    width: int = 0
    indent: int = 0
    hang: int = 0
    spaced: bool = False
    """Empty lines stand between paragraphs."""
    justified: bool = False
    hyphens: float = 0.0
    computed: bool = False
    """List marks are computed by the word processor."""
    furniture: str = ""


def draw(rng: random.Random) -> Layout:
    """Return a layout by chance."""
    kind = rng.choice(("text", "text", "text", "word", "word", "sheet"))
    if kind == "word":
        return Layout("word", computed=rng.random() < 0.6, spaced=rng.random() < 0.3)
    if kind == "sheet":
        return Layout(
            "sheet",
            width=rng.randint(60, 92),
            indent=rng.choice((0, 0, 6)),
            hang=rng.choice((0, 0, 4)),
            spaced=rng.random() < 0.4,
            hyphens=rng.choice((0, 0, 0.1)),
            furniture=rng.choice(("", "", "number", "head")),
        )
    if rng.random() < 0.5:
        return Layout("text", spaced=rng.random() < 0.6, indent=rng.choice((0, 0, 0, 4)))
    if rng.random() < 0.06:
        return Layout("text", width=rng.randint(8, 16), spaced=rng.random() < 0.6)
    narrow = rng.random() < 0.25
    return Layout(
        "text",
        width=rng.randint(22, 48) if narrow else rng.randint(56, 84),
        indent=rng.choice((0, 0, 4, 5)),
        hang=rng.choice((0, 0, 0, 3)),
        spaced=rng.random() < 0.35,
        justified=rng.random() < 0.25,
        hyphens=rng.choice((0, 0, 0, 0.15)),
        furniture=rng.choice(("", "", "", "number")),
    )


def set_lines(blocks: Iterable[Block], layout: Layout, rng: random.Random) -> tuple[Line, ...]:
    """Return *blocks* as the lines that a reader would give for them."""
    if layout.kind == "word":
        return tuple(_paragraph(number, made, layout) for number, made in enumerate(blocks, 1))
    if layout.kind == "sheet":
        return tuple(_sheet(blocks, layout, rng))
    return tuple(text_lines("\n".join(_rows(blocks, layout, rng))))


def _paragraph(number: int, made: Block, layout: Layout) -> Line:
    listed = bool(made.mark) and layout.computed and not made.tight
    return Line(
        made.text if listed else made.written,
        number,
        mark=made.mark if listed else "",
        level=made.level if listed else None,
        bold=made.bold,
        centred=made.centred,
        right=made.right,
        gap=layout.spaced or made.space,
        **made.flags,  # type: ignore[arg-type]
    )


def _wrapped(made: Block, layout: Layout, rng: random.Random) -> list[str]:
    text = made.written
    if not layout.width:
        return [" " * layout.indent + text]
    first = 0 if made.centred or made.right else layout.indent
    rows = textwrap.wrap(
        text,
        layout.width,
        initial_indent=" " * first,
        subsequent_indent=" " * (layout.hang + layout.indent * (layout.hang > 0) if made.mark else 0),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return _hyphenated(rows, layout, rng) if layout.hyphens else rows


def _hyphenated(rows: list[str], layout: Layout, rng: random.Random) -> list[str]:
    """Cut the first words of some rows and put their heads at the end of the rows above."""
    result = list(rows)
    for index in range(1, len(result)):
        head, _, rest = result[index].lstrip().partition(" ")
        if rng.random() < layout.hyphens and len(head) > 7 and head.isalpha() and rest:
            cut = rng.randint(3, len(head) - 3)
            pad = result[index][: len(result[index]) - len(result[index].lstrip())]
            result[index - 1] += f" {head[:cut]}-"
            result[index] = f"{pad}{head[cut:]} {rest}"
    return result


def _rows(blocks: Iterable[Block], layout: Layout, rng: random.Random) -> list[str]:
    result: list[str] = []
    width = layout.width or 76
    page = 1
    for made in blocks:
        if result and (layout.spaced or made.space):
            result += [""] * rng.choice((1, 1, 1, 2))
        rows = _wrapped(made, layout, rng)
        if made.centred and layout.width and len(rows) == 1:
            rows = [rows[0].center(width).rstrip()]
        if made.right and len(rows) == 1:
            rows = [rows[0].rjust(width)]
        if layout.justified:
            rows = [row if rng.random() < 0.4 else row.replace(" ", "  ", rng.randint(1, 4)) for row in rows]
        if layout.furniture and len(result) > page * ROWS:
            page += 1
            result += [f"- {page} -".center(width).rstrip()]
        result += rows
    return result


def _sheet(blocks: Iterable[Block], layout: Layout, rng: random.Random) -> Iterable[Line]:
    number, page = 0, 1
    for made in blocks:
        rows = _wrapped(made, layout, rng)
        for index, row in enumerate(rows):
            number += 1
            if number % ROWS == 0:
                page += 1
            text = row.strip()
            length = len(text) * CHARACTER
            start = LEFT + (len(row) - len(row.lstrip())) * CHARACTER
            if made.centred:
                start = LEFT + (layout.width * CHARACTER - length) / 2
            if made.right:
                start = LEFT + layout.width * CHARACTER - length
            gap = (number == 1) or (index == 0 and (layout.spaced or made.space))
            yield Line(
                text,
                number,
                page=page,
                bold=made.bold,
                centred=made.centred and length < layout.width * CHARACTER * 0.9,
                gap=gap,
                wrapped=not gap,
                indent=start > LEFT + 12 and not made.centred,
                start=start,
                end=start + length,
            )
