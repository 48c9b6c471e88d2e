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
SINGLE_THREAD = {"OPENBLAS_NUM_THREADS": "1"}
"""Each thread of numpy's would reserve memory that the bounds count."""
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
    suffix = suffix_of(name)
    length = "whole" if whole else "beginning"
    key = f"documents:{hashlib.sha256(data).hexdigest()}:{length}:{suffix.encode().hex()}"
    answer = cache.get(key) if cache is not None else None
    if answer is None:
        answer = ask("documents", data, f"file{suffix}", length, seconds=seconds)
        if cache is not None:
            cache.set(key, answer)
    if "error" in answer:
        raise UnreadableDocument(answer["error"], **answer["values"])
    return replace(Document.from_json(answer["document"]), name=name)


def suffix_of(name: str) -> str:
    """Return the ending of a file's *name*, fit for the command line of a process."""
    return PurePath(name).suffix.replace("\0", "")[:LONGEST_SUFFIX]


def ask(program: str, data: bytes, *arguments: str, seconds: float = MAX_SECONDS) -> dict[str, Any]:
    """Return what the module *program*, run as a process with *data* on its standard input, answers as JSON.

    The program bounds itself (``documents.__main__.serve``). Raises ``UnreadableDocument`` when it runs into a bound.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        try:
            # a new program and no fork: safe beside the threads of a web server
            done = subprocess.run(  # noqa: S603
                [sys.executable, "-s", "-m", program, *arguments],
                input=data,
                stdout=output,
                stderr=errors,
                cwd=SOURCE_ROOT,
                env=_environment(),
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise UnreadableDocument(TOO_SLOW) from error
        if done.returncode:
            raise _failure(done.returncode, _last_line(errors))
        output.seek(0)
        return json.loads(output.read(MAX_OUTPUT))


def _environment() -> dict[str, str]:
    """Return what the process learns of this one: the same modules are found, and numbers take one thread."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **SINGLE_THREAD}


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
