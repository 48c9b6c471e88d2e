"""The configuration that ships, in a real nginx before the real server."""

import os
import re
import shutil
import signal
import ssl
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.absent import absent
from tests.served.conftest import ROOT, Answer, Town, free_port, wait_until

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
SELF_SIGNED = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
LAX = ssl.create_default_context()
LAX.check_hostname, LAX.verify_mode = False, ssl.CERT_NONE


def ask(address: str, **headers: str) -> Answer:
    request = urllib.request.Request(address, headers={"Host": "localhost", **headers})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=60, context=LAX) as response:  # noqa: S310
            return Answer(response.status, response.headers, response.read().decode(errors="replace"))
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, error.headers, error.read().decode(errors="replace"))


@pytest.fixture
def nginx(town: Town) -> str:
    """The address of the site behind nginx."""
    if not Path(NGINX).exists():
        absent("nginx is not installed")
    behind = town.serve(CLIENT_ADDRESS_HEADER="X-Real-IP")
    port, folder = free_port(), town.folder
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        [*SELF_SIGNED, "-keyout", str(key), "-out", str(certificate)],
        check=True,
        capture_output=True,
    )
    shipped = folder / "nginx"
    shutil.copytree(ROOT / "deploy" / "nginx", shipped)
    for path in shipped.glob("*.conf"):
        text = path.read_text().replace("/srv/forum/deploy/nginx", str(shipped)).replace("/srv/forum/var", str(folder))
        text = re.sub(r"ssl_certificate +\S+", f"ssl_certificate {certificate};", text)
        text = re.sub(r"ssl_certificate_key +\S+", f"ssl_certificate_key {key};", text)
        text = text.replace("listen 443", f"listen 127.0.0.1:{port}").replace(
            "listen 80", f"listen 127.0.0.1:{free_port()}"
        )
        path.write_text(text.replace("127.0.0.1:8000", behind.removeprefix("http://")))
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user} pid {folder}/nginx.pid; error_log {folder}/nginx.log; events {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; client_body_temp_path {folder}/body;\n"
        f"proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;\n"
        f"uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;\n"
        f"include {shipped}/forum.conf; }}\n"
    )
    tested = subprocess.run(
        [NGINX, "-t", "-c", str(folder / "nginx.conf")], capture_output=True, text=True, check=False
    )
    assert tested.returncode == 0, tested.stderr
    town.start(NGINX, "-c", str(folder / "nginx.conf"), "-g", "daemon off;")
    address = f"https://127.0.0.1:{port}"

    def answers() -> bool:
        try:
            return ask(f"{address}/-/live/").status == 200
        except OSError:
            return False

    wait_until(answers, "nginx answers")
    return address


def test_pages_files_and_refusals(nginx, town):
    (town.folder / "static").mkdir()
    (town.folder / "static" / "a.css").write_text("body{}")
    (town.folder / "media" / "original_images").mkdir(parents=True)
    (town.folder / "media" / "original_images" / "secret.jpg").write_text("secret")

    page = ask(f"{nginx}/")
    assert page.status == 200
    assert page.headers["Server"] == "nginx"  # no version, and not the application's
    assert re.fullmatch(r"[0-9a-f]{32}", page.headers["X-Request-ID"])
    assert ask(f"{nginx}/", **{"X-Request-ID": "from-outside-1"}).headers["X-Request-ID"] == "from-outside-1"

    style = ask(f"{nginx}/static/a.css")
    assert "immutable" in style.headers["Cache-Control"]
    assert ask(f"{nginx}/media/original_images/secret.jpg").status == 404

    for address in (f"{nginx}/?q={'a' * 9000}", f"{nginx}/{'a' * 20_000}"):
        long = ask(address)
        assert long.status in (400, 414)
        assert "Слишком длинный адрес" in long.body


def test_when_the_application_is_away_a_page_says_so(nginx, town):
    os.killpg(town.running[0].pid, signal.SIGKILL)
    away = wait_until(lambda: (found := ask(f"{nginx}/")).status in (502, 504) and found, "the application is gone")
    assert "ненадолго недоступен" in away.body
