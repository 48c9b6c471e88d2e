"""Plain text and Markdown."""

import re
from dataclasses import replace

from forums.importing.documents import Line
from forums.importing.readers.encodings import decode
from forums.importing.readers.lines import text_lines
from forums.importing.readers.tables import Table
from forums.importing.text import clean

FRONT_MATTER = re.compile(r"\A---\s*\n.*?\n---\s*\n", re.DOTALL)
TITLE_FACT = re.compile(r"^title:\s*[\"']?(.*?)[\"']?\s*$")
EMPHASIS = re.compile(r"(?<![\w*\\])(\*\*\*|\*\*|\*|___|__|_|~~|`)(?=\S)(.+?)(?<=\S)\1(?![\w*])")
LINK = re.compile(r"!?\[([^\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}")
TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|?)+\s*")
HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*")
HARD_BREAK = re.compile(r"(?: {2,}|\\)$")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>|~])")
TAG = re.compile(r"</?(?:br|p|div|center|b|i|u|em|strong|span|sup|sub)\b[^>]*>", re.IGNORECASE)


def read_text(data: bytes) -> list[Line]:
    """Return the lines of a plain text in whatever encoding."""
    return list(text_lines(decode(data)))


def read_markdown(data: bytes) -> list[Line]:
    """Return the lines of a Markdown text without its signs."""
    text = FRONT_MATTER.sub(_front_matter, decode(data).replace("\r\n", "\n"))
    lines = text.split("\n")
    plain = [_plain(line) for line in lines]
    result: list[Line] = []
    table = Table()
    for line in text_lines("\n".join(plain)):
        source = lines[line.number - 1].strip()
        heading = bool(HEADING.fullmatch(source))
        after_break = line.number > 1 and bool(HARD_BREAK.search(lines[line.number - 2]))
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
    return result


def _front_matter(match: re.Match[str]) -> str:
    """Return the facts above a text as paragraphs of it, the title as a heading, in as many lines."""
    lines = ["", *match.group().strip().split("\n")[1:-1], ""]
    titled = (TITLE_FACT.sub(r"# \1", line) for line in lines)
    return "\n".join(titled) + "\n"


def _cells(row: str) -> list[str]:
    """Return the texts of a table's row."""
    return [clean(_plain(cell)) for cell in row.strip("|").split("|")]


def _line(line: Line, *, bold: bool, gap: bool) -> Line:
    return replace(line, bold=bold, gap=gap, wrapped=line.wrapped and not gap, centred=False)


def _plain(line: str) -> str:
    if RULE.fullmatch(line) or (TABLE_RULE.fullmatch(line) and "-" in line):
        return ""
    heading = HEADING.fullmatch(line)
    text = heading.group(2) if heading else line
    text = re.sub(r"^(\s*)(?:>\s?)+", r"\1", text)
    text = LINK.sub(r"\1", text)
    text = TAG.sub(" ", text)
    for _ in range(3):
        text = EMPHASIS.sub(r"\2", text)
    return ESCAPED.sub(r"\1", HARD_BREAK.sub("", text))
