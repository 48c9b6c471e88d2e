"""What breaks beside the site, met with a sentence: a locked database, a full disk, a picture whose file is gone."""

import io
import re
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from PIL import Image

from core.models import SiteImage
from tests.factories.core import SiteImageFactory
from tests.factories.home import NewsPageFactory


@pytest.fixture
def signed_in(db) -> Client:
    """An administrator whose requests are answered as visitors' are: errors become pages."""
    client = Client(raise_request_exception=False)
    client.force_login(get_user_model().objects.create_superuser("a", "a@novodumsk.example", "secret"))
    return client


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL locks rows, not the database")
def test_while_the_database_is_locked_readers_read_and_writers_are_told(site_committed, signed_in, client, monkeypatch):
    page = site_committed.home
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.2)
    connection.close()
    with sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        for address in ("/", "/en/", "/theme.css", "/sitemap.xml", "/-/ready/"):
            assert client.get(address).status_code == 200, address
        answer = signed_in.post(f"/admin/pages/{page.pk}/unpublish/")
        assert answer.status_code == 503
        assert answer["Retry-After"] == "60"
        assert "ещё раз" in answer.content.decode()
        other.execute("ROLLBACK")
    other.close()
    assert signed_in.get("/admin/").status_code == 200
    connection.close()  # the next test's own waits as long as a visitor


@pytest.fixture
def small_disk(tmp_path: Path, settings) -> Iterator[Path]:
    """Uploads go to a disk of their own with 64 KB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only root may mount a disk")
    settings.MEDIA_ROOT = folder
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_told_and_leaves_nothing(site, signed_in, small_disk):
    target = io.BytesIO()
    Image.effect_noise((400, 400), 90).save(target, "PNG")
    assert len(target.getvalue()) > 64 * 1024
    data = {"title": "Снимок", "file": SimpleUploadedFile("large.png", target.getvalue()), "collection": 1}

    answer = signed_in.post("/admin/images/add/", data)

    assert answer.status_code == 507
    assert "диск" in answer.content.decode()
    assert not SiteImage.objects.exists()
    assert not [path for path in small_disk.rglob("*") if path.is_file()]


def test_a_picture_whose_file_is_gone_is_left_out(site, client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    picture = SiteImageFactory()
    news = NewsPageFactory(picture=picture, parent=site.home)
    Path(picture.file.path).unlink()
    picture.renditions.all().delete()

    answer = client.get(news.url)
    assert answer.status_code == 200
    assert "<img" not in answer.content.decode().partition("<main")[2].partition("</main")[0]
    pictures = re.findall(r"<img[^>]*>", client.get("/").content.decode())
    assert len(pictures) == 1
    assert "brand__mark" in pictures[0]
