"""Two processes of gunicorn keep pages of one site: what changes shows in both at once, whoever changed it."""

import os
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site

from core.models import Organisation, SiteImage, SiteSettings, Topic
from core.page_cache import stamp
from forums.resolutions.models import Recommendation, ResolutionPage
from home.front.models import HomePage
from home.library.models import DocumentPage
from home.news.models import NewsPage
from projects.councils.models import CouncilPage
from projects.social.models import ProjectPage
from tests.factories.followup import ResponseFactory

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="the servers open the tests' own file")
MARK = "Ясень"
#: Seconds; a busy machine takes long to start a process.
PATIENCE = 600


@dataclass
class Server:
    """A process of gunicorn with one worker."""

    process: subprocess.Popen
    origin: str

    def get(self, path: str) -> tuple[int, str]:
        """Status and text; redirects are not followed."""
        try:
            with _OPENER.open(f"{self.origin}{path}", timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirects)


def _start(folder: Path, media: str) -> Server:
    socket = folder / "address"
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{connection.settings_dict['NAME']}",
        "DATA_DIR": str(settings.DATA_DIR),
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "PAGE_CACHE_MEGABYTES": "16",
        "TESTS_MEDIA_ROOT": media,
    }
    log = (folder / "log").open("w")
    command = ["-m", "gunicorn", "--chdir", "site", "config.wsgi", "--bind", "127.0.0.1:0", "--workers", "1"]
    command += ["--timeout", str(PATIENCE), "--graceful-timeout", "1"]
    process = subprocess.Popen([sys.executable, *command], cwd=ROOT, env=environment, stderr=log)
    for _turn in range(600):
        if "Listening at: " in (text := (folder / "log").read_text()):
            socket.write_text(text)
            return Server(process, text.partition("Listening at: ")[2].split()[0])
        time.sleep(0.1)
    raise AssertionError((folder / "log").read_text())


@pytest.fixture
def servers(demo, tmp_path) -> Iterator[list[Server]]:
    """Two of them, over the demo of this test."""
    started = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        started.append(_start(tmp_path / name, str(settings.MEDIA_ROOT)))
    for server in started:  # a worker that begins makes all forget: each has begun when it has answered
        assert server.get("/-/live/")[0] == 200
    yield started
    for server in started:
        server.process.terminate()
        server.process.wait(PATIENCE)


def _first(model: type[Page], **conditions: Any) -> Any:
    return model.objects.live().filter(locale__language_code="ru", **conditions).order_by("pk").first()


def _publish(page: Page, **changes: Any) -> None:
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


# Each gives the addresses that show the change, and makes it.


def publish_news() -> tuple[list[str], Callable]:
    page = NewsPage.objects.live().filter(locale__language_code="ru").newest_first().first()
    return [page.url, "/news/", "/", "/news/feed.atom"], lambda: _publish(page, title=MARK)


def save_in_menu() -> tuple[list[str], Callable]:
    page = next(page for page in _first(HomePage).get_children().live().in_menu())
    return ["/", "/feedback/", "/nowhere/"], lambda: Page.objects.filter(pk=page.pk).update(title=MARK)


def change_topic() -> tuple[list[str], Callable]:
    page = _first(ProjectPage, topics__isnull=False)
    topic = page.topics.first()
    return [page.url, "/projects/"], lambda: Topic.objects.filter(pk=topic.pk).update(title=MARK)


def change_organisation() -> tuple[list[str], Callable]:
    page = _first(ProjectPage, organisation__isnull=False)
    organisation = Organisation.objects.get(pk=page.organisation_id)

    def change() -> None:
        organisation.title = MARK
        organisation.save()

    return [page.url], change


def change_settings() -> tuple[list[str], Callable]:
    def change() -> None:
        own = SiteSettings.for_site(Site.objects.get(is_default_site=True))
        own.address = own.address_english = MARK
        own.save()

    return ["/", "/en/", "/nowhere/", "/councils/"], change


def add_response() -> tuple[list[str], Callable]:
    resolution = _first(ResolutionPage)
    item = Recommendation.objects.filter(section__page=resolution).first()
    url = f"{resolution.url}{item.slug}/"

    def change() -> None:
        ResponseFactory(recommendation_key=item.translation_key, text=MARK, date=timezone.localdate())

    return [url], change


