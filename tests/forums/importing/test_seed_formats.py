"""The two real resolutions, saved in other formats and layouts, are the same resolutions."""

import html
import io
import textwrap
from collections.abc import Callable
from itertools import count

import docx
import pytest

from documents import read
from forums.importing import parse
from tests.documents.builders import OdfFile, pdf, rtf
from tests.forums.importing.scoring import normalised
from tests.forums.importing.test_seeds import seed

SEEDS = ("000_98c79471f7e30afd.txt", "004_ac325a7377af8a2a.txt")
BULLET = "· "


def word(lines: list[str]) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line.removeprefix(BULLET), style="List Bullet" if line.startswith(BULLET) else None)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def odf(lines: list[str]) -> bytes:
    made = OdfFile()
    made.bulleted("L")
    for line in lines:
        text = html.escape(line.removeprefix(BULLET))
        item = f"<text:list-item><text:p>{text}</text:p></text:list-item>"
        if line.startswith(BULLET):
            made.xml(f'<text:list text:style-name="L">{item}</text:list>')
        else:
            made.say(line)
    return made.bytes()


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{html.escape(line)}</p>" for line in lines)


def lists(lines: list[str]) -> str:
    return "".join(
        f"<ul><li>{html.escape(line[2:])}</li></ul>" if line.startswith(BULLET) else f"<p>{html.escape(line)}</p>"
        for line in lines
    )


def numbered(lines: list[str]) -> list[str]:
    result, numbers = [], count(1)
    for line in lines:
        if line.startswith(BULLET):
            result.append(f"{next(numbers)}. {line[2:]}")
        else:
            numbers = count(1)
            result.append(line)
    return result


def wrapped(lines: list[str], width: int, **indents: str) -> str:
    return "\n".join(row for line in lines for row in textwrap.wrap(line, width, **indents))


FORMS: dict[str, Callable[[list[str]], bytes]] = {
    "a.docx": word,
    "a.odt": odf,
    "a.rtf": lambda lines: rtf(*lines),
    "a.pdf": lambda lines: pdf(paragraphs(lines)),
    "lists.pdf": lambda lines: pdf(lists(lines)),
    "lists.html": lambda lines: lists(lines).encode(),
    "wrapped.txt": lambda lines: wrapped(lines, 70).encode(),
    "set-in.txt": lambda lines: wrapped(lines, 72, initial_indent="     ").encode("utf-16"),
    "numbered.txt": lambda lines: wrapped(numbered(lines), 75).replace("\n", "\r\n").encode(),
    "bare.txt": lambda lines: "\n\n".join(line.removeprefix(BULLET) for line in lines).encode(),
    "star.md": lambda lines: "\n".join(line.replace(BULLET, "* ") for line in lines).encode(),
}


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("source", SEEDS)
def test_same_resolution(source, name):
    document = seed(source)
    expected = parse(document)
    found = parse(read(FORMS[name]([line.text for line in document.lines]), name))
    assert _items(found) == _items(expected)
    assert (found.title, found.forum, found.adopted_on) == (expected.title, expected.forum, expected.adopted_on)


def _items(resolution) -> list[tuple[str | None, str]]:
    return [(section.addressee, normalised(item.text)) for section in resolution.sections for item in section.items]
