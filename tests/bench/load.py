"""Servers and a client for measurements: how many answers a second, and what an answer costs the server's processor."""

import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

ROOT = Path(__file__).resolve().parents[2]
PORT = int(os.environ.get("BENCH_PORT", "8190"))
BIN = Path(sys.executable).parent
#: Servers by name: what starts them.
SERVERS = {
    "gunicorn, 2 sync": ("gunicorn", "{app}", "--bind", "127.0.0.1:{port}", "--workers", "2"),
    "gunicorn, 2 × 4 threads": ("gunicorn", "{app}", "--bind", "127.0.0.1:{port}", "--workers", "2", "--threads", "4"),
    "granian, 2 × 1 thread": (
        *("granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", "{port}", "--no-ws", "--no-access-log"),
        *("--workers", "2", "--blocking-threads", "1", "{app}:application"),
    ),
    "granian, 2 × 4 threads": (
        *("granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", "{port}", "--no-ws", "--no-access-log"),
        *("--workers", "2", "--blocking-threads", "4", "{app}:application"),
    ),
}


@dataclass(frozen=True)
class Measured:
    """Answers a second; milliseconds: of the server's processor for one, and of the slowest of a hundred."""

    per_second: float
    cpu_ms: float
    p99_ms: float
    size: int


@contextmanager
def server(name: str, app: str, environment: Mapping[str, str]) -> Iterator[int]:
    """A running server; gives the id of its process group."""
    command = [part.format(app=app, port=PORT) for part in SERVERS[name]]
    path = os.pathsep.join((str(ROOT / "site"), str(ROOT)))
    process = subprocess.Popen(
        [str(BIN / command[0]), *command[1:]],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _wait_for(process)
        yield process.pid
    finally:
        process.terminate()
        process.wait(30)


def _wait_for(process: subprocess.Popen) -> None:
    for _turn in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", PORT)) == 0:
                return
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        time.sleep(0.1)
    raise RuntimeError("the server does not answer")


def measure(group: int, path: str, headers: Mapping[str, str], *, clients: int, seconds: float) -> Measured:
    """Ask for ``path`` from several connections for some seconds, after a warm-up that all workers take part in."""
    request = _request(path, headers)
    _ask_all(request, clients, 1.0)
    before = _cpu_seconds(group)
    begun = time.perf_counter()
    times, size = _ask_all(request, clients, seconds)
    took = time.perf_counter() - begun
    cpu = _cpu_seconds(group) - before
    ordered = statistics.quantiles(times, n=100) if len(times) > 1 else times * 99
    return Measured(len(times) / took, 1000 * cpu / len(times), 1000 * ordered[98], size)


def header_of(path: str, name: str) -> str:
    """A header of the answer to ``path``."""
    with socket.create_connection(("127.0.0.1", PORT)) as connection:
        head, _length = _answer(connection, _request(path, {"Accept-Encoding": "br"}))
    lines = dict(line.split(": ", 1) for line in head.decode("latin-1").split("\r\n")[1:] if ": " in line)
    return next(value for key, value in lines.items() if key.lower() == name.lower())


def _request(path: str, headers: Mapping[str, str]) -> bytes:
    lines = [
        f"GET {path} HTTP/1.1",
        f"Host: 127.0.0.1:{PORT}",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def _ask_all(request: bytes, clients: int, seconds: float) -> tuple[list[float], int]:
    times: list[float] = []
    sizes = [0]
    end = time.perf_counter() + seconds

    def ask() -> None:
        connection = None
        while (begun := time.perf_counter()) < end:
            connection = connection or socket.create_connection(("127.0.0.1", PORT))
            head, sizes[0] = _answer(connection, request)
            times.append(time.perf_counter() - begun)
            if b"connection: close" in head.lower():
                connection.close()
                connection = None

    threads = [Thread(target=ask) for _number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times, sizes[0]


def _answer(connection: socket.socket, request: bytes) -> tuple[bytes, int]:
    """The head of the answer, and the length of its body, which is read as well."""
    connection.sendall(request)
    received = b""
    while b"\r\n\r\n" not in received:
        part = connection.recv(262_144)
        if not part:
            raise RuntimeError("the server closed the connection")
        received += part
    head, _, body = received.partition(b"\r\n\r\n")
    status = head.split(b" ", 2)[1]
    if status not in (b"200", b"304"):
        raise RuntimeError(head.decode("latin-1"))
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    length = int(lengths[0].split(b":")[1]) if lengths and status == b"200" else 0
    got = len(body)
    while got < length:
        got += len(connection.recv(262_144))
    return head, length


def _cpu_seconds(group: int) -> float:
    """Processor time of all processes of a group."""
    ticks = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[2]) == group:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")
