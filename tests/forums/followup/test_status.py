"""The table of cases: kind, records and a day in, a status out. Adoption is on 26 April 2017 throughout."""

import datetime as dt

import pytest

from forums.followup.status import Answer, Duty, Kind, Records, Report, standing
from forums.resolutions.models import Recommendation

ADOPTED = dt.date(2017, 4, 26)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def answers(*pairs: str) -> list[Answer]:
    return [Answer(day(on), position) for on, position in (pair.split() for pair in pairs)]


def reports(*pairs: str) -> list[Report]:
    return [Report(day(on), outcome) for on, outcome in (pair.split() for pair in pairs)]


def test_kinds_are_those_of_the_model():
    assert [kind.value for kind in Kind] == list(Recommendation.Kind.values)


ONE_OFF = [
    # answers, reports, day, status, since
    ([], [], "2017-04-26", "no_answer", "2017-04-26"),
    ([], [], "2027-04-26", "no_answer", "2017-04-26"),
    (["2017-05-20 accepted"], [], "2017-05-19", "no_answer", "2017-04-26"),
    (["2017-05-20 accepted"], [], "2017-05-20", "accepted", "2017-05-20"),
    (["2017-05-20 accepted_in_part"], [], "2018-01-01", "accepted", "2017-05-20"),
    (["2017-05-20 noted"], [], "2018-01-01", "noted", "2017-05-20"),
    (["2017-05-20 declined"], [], "2018-01-01", "declined", "2017-05-20"),
    (["2017-05-20 declined", "2017-09-01 accepted"], [], "2017-08-31", "declined", "2017-05-20"),
    (["2017-05-20 declined", "2017-09-01 accepted"], [], "2017-09-01", "accepted", "2017-09-01"),
    (["2017-09-01 declined", "2017-05-20 accepted"], [], "2017-10-01", "declined", "2017-09-01"),
    (["2017-05-20 accepted", "2017-05-20 declined"], [], "2017-10-01", "declined", "2017-05-20"),
    ([], ["2017-06-01 in_progress"], "2017-06-01", "in_progress", "2017-06-01"),
    ([], ["2017-06-01 in_progress"], "2017-05-31", "no_answer", "2017-04-26"),
    ([], ["2017-06-01 in_progress", "2017-11-02 done"], "2017-11-01", "in_progress", "2017-06-01"),
    ([], ["2017-06-01 in_progress", "2017-11-02 done"], "2019-01-01", "done", "2017-11-02"),
    (["2017-05-20 accepted"], ["2017-06-01 not_started"], "2017-07-01", "accepted", "2017-05-20"),
    (["2017-05-20 accepted"], ["2017-06-01 in_progress"], "2017-07-01", "in_progress", "2017-06-01"),
    # done, and then taken up again: the last report speaks
    ([], ["2017-06-01 done", "2017-08-01 in_progress"], "2017-09-01", "in_progress", "2017-08-01"),
    # a refusal after work had begun stops it; work after a refusal overrides it; what is done stays done
    (["2017-08-01 declined"], ["2017-06-01 in_progress"], "2017-09-01", "declined", "2017-08-01"),
    (["2017-05-20 declined"], ["2017-06-01 in_progress"], "2017-09-01", "in_progress", "2017-06-01"),
    (["2017-05-20 declined"], ["2017-06-01 not_started"], "2017-09-01", "declined", "2017-05-20"),
    (["2017-08-01 declined"], ["2017-06-01 done"], "2017-09-01", "done", "2017-06-01"),
    # what is dated before the adoption does not count
    (["2017-04-25 accepted"], ["2017-04-25 done"], "2018-01-01", "no_answer", "2017-04-26"),
    (["2017-04-26 accepted"], [], "2018-01-01", "accepted", "2017-04-26"),
]

