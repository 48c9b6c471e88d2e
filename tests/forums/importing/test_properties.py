"""Generated documents: whatever the layout, the items are all there and no word is lost."""

import contextlib
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents import read
from forums.importing import AnnotatedDocument, Document, Line, Role, UnreadableDocument, annotate, assemble, parse
from forums.importing.review import Review
from forums.importing.text import quoted_spans, without_quotes
from tests.forums.importing.scoring import lost_words

ACTIONS = (
    "создать единый реестр общественных инициатив",
    "проводить регулярные встречи с жителями микрорайонов",
    "разработать программу поддержки соседских сообществ",
    "привлекать молодёжь к благоустройству дворов",
    "обеспечить доступ организаций к городским помещениям",
    "расширить участие активистов в конкурсах социальных проектов",
    "изучить опыт соседних городов по раздельному сбору отходов",
)
BODIES = (
    "Администрации города",
    "Органам местного самоуправления округа",
    "Предпринимательскому сообществу",
    "Некоммерческим организациям города",
    "Советам территориального общественного самоуправления",
)
TURNS = (
    "Участники форума рекомендуют:",
    "ФОРУМ РЕШИЛ:",
    "Участники форума считают целесообразным:",
    "Форум предлагает:",
)
MARKS = ("· ", "• ", "– ", "- ", "* ", "1. ", "1) ", "а) ", "")
TITLES = (
    "РЕЗОЛЮЦИЯ\nII Общественного форума города Кедрозерска",
    "Резолюция третьего городского форума «Город для всех»",
    "АДМИНИСТРАЦИЯ ГОРОДА\n\nИТОГОВАЯ РЕЗОЛЮЦИЯ\nXII форума соседей\n«Вместе»\n\nг. Кедрозерск, 5 мая 2020 года",
)
LETTERS = "абвгдежзиклмнопрст"


@st.composite
def documents(draw) -> tuple[str, int]:
    """A resolution as text, and how many decisions it holds."""
    mark = draw(st.sampled_from(MARKS))
    capital = draw(st.booleans())
    wrapped = draw(st.sampled_from((0, 60, 72)))
    blank = draw(st.booleans()) or (bool(wrapped) and not mark)
    blocks = [
        *draw(st.sampled_from(TITLES)).split("\n"),
        "",
        "Участники форума обсудили итоги года и отметили рост инициатив.",
    ]
    count = 0
    for _ in range(draw(st.integers(1, 2))):
        blocks += ["", draw(st.sampled_from(TURNS))]
        bodies = draw(st.lists(st.sampled_from(BODIES), max_size=3, unique=True))
        for body in [f"{body}:" for body in bodies] or [""]:
            blocks += [body] if body else []
            items = draw(st.lists(st.sampled_from(ACTIONS), min_size=2, max_size=6))
            count += len(items)
            for index, item in enumerate(items):
                sign = mark.replace("1", str(index + 1)).replace("а", LETTERS[index])
                text = item[0].upper() + item[1:] + "." if capital else item + (";" if index < len(items) - 1 else ".")
                blocks += [sign + text] + ([""] if blank else [])
    lines = [line for block in blocks for line in (textwrap.wrap(block, wrapped) if wrapped and block else [block])]
    return draw(st.sampled_from(("\n", "\r\n"))).join(lines), count


