"""Reading what people upload: in a process of its own, so that no file can take the site's memory or time with it."""

import hashlib
import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any, Protocol

from documents.errors import UnreadableDocument
from documents.limits import BROKEN, MAX_OUTPUT, MAX_SECONDS, TOO_HEAVY, TOO_SLOW, check_size
from documents.lines import Document

SOURCE_ROOT = Path(__file__).resolve().parents[1]
KEPT = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR")
"""All that the process learns of the environment: where programs are; no password, no address of a database."""
LONGEST_SUFFIX = 20

logger = logging.getLogger(__name__)


class Cache(Protocol):
    """What ``read_document`` asks of a cache; Django's have it."""

    def get(self, key: str) -> Any: ...

    def set(self, key: str, value: Any) -> Any: ...


def read_document(
    data: bytes, name: str = "", *, whole: bool = True, cache: Cache | None = None, seconds: float = MAX_SECONDS
) -> Document:
    """Return the document in *data*, read by a process with bounds on time, memory, input and output.

    *name* settles what the bytes leave open (.md or .txt). A document that is too long is refused, or, unless it is
    wanted *whole*, cut. What a *cache* holds for the same bytes is not read again, refusals included. Raises
    ``UnreadableDocument``: what the readers raise, and what runs into a bound.
    """
    check_size(data)
    suffix = PurePath(name).suffix.replace("\0", "")[:LONGEST_SUFFIX]
    length = "whole" if whole else "beginning"
    key = f"documents:{hashlib.sha256(data).hexdigest()}:{length}:{suffix.encode().hex()}"
    answer = cache.get(key) if cache is not None else None
    if answer is None:
        answer = _ask(data, suffix, length, seconds)
        if cache is not None:
            cache.set(key, answer)
    if "error" in answer:
        raise UnreadableDocument(answer["error"], **answer["values"])
    return replace(Document.from_json(answer["document"]), name=name)


def _ask(data: bytes, suffix: str, length: str, seconds: float) -> dict[str, Any]:
    """Return the answer of a reading process; see ``documents.__main__``."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        try:
            # a new program and no fork: safe beside the threads of a web server
            done = subprocess.run(  # noqa: S603
                [sys.executable, "-s", "-m", "documents", f"file{suffix}", length],
                input=data,
                stdout=output,
                stderr=errors,
                cwd=SOURCE_ROOT,
                env={name: os.environ[name] for name in KEPT if name in os.environ},
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise UnreadableDocument(TOO_SLOW) from error
        if done.returncode:
            raise _failure(done.returncode, _last_line(errors))
        output.seek(0)
        return json.loads(output.read(MAX_OUTPUT))


def _failure(code: int, reason: str) -> UnreadableDocument:
    """Say what ended the process before it could answer."""
    logger.warning("The reading process ended with %s: %s", code, reason)
    if code == -getattr(signal, "SIGXCPU", 0):
        return UnreadableDocument(TOO_SLOW)
    if code == -getattr(signal, "SIGKILL", 0) or reason.startswith("MemoryError"):
        return UnreadableDocument(TOO_HEAVY)
    return UnreadableDocument(BROKEN)


def _last_line(errors) -> str:
    errors.seek(0)
    return errors.read(MAX_OUTPUT).decode(errors="replace").strip().rpartition("\n")[2]
