"""The worker as a process: scheduled pages, tasks, its end and its sudden death."""

import json
import os
import signal

from tests.served.conftest import Town, wait_until

SCHEDULE = """
import datetime as dt
from django.utils import timezone
from home.front.models import HomePage
home = HomePage.objects.first()
now = timezone.now()
home.go_live_at = now + dt.timedelta(seconds=2)
home.title = "Вышла по часам"
home.save_revision(approved_go_live_at=home.go_live_at).publish()
"""


def runs(town: Town) -> dict[str, str]:
    return dict(town.sql("SELECT name, finished_at FROM core_periodicrun WHERE finished_at IS NOT NULL"))


def test_the_worker_beats_runs_tasks_and_the_clock_and_ends_on_a_signal(town):
    worker = town.worker()

    wait_until(lambda: "purge" in runs(town) and "publish_scheduled" in runs(town), "a periodic job ran")
    assert town.sql("SELECT count(*) FROM core_workerbeat") == [(1,)]
    # A daily job waits for its time of day.
    assert town.sql("SELECT claimed_at = finished_at FROM core_periodicrun WHERE name = 'purge'") == [(1,)]

    worker.send_signal(signal.SIGTERM)
    assert worker.wait(timeout=30) == 0


def test_a_scheduled_page_comes(town):
    town.python(SCHEDULE)
    town.worker()

    def due_now() -> bool:
        town.sql("UPDATE core_periodicrun SET claimed_at = '2020-01-01' WHERE name = 'publish_scheduled'")
        return town.sql("SELECT count(*) FROM wagtailcore_page WHERE title = 'Вышла по часам'") == [(1,)]

    wait_until(due_now, "the page is published")


def test_a_task_whose_worker_was_killed_is_done_by_the_next(town):
    town.python("from search.index.tasks import update_pages; update_pages.enqueue([2])", TASK_QUEUE="1")
    town.sql("UPDATE django_tasks_database_dbtaskresult SET status = 'RUNNING', worker_ids = ?", json.dumps(["dead"]))
    dead = ("dead", os.uname().nodename, 2**22 - 1)
    town.sql("INSERT INTO core_workerbeat VALUES (?, ?, ?, datetime('now'))", *dead)

    town.worker()

    done = "SELECT status FROM django_tasks_database_dbtaskresult WHERE task_path = 'search.index.tasks.update_pages'"
    wait_until(lambda: town.sql(done) == [("SUCCESSFUL",)], "the task is done again")
    assert "is tried again" in town.log
    assert town.sql("SELECT count(*) FROM core_workerbeat WHERE worker_id = 'dead'") == [(0,)]
