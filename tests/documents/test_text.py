"""Text and Markdown: front matter is kept, signs go, and hostile lines cost no more than others."""

import pytest

from documents import read


def texts(source: str) -> list[str]:
    return [line.text for line in read(source.encode(), "a.md").lines]


def test_front_matter_is_kept_apart_from_the_text():
    document = read(
        b'---\ntitle: "Resolution: the second"\ndate: 2017-04-26\n# a remark\n'
        b"tags:\n  - yards\n  - 'parks'\n---\n\nText\n",
        "a.md",
    )
    assert document.metadata == {"title": "Resolution: the second", "date": "2017-04-26", "tags": "yards, parks"}
    assert [(line.text, line.number) for line in document.lines] == [("Text", 10)]


@pytest.mark.parametrize(
    "source", ["---\nНе имя, а текст\n---\nдалее", "---\ntitle: open and never closed\nдалее", "Текст\n---\na: b\n---"]
)
def test_text_between_rules_is_no_front_matter(source):
    document = read(source.encode(), "a.md")
    assert not document.metadata
    assert " ".join(texts(source)).split() == [word for word in source.split() if word != "---"]


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("**жирный** и *курсив*", "жирный и курсив"),
        ("**жирный *и курсив* сразу**", "жирный и курсив сразу"),
        ("***оба***", "оба"),
        ("__низ__ _низ_ ~~нет~~ `код`", "низ низ нет код"),
        ("2 * 3 * 4 и имя_файла_здесь", "2 * 3 * 4 и имя_файла_здесь"),
        ("звезда *без пары", "звезда *без пары"),
        ("[ссылка](https://example.org/a_(b)) далее", "ссылка далее"),
        ("### Заголовок ###", "Заголовок"),
        ("> > цитата", "цитата"),
    ],
)
def test_signs_go_and_words_stay(source, plain):
    assert texts(source) == [plain]


LONG = 200_000


@pytest.mark.parametrize(
    "line",
    [
        "-" * LONG + "x",
        "a *b" * LONG,
        "[" * LONG,
        "# a" + " " * LONG + "b",
        "a" + " " * LONG + "b",
        "<p " * LONG,
        "*" * LONG + "a",
        "a _b" * LONG,
    ],
    ids=["dashes", "stars", "brackets", "heading", "spaces", "tags", "signs", "underscores"],
)
def test_hostile_lines_are_read(line):
    """Each of these would take minutes by a pattern that tries every pair of places."""
    assert read(f"слово {line}\n{line}".encode(), "a.md").lines


@pytest.mark.parametrize("piece", ["<?xml ", "<p style='mso-list:", "<!--[if !supportLists]-->"])
def test_hostile_html_is_read(piece):
    assert read(f"<html><body><p>слово</p>{piece * 50_000}</body></html>".encode(), "a.html").lines
