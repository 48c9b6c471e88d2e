"""The worker's clock: says that the worker lives, takes over from workers that died, starts periodic jobs."""

import datetime as dt
import logging
import os
import socket
import threading

from django.db import DatabaseError, close_old_connections
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from .models import WorkerBeat
from .periodic import start_due_jobs

logger = logging.getLogger(__name__)

#: Seconds between two looks at the clock.
TICK = 15.0
#: A worker without a beat for so long has died, wherever it ran.
DEAD = dt.timedelta(minutes=5)
#: A task during which so many workers died is not tried again.
DEATHS = 3


class Clock:
    """The clock of one worker; :meth:`run` until :meth:`stop`."""

    def __init__(self, worker_id: str) -> None:
        self.worker_id = worker_id
        self.host, self.pid = socket.gethostname(), os.getpid()
        self._stopped = threading.Event()

    def start(self) -> None:
        """Run in a thread of its own, which ends with the process."""
        threading.Thread(target=self.run, name="clock", daemon=True).start()

    def stop(self) -> None:
        self._stopped.set()

    def run(self) -> None:
        while not self._stopped.is_set():
            close_old_connections()
            try:
                self.tick()
            except DatabaseError as error:
                logger.warning("The database does not answer the worker's clock: %s", error)
            close_old_connections()
            self._stopped.wait(TICK)

    def tick(self) -> None:
        """What is done at each look at the clock."""
        self.beat()
        self.take_over()
        start_due_jobs()

    def beat(self) -> None:
        WorkerBeat.objects.update_or_create(
            worker_id=self.worker_id, defaults={"host": self.host, "pid": self.pid, "seen_at": timezone.now()}
        )

    def take_over(self) -> None:
        """Give tasks of dead workers back to the queue, and forget those workers."""
        living = {beat.worker_id for beat in WorkerBeat.objects.all() if not self._is_dead(beat)}
        for task in DBTaskResult.objects.running():
            if task.worker_ids and task.worker_ids[-1] in living:
                continue
            if len(task.worker_ids) >= DEATHS:
                logger.error("Task %s (%s) was given up: %d workers died of it", task.pk, task.task_path, DEATHS)
                task.set_failed(RuntimeError(f"{DEATHS} workers died during this task"))
            else:
                logger.warning("Task %s (%s) of a worker that died is tried again", task.pk, task.task_path)
                DBTaskResult.objects.running().filter(pk=task.pk).update(status="READY")
        WorkerBeat.objects.exclude(worker_id__in=living).delete()

    def _is_dead(self, beat: WorkerBeat) -> bool:
        if beat.worker_id == self.worker_id:
            return False
        if timezone.now() - beat.seen_at > DEAD:
            return True
        return beat.host == self.host and (beat.pid == self.pid or not _process_lives(beat.pid))


def _process_lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