RECURRING = [
    ([], [], "2018-04-25", "no_answer", "2017-04-26"),
    (["2017-06-01 accepted"], [], "2018-04-25", "accepted", "2017-06-01"),
    (["2017-06-01 accepted"], [], "2018-04-26", "lapsed", "2018-04-26"),
    ([], ["2017-09-01 kept"], "2017-09-01", "kept", "2017-09-01"),
    ([], ["2017-09-01 kept"], "2019-04-25", "kept", "2017-09-01"),
    ([], ["2017-09-01 kept"], "2019-04-26", "lapsed", "2019-04-26"),
    ([], ["2017-09-01 kept", "2019-06-01 kept"], "2019-05-31", "lapsed", "2019-04-26"),
    ([], ["2017-09-01 kept", "2019-06-01 kept"], "2019-06-01", "kept", "2019-06-01"),
    # said plainly not to have been held, and then held after all
    ([], ["2017-09-01 kept", "2018-09-01 lapsed"], "2018-09-02", "lapsed", "2018-09-01"),
    ([], ["2018-05-01 lapsed", "2018-09-01 kept"], "2018-09-02", "kept", "2018-09-01"),
    # the year begins on the anniversary
    ([], ["2018-04-25 kept"], "2019-04-26", "lapsed", "2019-04-26"),
    ([], ["2018-04-26 kept"], "2019-04-26", "kept", "2018-04-26"),
    # a refusal is a refusal, however many silent years follow; doing it anyway counts
    (["2017-06-01 declined"], [], "2020-01-01", "declined", "2017-06-01"),
    (["2017-06-01 declined"], ["2017-09-01 kept"], "2018-01-01", "kept", "2017-09-01"),
    (["2017-06-01 declined", "2018-06-01 accepted"], [], "2018-07-01", "lapsed", "2018-04-26"),
    # an outcome left over from another kind still tells that something was done
    ([], ["2017-09-01 in_progress"], "2017-10-01", "kept", "2017-09-01"),
]

ONGOING = [
    ([], [], "2018-04-25", "no_answer", "2017-04-26"),
    (["2017-06-01 noted"], [], "2018-04-25", "noted", "2017-06-01"),
    ([], [], "2018-04-26", "quiet", "2018-04-26"),
    ([], ["2017-06-01 active"], "2018-05-31", "active", "2017-06-01"),
    ([], ["2017-06-01 active"], "2018-06-01", "quiet", "2018-06-01"),
    ([], ["2017-06-01 active", "2018-09-01 active"], "2018-07-01", "quiet", "2018-06-01"),
    ([], ["2017-06-01 active", "2018-09-01 active"], "2018-09-01", "active", "2018-09-01"),
    ([], ["2017-06-01 active", "2017-08-01 quiet"], "2017-08-02", "quiet", "2017-08-01"),
    (["2018-01-01 declined"], ["2017-06-01 active"], "2018-02-01", "declined", "2018-01-01"),
]

TABLE = [
    (kind, *case)
    for kind, cases in [("one_off", ONE_OFF), ("recurring", RECURRING), ("ongoing", ONGOING)]
    for case in cases
]


@pytest.mark.parametrize(("kind", "said", "done", "on", "status", "since"), TABLE)
def test_status(kind, said, done, on, status, since):
    state = standing(kind, ADOPTED, Records(answers(*said), reports(*done)), day(on))

    assert (state.status, state.since) == (status, day(since))


@pytest.mark.parametrize("kind", Kind)
def test_nothing_is_known_before_the_adoption(kind):
    assert standing(kind, ADOPTED, Records(reports=reports("2017-04-20 done")), day("2017-04-25")) is None


def test_a_declaration_asks_for_nothing():
    records = Records(
        answers("2017-05-01 declined"), reports("2017-06-01 active"), [Duty(day("2017-05-01"), day("2017-06-01"))]
    )

    state = standing("declaratory", ADOPTED, records, day("2020-01-01"))

    assert (state.status, state.due_on, state.overdue) == ("not_needed", None, False)


@pytest.mark.parametrize("kind", ["one_off", "recurring", "ongoing"])
def test_an_internal_note_changes_nothing(kind):
    note = Report(day("2017-06-01"), "done", id=1, internal=True)
    duty = [Duty(day("2017-05-01"), day("2017-07-01"))]

    with_note = standing(kind, ADOPTED, Records(reports=[note], duties=duty), day("2017-08-01"))

    assert with_note == standing(kind, ADOPTED, Records(duties=duty), day("2017-08-01"))


def test_the_order_of_records_does_not_matter():
    told = reports("2017-11-02 done", "2017-06-01 in_progress")

    assert standing("one_off", ADOPTED, Records(reports=told), day("2018-01-01")).status == "done"