def change_council() -> tuple[list[str], Callable]:
    page = _first(CouncilPage)
    return [page.url, "/councils/councils.csv"], lambda: _publish(page, title=MARK)


def change_document() -> tuple[list[str], Callable]:
    page = _first(DocumentPage)
    return [page.url, page.get_parent().url], lambda: _publish(page, title=MARK)


def change_picture() -> tuple[list[str], Callable]:
    page = _first(NewsPage, picture__isnull=False)

    def change() -> None:
        image = SiteImage.objects.get(pk=page.picture_id)
        image.credit = MARK
        image.save()

    return [page.url], change


def change_english() -> tuple[list[str], Callable]:
    page = NewsPage.objects.live().filter(locale__language_code="en").first()
    return [page.url], lambda: _publish(page, title=MARK)


CHANGES = [
    publish_news,
    save_in_menu,
    change_topic,
    change_organisation,
    change_settings,
    add_response,
    change_council,
    change_document,
    change_picture,
    change_english,
]


def test_every_kind_of_change_shows_in_both_processes_at_once(servers):
    for prepare in CHANGES:
        paths, change = prepare()
        for path in paths:
            for server in servers:
                server.get(path)
                assert MARK not in server.get(path)[1], (prepare.__name__, path)
        change()
        for path in paths:
            for server in servers:
                assert MARK in server.get(path)[1], (prepare.__name__, path)
        _take_back(servers, paths)


def _take_back(servers: list[Server], paths: list[str]) -> None:
    """The word is free again for the next change."""
    with sqlite3.connect(connection.settings_dict["NAME"]) as database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            if table.startswith(("search", "sqlite", "wagtailsearch")):
                continue
            for column in database.execute(f"PRAGMA table_info({table})").fetchall():
                if column[2].startswith(("varchar", "text")):
                    database.execute(
                        f'UPDATE {table} SET "{column[1]}" = \'Клён\' WHERE "{column[1]}" = ?',  # noqa: S608
                        [MARK],
                    )
    database.close()
    stamp.bump()


def test_pages_are_kept_until_somebody_says_that_content_has_changed(servers):
    """Without it the test above would prove nothing: here the change goes past the site."""
    page = _first(NewsPage)
    before = [server.get(page.url) for server in servers]
    with sqlite3.connect(connection.settings_dict["NAME"]) as database:
        database.execute("UPDATE wagtailcore_page SET title = ? WHERE id = ?", [MARK, page.pk])
    database.close()
    assert [server.get(page.url) for server in servers] == before
    stamp.bump()
    assert all(MARK in server.get(page.url)[1] for server in servers)


def test_pages_come_go_move_and_lead_on_in_both_processes_at_once(servers):
    news, other = NewsPage.objects.live().filter(locale__language_code="ru").order_by("pk")[:2]

    def statuses(path: str) -> set[int]:
        return {server.get(path)[0] for server in servers}

    url = news.url
    assert statuses(url) == {200}
    news.unpublish()
    assert statuses(url) == {404}
    assert not any(news.title in server.get("/news/")[1] for server in servers)
    news.save_revision().publish()
    assert statuses(url) == {200}
    _publish(news, slug="yasen")
    assert statuses("/news/yasen/") == {200}
    Redirect.objects.update_or_create(old_path=url.rstrip("/"), defaults={"redirect_link": "/news/yasen/"})
    assert statuses(url) == {301}
    assert statuses(other.url) == {200}
    restriction = PageViewRestriction.objects.create(page=other, restriction_type="login")
    assert statuses(other.url) == {302}
    restriction.delete()
    assert statuses(other.url) == {200}
    url = other.url
    other.delete()
    assert statuses(url) == {404}


def test_a_process_that_begins_distrusts_what_was_kept(servers, tmp_path):
    before = stamp.read()
    (tmp_path / "three").mkdir()
    server = _start(tmp_path / "three", str(settings.MEDIA_ROOT))
    assert server.get("/")[0] == 200
    server.process.terminate()
    server.process.wait(PATIENCE)
    assert stamp.read() != before
