"""Plain text and Markdown."""

import re
from collections.abc import Iterator
from dataclasses import replace

from documents.encodings import decode
from documents.lines import Content, Line, clean
from documents.readers.tables import Table

MARKER = re.compile(r"\*{1,3}|_{1,3}|~~|`")
LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}")
TABLE_RULE = re.compile(r"[\s|:]*--[\s|:-]*")
HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*)")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>|~])")
TAG = re.compile(r"</?(?:br|p|div|center|b|i|u|em|strong|span|sup|sub)\b[^<>]*>", re.IGNORECASE)
ENTRY = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*))?")
HARD_BREAK = ("  ", "\\")
CENTRE_FROM = 10


def read_text(data: bytes) -> Content:
    """Return the lines of a plain text in whatever encoding."""
    return Content(list(text_lines(decode(data))))


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


def read_markdown(data: bytes) -> Content:
    """Return the lines of a Markdown text without its signs, and its front matter."""
    lines = decode(data).replace("\r\n", "\n").split("\n")
    metadata, length = _front_matter(lines)
    lines[:length] = [""] * length
    plain = [_plain(line) for line in lines]
    result: list[Line] = []
    table = Table()
    for line in text_lines("\n".join(plain)):
        source = lines[line.number - 1].strip()
        heading = bool(HEADING.fullmatch(source))
        after_break = line.number > 1 and lines[line.number - 2].endswith(HARD_BREAK)
        bold = heading or bool(re.fullmatch(r"(\*\*|__).+\1:?", source))
        own = (
            heading
            or bold
            or after_break
            or (line.number > 1 and bool(HEADING.fullmatch(lines[line.number - 2].strip())))
        )
        made = _line(line, bold=bold, gap=line.gap or own)
        if source.startswith("|"):
            cells = _cells(source)
            result += table.row(
                [[replace(made, text=cell, in_table=True, wrapped=False)] if cell else [] for cell in cells]
            )
        else:
            table = Table()
            result.append(made)
    return Content(result, metadata)


def _front_matter(lines: list[str]) -> tuple[dict[str, str], int]:
    """Return what stands between two lines of hyphens at the very beginning, and how many lines it takes.

    Each name comes with its text; the entries of a list below a name are set apart by commas. What is no list of
    names is text between two rules, and stays.
    """
    found: dict[str, str] = {}
    name = ""
    if lines[0].rstrip() != "---":
        return {}, 0
    for number, line in enumerate(lines[1:], 2):
        entry = ENTRY.fullmatch(line.rstrip())
        if line.rstrip() in ("---", "..."):
            return found, number
        if entry:
            name = entry.group(1)
            found[name] = _unquoted(entry.group(2) or "")
        elif name and line.startswith(("- ", "  - ", "    - ")):
            found[name] = ", ".join(filter(None, (found[name], _unquoted(line.strip()[2:]))))
        elif line.strip() and not line.startswith(("#", " ", "\t")):
            return {}, 0
    return {}, 0


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _cells(row: str) -> list[str]:
    """Return the texts of a table's row."""
    return [clean(_plain(cell)) for cell in row.strip("|").split("|")]


def _line(line: Line, *, bold: bool, gap: bool) -> Line:
    return replace(line, bold=bold, gap=gap, wrapped=line.wrapped and not gap, centred=False)


def _plain(line: str) -> str:
    if RULE.fullmatch(line) or TABLE_RULE.fullmatch(line):
        return ""
    heading = HEADING.fullmatch(line)
    text = heading.group(1).rstrip().rstrip("#").rstrip() if heading else line
    text = re.sub(r"^(\s*)(?:>\s?)+", r"\1", text)
    text = LINK.sub(r"\1", text)
    text = _without_emphasis(TAG.sub(" ", text))
    return ESCAPED.sub(r"\1", text.rstrip(" ").removesuffix("\\"))


def _without_emphasis(text: str) -> str:
    """Return *text* without the pairs of signs that set it bold, slanted, struck out or as code.

    A sign opens after a space or a bracket and closes after a letter; each closes the last one like it that is open.
    """
    opened: dict[str, re.Match[str]] = {}
    gone: list[re.Match[str]] = []
    for match in MARKER.finditer(text):
        sign = match.group()
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if sign in opened and not before.isspace() and not _continues(after) and match.start() > opened[sign].end():
            gone += [opened.pop(sign), match]
        elif after and not after.isspace() and not _continues(before) and before != "\\":
            opened[sign] = match
    kept, position = [], 0
    for match in sorted(gone, key=re.Match.start):
        kept.append(text[position : match.start()])
        position = match.end()
    return "".join([*kept, text[position:]])


def _continues(letter: str) -> bool:
    return letter.isalnum() or letter in ("_", "*")
