"""The settings of a server, as a process has them that was started with them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LEAST = {
    "SECRET_KEY": "k" * 60 + "0123456789-abcdefg",
    "ALLOWED_HOSTS": "forum.example.org",
    "EMAIL_URL": "smtp://127.0.0.1:25",
    "CLIENT_ADDRESS_HEADER": "X-Real-IP",
}
SHOW = """
import json
from django.conf import settings
names = ("DEBUG", "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY",
         "SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_HSTS_PRELOAD", "SECURE_CONTENT_TYPE_NOSNIFF")
print(json.dumps({name: getattr(settings, name) for name in names}))
"""


#: Variables of the tests' own, which a server does not have.
OF_THE_TESTS = {"DATABASE_URL", "TESTS_MEDIA_ROOT", "DJANGO_ALLOW_ASYNC_UNSAFE"}


def manage(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess:
    kept = {name: value for name, value in os.environ.items() if name not in OF_THE_TESTS}
    settings = {"DJANGO_SETTINGS_MODULE": "config.settings.production", "DATA_DIR": str(folder)}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**kept, **settings, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_a_server_assumes(tmp_path):
    done = manage("shell", "-v", "0", "-c", SHOW, folder=tmp_path, **LEAST, DEBUG="1")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "DEBUG": False,
        "SESSION_COOKIE_NAME": "__Host-sessionid",
        "CSRF_COOKIE_NAME": "__Host-csrftoken",
        "SESSION_COOKIE_SECURE": True,
        "SESSION_COOKIE_HTTPONLY": True,
        "SECURE_HSTS_SECONDS": 31_536_000,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": False,
        "SECURE_HSTS_PRELOAD": False,
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
    }


@pytest.mark.parametrize(
    ("missing", "said"), [(None, ""), ("EMAIL_URL", "core.E010"), ("CLIENT_ADDRESS_HEADER", "core.E011")]
)
def test_the_deployment_check_wants_mail_and_a_word_on_the_proxy(tmp_path, missing, said):
    given = {name: value for name, value in LEAST.items() if name != missing}
    done = manage("check", "--deploy", "--fail-level", "WARNING", folder=tmp_path, **given)
    assert bool(done.returncode) is bool(missing), done.stderr
    assert said in done.stderr


def test_the_demo_is_refused_on_a_server(tmp_path):
    done = manage("demo", folder=tmp_path, **LEAST)
    assert done.returncode == 1
    assert "--i-know" in done.stderr
