"""Jobs that a clock runs: rooms register them in their ``wagtail_hooks.py``, ``manage.py worker`` runs them.

::

    @periodic_job("send_reminders", at=dt.time(9))
    def send_reminders() -> None: ...

A job is run by one worker at a time, however many there are; what was due while no worker ran, is run once when one
starts. A job must bear being run twice: a worker that is killed in the midst of it leaves it to the next.
"""

import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from .extensions import extend, extensions_of
from .models import PeriodicRun

logger = logging.getLogger(__name__)

#: A job that has not come to its end for so long is started again.
LOST = dt.timedelta(hours=2)


@dataclass(frozen=True)
class Job:
    """Something to be done ``every`` so often, or ``at`` a time of the municipality's clock, daily or on a ``weekday``.

    Monday is 0, as in Python's ``date.weekday()``.
    """

    name: str
    run: Callable[[], object]
    every: dt.timedelta | None = None
    at: dt.time | None = None
    weekday: int | None = None

    def due_since(self, last: dt.datetime, now: dt.datetime) -> bool:
        """Whether the job is due ``now``, when it was last started at ``last``."""
        if self.every is not None:
            return last + self.every <= now
        local = timezone.localtime(now)
        moment = local.replace(hour=self.at.hour, minute=self.at.minute, second=0, microsecond=0)  # type: ignore[union-attr]
        if moment > local:
            moment -= dt.timedelta(days=1)
        if self.weekday is not None:
            moment -= dt.timedelta(days=(moment.weekday() - self.weekday) % 7)
        return last < moment


def periodic_job(
    name: str, *, every: dt.timedelta | None = None, at: dt.time | None = None, weekday: int | None = None
) -> Callable[[Callable[[], object]], Callable[[], object]]:
    """Register a function as a job: ``every`` so often, or ``at`` a time of each day or of one ``weekday`` (0: Monday).

    Names are unique on the site.
    """
    if (every is None) == (at is None) or (weekday is not None and at is None):
        raise ValueError(f"The job {name} needs either `every` or `at`, and `at` beside `weekday`.")

    def register(run: Callable[[], object]) -> Callable[[], object]:
        job = Job(name, run, every, at, weekday)
        extend("periodic jobs")(lambda: job)
        return run

    return register


def jobs() -> dict[str, Job]:
    """Every registered job by its name."""
    return {job.name: job for job in (give() for give in extensions_of("periodic jobs"))}


def start_due_jobs() -> list[str]:
    """Put each job that is due into the queue of tasks; give their names."""
    return [job.name for job in jobs().values() if _claim(job, timezone.now())]


def _claim(job: Job, now: dt.datetime) -> bool:
    """Take a due job's turn and enqueue it, both or neither; False when it is not due or another worker was faster."""
    # A daily job's first turn is its next time of day, not the moment a new site is started.
    first = now if job.at else now - (job.every or dt.timedelta())
    last, _created = PeriodicRun.objects.get_or_create(
        name=job.name, defaults={"claimed_at": first, "finished_at": first}
    )
    runs = last.finished_at is None
    if not job.due_since(last.claimed_at, now) or (runs and now - last.claimed_at < LOST):
        return False
    with transaction.atomic():
        turn = PeriodicRun.objects.filter(name=job.name, claimed_at=last.claimed_at)
        if not turn.update(claimed_at=now, finished_at=None):
            return False
        if settings.TASKS["default"]["BACKEND"].endswith("DatabaseBackend"):
            run_job.enqueue(job.name)
            return True
    run_job.enqueue(job.name)  # done at once, and not in the transaction
    return True


@task()
def run_job(name: str) -> None:
    """Run a job and note how it ended; a failure is logged and the job has its next turn all the same."""
    job = jobs().get(name)
    if job is None:
        logger.warning("The periodic job %s is not registered any more", name)
        return
    error = "interrupted"
    try:
        job.run()
        error = ""
    except Exception as problem:
        error = f"{type(problem).__name__}: {problem}"[:500]
        logger.exception("The periodic job %s failed", name)
    finally:
        PeriodicRun.objects.filter(name=name).update(finished_at=timezone.now(), error=error)
