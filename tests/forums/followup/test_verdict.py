"""The counts in one sentence, and what pages show of the states."""

from collections import Counter

import pytest
from django.utils import translation

from forums.followup.choices import MEANINGS, Status
from forums.followup.tallies import Tally

COUNTS = Counter({Status.DONE: 4, Status.KEPT: 3, Status.ACTIVE: 1, Status.IN_PROGRESS: 4, Status.NO_ANSWER: 5})


@pytest.mark.parametrize(
    ("counts", "overdue", "sentence"),
    [
        (
            COUNTS,
            2,
            "Of 17 recommendations, 4 are done, 8 are in progress, 5 have had no answer, reports on 2 are overdue.",
        ),
        ({Status.NOTED: 1}, 0, "Of 1 recommendation, none is done yet."),
    ],
)
def test_the_verdict_counts_what_readers_ask_for(counts, overdue, sentence):
    with translation.override("en"):
        assert Tally(Counter(counts), overdue=overdue).verdict == sentence


def test_pages_show_fewer_states_than_the_data():
    tally = Tally(COUNTS)
    assert [(part.status, part.count) for part in tally.parts] == [
        (Status.DONE, 4),
        (Status.IN_PROGRESS, 8),
        (Status.NO_ANSWER, 5),
    ]
    assert tally.as_dict()["kept"] == 3
    assert len({status.public for status in Status}) == 8


def test_every_state_has_a_sentence_and_every_public_one_stands_for_itself():
    assert set(MEANINGS) == set(Status)
    assert all(status.public.public is status.public for status in Status)
