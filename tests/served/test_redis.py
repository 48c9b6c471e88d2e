"""Redis stopped, frozen and back: pages are served, once is complained, readiness says what is wrong."""

import shutil
import signal
import subprocess

import pytest

from tests.absent import absent
from tests.served.conftest import Town, ask, free_port, wait_until

PAGES = ("/", "/en/", "/nowhere/", "/admin/login/")


@pytest.fixture
def redis_port(town: Town) -> int:
    if not shutil.which("redis-server"):
        absent("redis-server is not installed")
    return free_port()


def start_redis(town: Town, port: int) -> subprocess.Popen:
    started = town.start("redis-server", "--port", str(port), "--save", "", "--dir", str(town.folder))
    wait_until(lambda: "Ready to accept connections" in town.log, "Redis is up")
    return started


def statuses(address: str) -> list[int]:
    return [ask(f"{address}{page}").status for page in PAGES]


def cache_fault(address: str) -> bool:
    return "cache: Redis" in ask(f"{address}/-/ready/").body


def test_frozen_stopped_and_back(town, redis_port):
    redis = start_redis(town, redis_port)
    address = town.serve(REDIS_URL=f"redis://127.0.0.1:{redis_port}/0")
    assert statuses(address) == [200, 200, 404, 200]
    assert not cache_fault(address)

    redis.send_signal(signal.SIGSTOP)
    assert statuses(address) == [200, 200, 404, 200]
    assert cache_fault(address)
    assert town.log.count("Redis does not answer, each process") == 1

    redis.send_signal(signal.SIGCONT)
    wait_until(lambda: not cache_fault(address), "Redis is asked again")
    assert "Redis answers again" in town.log

    redis.kill()
    redis.wait()
    assert statuses(address) == [200, 200, 404, 200]
    assert cache_fault(address)
    assert ask(f"{address}/-/ready/").status == 200


def test_a_server_that_never_had_its_redis_serves(town, redis_port):
    address = town.serve(REDIS_URL=f"redis://127.0.0.1:{redis_port}/0")
    assert statuses(address) == [200, 200, 404, 200]
    assert cache_fault(address)