class TestCorrections:
    told = Report(day("2017-06-01"), "done", id=1)
    fixed = Report(day("2017-09-01"), "in_progress", id=2, corrects=1)

    def status(self, kind, on, *told):
        return standing(kind, ADOPTED, Records(reports=told), day(on))

    def test_holds_from_its_own_day_on(self):
        assert self.status("one_off", "2017-08-31", self.told, self.fixed).status == "done"
        assert self.status("one_off", "2017-09-01", self.told, self.fixed).status == "in_progress"

    def test_counts_at_the_day_of_what_it_corrects(self):
        kept = Report(day("2018-03-01"), "kept", id=1)
        not_kept = Report(day("2018-05-01"), "lapsed", id=2, corrects=1)

        state = self.status("recurring", "2018-06-01", kept, not_kept)

        assert state.status == "lapsed"
        assert state.years == ((ADOPTED, "lapsed"), (day("2018-04-26"), None))

    def test_may_be_corrected_again(self):
        again = Report(day("2017-10-01"), "done", id=3, corrects=2)

        assert self.status("one_off", "2017-10-01", self.told, self.fixed, again).since == day("2017-06-01")

    def test_an_internal_one_corrects_nothing(self):
        hidden = Report(day("2017-09-01"), "in_progress", id=2, corrects=1, internal=True)

        assert self.status("one_off", "2017-10-01", self.told, hidden).status == "done"

    def test_a_later_report_still_has_the_last_word(self):
        later = Report(day("2017-08-01"), "done", id=4)

        assert self.status("one_off", "2017-10-01", self.told, later, self.fixed).status == "done"

    def test_of_a_report_that_does_not_count_stands_for_itself(self):
        early = Report(day("2016-06-01"), "done", id=1)

        assert self.status("one_off", "2017-10-01", early, self.fixed).status == "in_progress"


def test_years_of_a_recurring_one_are_told_one_by_one():
    told = reports("2017-09-01 kept", "2019-10-01 kept")

    state = standing("recurring", ADOPTED, Records(reports=told), day("2020-05-01"))

    assert [status for _, status in state.years] == ["kept", "lapsed", "kept", None]


def test_a_leap_day_has_anniversaries():
    state = standing("recurring", day("2016-02-29"), Records(), day("2017-02-28"))

    assert state.status == "lapsed"


def test_an_ongoing_one_falls_silent_after_its_own_period():
    duty = [Duty(day("2017-05-01"), frequency="quarterly")]
    records = Records(reports=reports("2017-06-01 active"), duties=duty)

    assert standing("ongoing", ADOPTED, records, day("2017-08-31")).status == "active"
    assert standing("ongoing", ADOPTED, records, day("2017-09-01")).status == "quiet"


DUE = [
    # kind, duty, reports, day, due on, overdue
    ("one_off", ("2017-05-01", "2017-12-01", "once"), [], "2017-04-30", None, False),
    ("one_off", ("2017-05-01", "2017-12-01", "once"), [], "2017-12-01", "2017-12-01", False),
    ("one_off", ("2017-05-01", "2017-12-01", "once"), [], "2017-12-02", "2017-12-01", True),
    ("one_off", ("2017-05-01", "2017-12-01", "once"), ["2017-10-01 in_progress"], "2017-12-02", "2017-12-01", True),
    ("one_off", ("2017-05-01", "2017-12-01", "once"), ["2017-10-01 done"], "2017-12-02", None, False),
    ("one_off", ("2017-05-01", None, "once"), [], "2020-01-01", None, False),
    ("one_off", ("2017-05-01", None, "quarterly"), [], "2017-05-02", "2017-08-01", False),
    (
        "one_off",
        ("2017-05-01", "2017-07-01", "quarterly"),
        ["2017-06-20 in_progress"],
        "2017-07-10",
        "2017-10-01",
        False,
    ),
    (
        "one_off",
        ("2017-05-01", "2017-07-01", "quarterly"),
        ["2017-07-05 in_progress"],
        "2017-07-10",
        "2017-10-01",
        False,
    ),
    # two reports in one period cover one period
    (
        "one_off",
        ("2017-05-01", "2017-07-01", "quarterly"),
        ["2017-06-01 in_progress", "2017-06-20 in_progress"],
        "2017-07-10",
        "2017-10-01",
        False,
    ),
    # a late report makes up for all that was missed
    ("ongoing", ("2017-05-01", "2017-07-01", "quarterly"), ["2018-02-01 active"], "2018-02-02", "2018-04-01", False),
    ("ongoing", ("2017-05-01", "2017-07-01", "quarterly"), [], "2018-02-02", "2017-07-01", True),
    # a report from before the assignment covers nothing
    ("ongoing", ("2017-05-10", "2017-07-01", "yearly"), ["2017-05-01 active"], "2017-07-02", "2017-07-01", True),
    ("recurring", ("2017-05-10", "2017-10-01", "once"), ["2017-09-01 kept"], "2018-01-01", None, False),
    ("recurring", ("2017-05-10", "2017-10-01", "yearly"), ["2017-09-01 kept"], "2018-01-01", "2018-10-01", False),
    ("recurring", ("2017-05-10", None, "half_yearly"), [], "2018-01-01", "2017-11-10", True),
]


@pytest.mark.parametrize(("kind", "duty", "done", "on", "due_on", "overdue"), DUE)
def test_due(kind, duty, done, on, due_on, overdue):
    made, due, frequency = duty
    duties = [Duty(day(made), day(due) if due else None, frequency)]

    state = standing(kind, ADOPTED, Records(reports=reports(*done), duties=duties), day(on))

    assert (state.due_on, state.overdue) == (day(due_on) if due_on else None, overdue)


