"""One mark for all content: as long as it stands, nothing that the public sees has changed.

On one machine it is the time of a file in ``DATA_DIR``, which costs a microsecond to read and is moved by every process
of the site: web, worker, commands. On several machines it is a word in Redis as well.
"""

import logging
import os
import time
from functools import cache
from pathlib import Path

from django.conf import settings

from . import shared

logger = logging.getLogger(__name__)

Stamp = tuple[int, str]


class FileStamp:
    """The time of change of a file, in nanoseconds; set by hand, since the clock of a file system is coarser."""

    def __init__(self, path: Path) -> None:
        self.path = os.fspath(path)

    def read(self) -> int:
        try:
            return os.stat(self.path).st_mtime_ns
        except FileNotFoundError:
            Path(self.path).touch()
            return os.stat(self.path).st_mtime_ns

    def bump(self) -> None:
        moment = max(time.time_ns(), self.read() + 1)
        os.utime(self.path, ns=(moment, moment))


@cache
def _file(folder: Path) -> FileStamp:
    return FileStamp(folder / "content.stamp")


def read() -> Stamp:
    """The mark of the content as it is now."""
    return _file(settings.DATA_DIR).read(), shared.read_stamp()


def bump() -> None:
    """Everything kept until now is out of date, in all processes and on all machines."""
    try:
        _file(settings.DATA_DIR).bump()
    except OSError:
        logger.exception("The content's stamp cannot be moved; kept pages stay until they expire")
    shared.bump_stamp()
