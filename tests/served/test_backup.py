"""A backup made while others write, put back into an empty place, compared."""

import json
import os
import re
import sqlite3
import sys
from pathlib import Path

import pytest

from tests.served.conftest import Town, wait_until

WRITE = """
import io
from django.core.files.images import ImageFile
from PIL import Image
from core.models import SiteDocument, SiteImage
picture = io.BytesIO()
Image.new("RGB", (60, 40), "green").save(picture, "PNG")
for number in range(2000):
    file = ImageFile(io.BytesIO(picture.getvalue()), name=f"{number}.png")
    SiteImage.objects.create(title=f"Снимок {number}", file=file)
    if number % 3 == 2:
        SiteImage.objects.order_by("pk").first().delete()
"""


def rows(database: Path) -> dict[str, list]:
    """Every table with its rows; the tables of full-text search are made of others."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as opened:
        names = [name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {name: opened.execute(f'SELECT * FROM "{name}"').fetchall() for name in names if "fts" not in name}  # noqa: S608
    opened.close()
    return found


def emptied(town: Town, folder: Path) -> dict[str, str]:
    """The environment of a site that has nothing yet."""
    return {
        "DATA_DIR": str(folder),
        "TESTS_MEDIA_ROOT": str(folder / "media"),
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
    }


def backup(town: Town, place: Path, *options: str) -> Path:
    done = town.manage("backup", "--to", str(place), *options)
    assert done.returncode == 0, done.stderr
    return Path(re.search(r"^(\S+): \d+ files", done.stdout, re.MULTILINE)[1])


def test_a_backup_under_writes_is_one_set_and_comes_back_as_it_was(town, tmp_path):
    writer = town.start(sys.executable, "manage.py", "shell", "-v", "0", "-c", WRITE)
    wait_until(lambda: town.sql("SELECT count(*) FROM core_siteimage")[0][0] > 20, "some pictures are there")

    made = backup(town, tmp_path / "backups")

    assert writer.poll() is None, "nothing was written meanwhile"
    writer.kill()
    place = tmp_path / "new"
    done = town.manage("restore", str(made), **emptied(town, place))
    assert done.returncode == 0, done.stderr
    assert rows(place / "db.sqlite3") == rows(made / "database.sqlite3")
    named = [row[0] for row in sqlite3.connect(place / "db.sqlite3").execute("SELECT file FROM core_siteimage")]
    assert len(named) > 20
    assert not [name for name in named if not (place / "media" / name).is_file()]


def test_nothing_is_put_back_over_a_site(town, tmp_path):
    made = backup(town, tmp_path / "backups")
    done = town.manage("restore", str(made))
    assert done.returncode == 1
    assert "not empty" in done.stderr


def test_a_damaged_backup_is_known(town, tmp_path):
    (town.folder / "media" / "a.txt").write_text("whole")
    made = backup(town, tmp_path / "backups")
    (made / "media" / "a.txt").write_text("spoil")
    for command in (("backup", "--check", str(made)), ("restore", str(made))):
        done = town.manage(*command, **emptied(town, tmp_path / "new"))
        assert done.returncode == 1
        assert "a.txt is not what was written" in done.stderr


def test_old_backups_go_and_unchanged_files_take_no_room(town, tmp_path):
    place = tmp_path / "backups"
    (town.folder / "media" / "a.txt").write_text("same")
    first, second = backup(town, place), backup(town, place)
    assert os.path.samefile(first / "media" / "a.txt", second / "media" / "a.txt")
    third = backup(town, place, "--keep", "2")
    assert sorted(path.name for path in place.iterdir()) == [second.name, third.name]
    assert json.loads((third / "manifest.json").read_text())["vendor"] == "sqlite"


@pytest.mark.postgresql
def test_postgresql_comes_back_too(town, tmp_path, postgresql_places):
    source, target = postgresql_places
    town.environment["DATABASE_URL"] = source
    assert town.manage("migrate", "--noinput", "-v", "0").returncode == 0
    town.python("from core.models import Topic; Topic.objects.create(title='Дворы', slug='yards', locale_id=1)")
    made = backup(town, tmp_path / "backups")

    options = {
        "DATABASE_URL": target,
        "DATA_DIR": str(tmp_path / "new"),
        "TESTS_MEDIA_ROOT": str(tmp_path / "new/media"),
    }
    done = town.manage("restore", str(made), **options)

    assert done.returncode == 0, done.stderr
    read = "from core.models import Topic; print(list(Topic.objects.values_list('title', flat=True)))"
    assert town.python(read, **options) == "['Дворы']"
