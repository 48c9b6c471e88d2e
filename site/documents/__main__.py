"""The reading process: a file on standard input, its document (or why there is none) as JSON on standard output.

Run by ``documents.process``. It knows no settings and no database, and bounds itself before it looks at a byte.
"""

import json
import logging
import sys
from collections.abc import Callable
from typing import Any

from documents import UnreadableDocument, read
from documents.limits import MAX_BYTES, MAX_MEMORY, MAX_OUTPUT, MAX_SECONDS, TOO_HEAVY, TOO_LONG


def bound() -> None:
    """Limit memory, processor time and output; where the system has no such limits, the caller's clock remains."""
    try:
        import resource
    except ImportError:
        return
    for kind, wanted in (
        (resource.RLIMIT_AS, MAX_MEMORY),
        (resource.RLIMIT_CPU, MAX_SECONDS),
        (resource.RLIMIT_FSIZE, MAX_OUTPUT),
        (resource.RLIMIT_CORE, 0),
    ):
        _, most = resource.getrlimit(kind)
        soft, hard = (wanted, wanted + 1) if most == resource.RLIM_INFINITY else (min(wanted, most), most)
        # one apart: at the soft limit of time the system names the reason, at the hard one it only kills
        resource.setrlimit(kind, (soft, min(hard, soft + 1)))


def answer(work: Callable[[bytes], dict[str, Any]], data: bytes) -> dict[str, Any]:
    """Return what *work* makes of *data*, or ``{"error": message, "values": …}`` for ``UnreadableDocument``."""
    try:
        return work(data)
    except UnreadableDocument as error:
        return {"error": error.message, "values": error.values}
    except MemoryError:
        return {"error": TOO_HEAVY, "values": {}}


def serve(work: Callable[[bytes], dict[str, Any]]) -> None:
    """Answer within bounds for the file on standard input."""
    bound()
    # libraries warn of every oddity of a file; whoever reads the log can do nothing about it
    logging.disable(logging.CRITICAL)
    given = answer(work, sys.stdin.buffer.read(MAX_BYTES + 1))
    written = json.dumps(given, ensure_ascii=False).encode(errors="replace")
    if len(written) > MAX_OUTPUT:
        written = json.dumps({"error": TOO_LONG, "values": {}}).encode()
    sys.stdout.buffer.write(written)


def main(name: str, length: str) -> None:
    """Answer with the document of a file called *name*; *length* is "whole" or "beginning"."""
    serve(lambda data: {"document": read(data, name, whole=length == "whole").to_json()})


if __name__ == "__main__":
    main(*sys.argv[1:])