def test_a_refusal_ends_the_duty():
    duties = [Duty(day("2017-05-01"), day("2017-06-01"))]

    state = standing("one_off", ADOPTED, Records(answers("2017-05-20 declined"), duties=duties), day("2018-01-01"))

    assert state.due_on is None


def test_the_last_assignment_holds():
    duties = [Duty(day("2017-09-01"), day("2018-01-01")), Duty(day("2017-05-01"), day("2017-06-01"))]

    assert standing("one_off", ADOPTED, Records(duties=duties), day("2017-08-31")).due_on == day("2017-06-01")
    assert standing("one_off", ADOPTED, Records(duties=duties), day("2017-09-01")).due_on == day("2018-01-01")


MOVED = [
    # kind, how often, what was said (day, outcome, new day), on, due on
    ("one_off", "once", [("2017-11-20", "moved", "2018-02-01")], "2017-11-19", "2017-12-01"),
    ("one_off", "once", [("2017-11-20", "moved", "2018-02-01")], "2018-01-15", "2018-02-01"),
    ("one_off", "once", [("2017-11-20", "moved", "2018-02-01")], "2018-02-02", "2018-02-01"),
    # moved again; a report on the way takes nothing back; what is done is due no more
    (
        "one_off",
        "once",
        [("2017-11-20", "moved", "2018-02-01"), ("2018-01-20", "moved", "2018-04-01")],
        "2018-01-21",
        "2018-04-01",
    ),
    (
        "one_off",
        "once",
        [("2017-11-20", "moved", "2018-02-01"), ("2017-12-20", "in_progress", "")],
        "2018-01-15",
        "2018-02-01",
    ),
    ("one_off", "once", [("2017-11-20", "moved", "2018-02-01"), ("2017-12-20", "done", "")], "2018-01-15", None),
    # of repeated reports it moves the one that is due; the next one comes in its own time
    ("recurring", "quarterly", [("2017-11-20", "moved", "2018-02-01")], "2017-12-15", "2018-02-01"),
    (
        "recurring",
        "quarterly",
        [("2017-11-20", "moved", "2018-02-01"), ("2018-01-20", "kept", "")],
        "2018-01-21",
        "2018-03-01",
    ),
    # what was said before the assignment moves nothing
    ("one_off", "once", [("2017-04-28", "moved", "2018-02-01")], "2017-11-19", "2017-12-01"),
]


@pytest.mark.parametrize(("kind", "frequency", "said", "on", "due_on"), MOVED)
def test_a_moved_date(kind, frequency, said, on, due_on):
    told = [Report(day(date), outcome, moved_to=day(new) if new else None) for date, outcome, new in said]
    records = Records(reports=told, duties=[Duty(day("2017-05-01"), day("2017-12-01"), frequency)])

    assert standing(kind, ADOPTED, records, day(on)).due_on == (day(due_on) if due_on else None)


def test_a_moved_date_goes_with_the_report_that_is_corrected():
    duties = [Duty(day("2017-05-01"), day("2017-12-01"))]
    moved = Report(day("2017-11-20"), "moved", id=1, moved_to=day("2018-02-01"))
    corrected = Report(day("2017-11-25"), "in_progress", id=2, corrects=1)

    found = [
        standing("one_off", ADOPTED, Records(reports=reports, duties=duties), day("2017-11-26"))
        for reports in ([moved], [moved, corrected])
    ]
    assert [state.due_on for state in found] == [day("2018-02-01"), day("2017-12-01")]


@pytest.mark.parametrize("kind", ["one_off", "recurring", "ongoing"])
def test_a_moved_date_moves_no_status(kind):
    moved = Report(day("2017-11-20"), "moved", moved_to=day("2019-01-01"))
    records = Records(answers("2017-05-20 accepted"), [moved])

    state = standing(kind, ADOPTED, records, day("2018-01-01"))

    assert state.status == "accepted"
    assert state.last_report_on == day("2017-11-20")


def test_a_correction_of_a_moved_date():
    moved = Report(day("2017-11-20"), "moved", 1, moved_to=day("2018-02-01"))
    put_right = Report(day("2017-11-25"), "moved", 2, 1, moved_to=day("2018-03-01"))
    records = Records(reports=[moved, put_right], duties=[Duty(day("2017-05-01"), day("2017-12-01"))])

    assert standing("one_off", ADOPTED, records, day("2017-11-24")).due_on == day("2018-02-01")
    assert standing("one_off", ADOPTED, records, day("2017-11-25")).due_on == day("2018-03-01")
