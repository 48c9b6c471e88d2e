"""``manage.py worker``: does what was put off, and what a clock asks for. One is enough; several do no harm."""

import logging
import signal
import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, close_old_connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from core.clock import Clock

logger = logging.getLogger(__name__)

#: Seconds to wait when the database does not answer.
PAUSE = 5


class Command(BaseCommand):
    """Run tasks and periodic jobs until a signal comes."""

    help = "Run queued tasks and periodic jobs until SIGTERM; a task that runs is finished first."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--interval", type=float, default=0.5, help="seconds between two looks for tasks (default %(default)s)"
        )

    def handle(self, *args: Any, interval: float, **options: Any) -> None:
        worker_id = get_random_string(32)
        clock = Clock(worker_id)
        logger.info("The worker %s starts", worker_id)
        if not settings.TASKS["default"]["BACKEND"].endswith("DatabaseBackend"):
            # Tasks are done at once where they arise: only the clock is left.
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: clock.stop())
            clock.run()
            return
        clock.start()
        worker = Worker(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=interval,
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=worker_id,
        )
        worker.configure_signals()
        while worker.running:
            try:
                worker.run()
            except DatabaseError as error:
                logger.warning("The database does not answer the worker: %s", error)
                close_old_connections()
                time.sleep(PAUSE)
