"""What the form of the review does to the lines, without a request."""

import pytest

from forums.importing import AnnotatedDocument, AnnotatedLine, Role
from forums.importing.review import DECLINED, LETTERS, Review, ReviewError, digest

KEY = "6d3f0a3e-7a53-4cbe-9d0e-4a1f8a6f2b10"


@pytest.fixture
def review() -> Review:
    lines = (
        AnnotatedLine("Резолюция II форума", Role.TITLE, line=1),
        AnnotatedLine("Форум рекомендует:", Role.LEAD_IN, line=2),
        AnnotatedLine("Городской Думе:", Role.ADDRESSEE, line=3),
        AnnotatedLine("Создать парк в г. Новодумске. Открыть музей.", Role.RECOMMENDATION, mark="1.", line=4),
        AnnotatedLine(
            "Иное",
            Role.CLOSING,
            line=5,
            uncertain=True,
            probability=0.6,
            second=Role.RECOMMENDATION,
            second_probability=0.31,
        ),
    )
    return Review(AnnotatedDocument(lines))


def roles(review: Review) -> list[Role]:
    return [line.role for line in review.document.lines]


def form(review: Review, **changed: str) -> dict[str, str]:
    """What a browser would send of the review as it stands now."""
    shown = {f"role-{index}": line.role.value for index, line in enumerate(review.document.lines)}
    return {"shown": review.shown, **shown, **changed}


def test_two_windows_keep_each_others_choices(review):
    first, second = form(review, **{"role-0": "letterhead"}), form(review, **{"role-4": "signature"})
    review.take_choices(first)
    review.take_choices(second)
    assert (roles(review)[0], roles(review)[4]) == (Role.LETTERHEAD, Role.SIGNATURE)


def test_every_role_has_a_letter_of_its_own():
    assert len(set(LETTERS.values())) == len(Role)


@pytest.mark.parametrize(
    "change",
    [
        lambda review: review.take_choices(form(review, **{"role-1": "closing", "role-3": "preamble"})),
        lambda review: review.join("4"),
        lambda review: review.cut("3:30"),
        lambda review: review.second("4"),
        lambda review: review.settle("4"),
        lambda review: review.split("3", {"split-3": "Создать парк\nв г. Новодумске.\nОткрыть музей."}),
    ],
)
def test_every_change_is_undone(review, change):
    before = review.document
    change(review)
    assert review.document != before
    review.undo()
    assert review.document == before
    with pytest.raises(ReviewError):
        review.undo()


def test_undoing_goes_back_step_by_step_and_survives_storage(review):
    steps = [review.document]
    for action in (lambda: review.cut("3:30"), lambda: review.join("4"), lambda: review.join("1")):
        action()
        steps.append(review.document)
    stored = Review.from_state(review.to_state())
    assert stored == review
    for expected in reversed(steps[:-1]):
        stored.undo()
        assert stored.document == expected


def test_a_line_with_two_demands_is_offered_to_be_split(review):
    row = review.rows({})[3]
    assert [piece for _, piece in row.pieces] == ["Создать парк в г. Новодумске. ", "Открыть музей."]
    review.cut(f"3:{row.pieces[1][0]}")
    assert [line.text for line in review.document.lines[3:5]] == ["Создать парк в г. Новодумске.", "Открыть музей."]
    assert all(len(row.pieces) == 1 for row in review.rows({}))


@pytest.mark.parametrize("place", ["3:2", "3:", "3", "3:²", "9:1", ""])
def test_no_line_is_split_where_nothing_was_offered(review, place):
    with pytest.raises(ReviewError):
        review.cut(place)


def test_the_second_best_role_is_one_step_away(review):
    row = review.rows({})[4]
    assert (row.second, row.second_percent) == ("Рекомендация", 31)
    review.second("4")
    assert roles(review)[4] is Role.RECOMMENDATION
    assert not review.rows({})[4].needs_a_look
    with pytest.raises(ReviewError):
        review.second("4")


def test_doubtful_lines_lead_to_each_other(review):
    assert [row.next_doubtful for row in review.rows({})] == [4, 4, 4, 4, None]


def test_fields_of_the_head_are_the_editors_to_write(review):
    shown = {"shown-fact-number": "2", "fact-number": "2", "shown-fact-theme": "", "fact-theme": "Сила соседства"}
    review.take_choices(form(review, **shown, **{"shown-fact-adopted_on": "", "fact-adopted_on": "2019-11-19"}))
    found = review.resolution
    assert (found.forum.theme, found.adopted_on.isoformat()) == ("Сила соседства", "2019-11-19")
    assert "number" not in review.facts


@pytest.mark.parametrize(
    ("name", "value"), [("adopted_on", "вчера"), ("number", "V"), ("number", "²"), ("number", "0")]
)
def test_a_field_refuses_what_it_cannot_hold(review, name, value):
    with pytest.raises(ReviewError):
        review.take_choices(form(review, **{f"fact-{name}": value}))


def test_a_link_is_kept_once_the_editor_agrees(review):
    text = review.resolution.items[0].text
    key = digest(text)
    review.suggested[key] = {"key": KEY, "label": "I форум, пункт 1.1", "text": "Создать парк"}
    assert review.repeats() == {}
    review.act({"link": f"{key}:{KEY}"})
    assert [str(value) for value in review.repeats().values()] == [KEY]
    review.act({"link": f"{key}:{DECLINED}"})
    assert review.repeats() == {}
    assert not review.sections()[0][1][0].suggestion
    review.act({"link": f"{key}:00000000-0000-0000-0000-000000000000"})
    assert review.links[key] == DECLINED