@settings(max_examples=60, deadline=None)
@given(documents(), st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp1251")))
def test_generated_resolution_loses_no_word(made, encoding):
    text, _count = made
    document = read(text.encode(encoding, errors="ignore"), "made.txt")
    annotated = annotate(document)
    resolution = assemble(annotated)
    assert not lost_words(document, resolution.to_json())
    assert assemble(AnnotatedDocument.from_json(annotated.to_json())) == resolution
    numbers = [item.number for item in resolution.items]
    assert len(set(numbers)) == len(numbers)


def test_generated_resolutions_are_read_whole():
    """Nine in ten of these layouts give every item and no other."""
    whole: list[bool] = []

    @settings(max_examples=80, deadline=None, derandomize=True, database=None)
    @given(documents())
    def count(made):
        text, expected = made
        whole.append(len(parse(read(text.encode(), "made.txt")).items) == expected)

    count()
    assert sum(whole) >= 0.9 * len(whole), whole.count(False)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            # a hyphen at a line's end would be taken for a cut word by the counting of words
            st.text(st.characters(codec="utf-8", exclude_characters="-‑¬"), min_size=1, max_size=60),
            st.sampled_from(list(Role)),
        ),
        max_size=12,
    )
)
def test_any_roles_make_a_resolution_without_losing_a_word(pairs):
    """The editor may say anything; the value holds every word all the same."""
    from documents.lines import clean
    from forums.importing.annotations import AnnotatedLine

    lines = [
        AnnotatedLine(clean(text), role, line=number) for number, (text, role) in enumerate(pairs, 1) if clean(text)
    ]
    resolution = assemble(AnnotatedDocument(tuple(lines)))
    document = Document(tuple(Line(line.text) for line in lines))
    assert not lost_words(document, resolution.to_json())


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=30))
def test_any_text_is_read_or_refused(lines):
    with contextlib.suppress(UnreadableDocument):
        document = read("\n".join(lines).encode("utf-8", errors="ignore"), "any.txt")
        assert not lost_words(document, parse(document).to_json())


def counted(work: Callable[[], object]) -> tuple[int, set[str]]:
    """Return how many calls *work* takes, of Python's functions and of C's, and the files that they stand in."""
    calls, files = 0, set()

    def count(frame, event, _argument):
        nonlocal calls
        calls += event in ("call", "c_call")
        files.add(Path(frame.f_code.co_filename).name)

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls, files


def steps(text: str) -> int:
    """Return how many calls the reading of *text* takes."""
    document = read(text.encode(), "long.txt")

    def work() -> None:
        with contextlib.suppress(UnreadableDocument):
            parse(document)

    return counted(work)[0]


def numbered(items: int) -> str:
    lines = (f"{number}. {ACTIONS[number % len(ACTIONS)]} номер {number};" for number in range(1, items + 1))
    return "\n".join(["РЕЗОЛЮЦИЯ", "II форума города", "Форум рекомендует:", *lines])


def paragraphs(count: int) -> str:
    return "\n\n".join(f"Абзац {number} о делах города и района." for number in range(count))


def one_paragraph(members: int) -> str:
    return "Форум решил: " + "создать парк; провести встречу, " * members


@pytest.mark.parametrize("build", [numbered, paragraphs, one_paragraph])
def test_steps_grow_with_length_and_not_faster(build):
    """Four times the text may cost little more than four times the steps."""
    steps(build(30))
    assert steps(build(400)) < 4.6 * steps(build(100))


def edit(items: int) -> tuple[int, set[str]]:
    """Join a line of a long document to the one above, as a button of the review does, and show what comes of it."""
    state = Review(annotate(read(numbered(items).encode(), "long.txt"))).to_state()

    def work() -> None:
        review = Review.from_state(state)
        review.take_choices({"shown": review.shown, "role-3": "closing"})
        review.join(str(items // 2))
        _ = review.version, review.rows({}), review.head(), review.sections(), review.to_state()

    return counted(work)


def test_an_edit_decides_nothing_anew_and_grows_with_length():
    edit(30)
    (short, _files), (long, files) = edit(100), edit(400)
    assert long < 4.6 * short
    assert not files & {"decoding.py", "features.py", "segmentation.py", "process.py"}


def test_quotation_marks_are_looked_at_once():
    """A text of nothing but opening marks is read in one pass: no step looks back."""
    text = "«" * 200_000
    assert quoted_spans(text) == []
    assert without_quotes(text) == text
    assert quoted_spans("«" * 5000 + "а" + "»" * 4000) == [(0, 9001)]
