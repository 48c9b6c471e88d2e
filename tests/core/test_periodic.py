"""Periodic jobs: when they are due, that each turn is taken once, what the admin says of a silent worker."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail import hooks

from core.clock import DEATHS, Clock
from core.models import PeriodicRun, WorkerBeat
from core.periodic import LOST, Job, jobs, periodic_job, start_due_jobs

pytestmark = pytest.mark.django_db
NOON = dt.datetime(2026, 3, 2, 7, 0, tzinfo=dt.UTC)  # twelve o'clock in Yekaterinburg


@pytest.fixture
def only():
    """``only(name, run, every=…)`` registers a job and hides all others."""
    usual = hooks._hooks.pop("extension: periodic jobs", [])
    yield lambda name, run, **when: periodic_job(name, **when)(run)
    hooks._hooks["extension: periodic jobs"] = usual


def test_a_daily_job_is_due_once_its_time_of_day_has_come():
    job = Job("daily", lambda: None, at=dt.time(9))
    yesterday = NOON - dt.timedelta(days=1)
    assert job.due_since(yesterday, NOON)
    assert not job.due_since(NOON - dt.timedelta(hours=1), NOON)
    before_nine = NOON - dt.timedelta(hours=4)
    assert not job.due_since(yesterday, before_nine)
    assert job.due_since(NOON - dt.timedelta(days=3), before_nine)  # missed while no worker ran


def test_a_weekly_job_is_due_once_its_day_and_time_have_come():
    job = Job("weekly", lambda: None, at=dt.time(9), weekday=0)  # NOON is a Monday's
    last_monday = NOON - dt.timedelta(days=7)
    assert job.due_since(last_monday, NOON)
    assert not job.due_since(last_monday, NOON - dt.timedelta(hours=4))
    assert not job.due_since(last_monday, NOON - dt.timedelta(days=1))
    assert job.due_since(last_monday, NOON + dt.timedelta(days=3))  # missed while no worker ran
    assert not job.due_since(NOON, NOON + dt.timedelta(days=6))


def test_a_job_needs_one_kind_of_time():
    with pytest.raises(ValueError, match="either"):
        periodic_job("both", every=dt.timedelta(1), at=dt.time(9))
    with pytest.raises(ValueError, match="weekday"):
        periodic_job("weekly", every=dt.timedelta(1), weekday=0)


def test_each_turn_is_taken_once_and_a_failure_is_noted(only, caplog):
    def fail() -> None:
        raise RuntimeError("no paper")

    only("often", fail, every=dt.timedelta(minutes=5))
    with time_machine.travel(NOON, tick=False) as clock:
        assert start_due_jobs() == ["often"]
        assert start_due_jobs() == []
        clock.shift(300)
        assert start_due_jobs() == ["often"]
    assert "no paper" in PeriodicRun.objects.get(name="often").error
    assert "The periodic job often failed" in caplog.text


def test_a_job_that_still_runs_is_not_started_beside_itself(only):
    ran = []
    only("slow", lambda: ran.append(1), every=dt.timedelta(minutes=1))
    PeriodicRun.objects.create(name="slow", claimed_at=NOON, finished_at=None)
    with time_machine.travel(NOON + dt.timedelta(minutes=10)):
        start_due_jobs()
        assert ran == []
    with time_machine.travel(NOON + LOST):
        start_due_jobs()
        assert ran == [1]


def test_the_rooms_have_their_jobs():
    assert {"publish_scheduled", "purge", "repair_search", "send_reminders"} <= set(jobs())


def test_a_task_that_kills_its_workers_is_given_up():
    task = DBTaskResult.objects.create(
        args_kwargs={"args": [1], "kwargs": {}},
        task_path="search.index.tasks.update_pages",
        backend_name="default",
        run_after=timezone.now(),
        status="RUNNING",
        worker_ids=["gone"] * DEATHS,
    )
    Clock("me").take_over()
    task.refresh_from_db()
    assert task.status == "FAILED"


@pytest.mark.parametrize(("minutes", "warned"), [(None, True), (11, True), (9, False)])
def test_the_front_page_of_the_admin_tells_of_a_silent_worker(admin_client, site, minutes, warned):
    if minutes is not None:
        seen = timezone.now() - dt.timedelta(minutes=minutes)
        WorkerBeat.objects.create(worker_id="w", host="h", pid=1, seen_at=seen)
    assert ("manage.py worker" in admin_client.get("/admin/").content.decode()) is warned
