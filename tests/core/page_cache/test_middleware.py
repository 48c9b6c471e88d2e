"""What is kept, for whom, and until when; asked through the site's addresses."""

import datetime as dt
from threading import Event, Thread

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from core.page_cache import stamp
from core.page_cache.keys import key_of
from core.page_cache.wsgi import PageCache
from home.news.models import NewsIndexPage, NewsPage

pytestmark = pytest.mark.usefixtures("demo")


@pytest.fixture
def asked(monkeypatch):
    """The addresses that reached the code below the cache."""
    seen = []
    serve = NewsIndexPage.serve

    def counted(page, request, *args, **kwargs):
        seen.append(request.get_full_path())
        return serve(page, request, *args, **kwargs)

    monkeypatch.setattr(NewsIndexPage, "serve", counted)
    return seen


def test_the_second_reader_gets_the_kept_page(kept, client, asked, django_assert_num_queries):
    first = client.get("/news/")
    with django_assert_num_queries(0):
        second = client.get("/news/")
    assert first.content == second.content
    assert len(asked) == 1
    assert second["ETag"] == first["ETag"]
    assert second["Vary"] == "Accept-Encoding, Cookie"
    assert second["Content-Security-Policy"] == first["Content-Security-Policy"]
    assert not second.cookies


def test_a_reader_who_has_the_page_gets_304(kept, client):
    etag = client.get("/news/")["ETag"]
    answer = client.get("/news/", headers={"If-None-Match": etag})
    assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", etag)
    assert client.get("/news/", headers={"If-None-Match": 'W/"old"'}).status_code == 200


def test_declared_parameters_are_kept_apart_and_others_not_at_all(kept, client, asked):
    for _turn in range(2):
        client.get("/news/?page=2")
        client.get("/news/?year=2026&page=1")
        client.get("/news/?utm_source=mail")
    assert asked == ["/news/?page=2", "/news/?year=2026&page=1", "/news/"]
    for _turn in range(2):
        assert b"evil" not in client.get("/news/").content
        client.get("/news/?evil=1")
    assert asked[3:] == ["/news/?evil=1", "/news/?evil=1"]


def test_a_signed_in_reader_gets_a_page_of_their_own(kept, client, asked):
    client.get("/news/")
    editor = Client()
    editor.force_login(get_user_model().objects.get(username="redaktor"))
    answer = editor.get("/news/")
    assert len(asked) == 2
    assert "ETag" not in answer


def test_private_pages_are_never_kept(kept, client):
    page = NewsPage.objects.live().first()
    assert client.get(page.url).status_code == 200
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.PASSWORD, password="слово")
    for _turn in range(2):
        answer = client.get(page.url)
        assert "private" in answer["Cache-Control"]
        assert kept.get(key_of(answer.wsgi_request.META)) is None


def test_previews_are_made_anew(kept, client):
    page = NewsPage.objects.live().first()
    client.get(page.url)
    page.title = "Черновик заголовка"
    preview = page.make_preview_request()
    assert "Черновик заголовка" in preview.content.decode()
    assert "Черновик заголовка" not in client.get(page.url).content.decode()


def test_what_fails_is_not_kept(kept, client, monkeypatch):
    client.raise_request_exception = False
    with monkeypatch.context() as broken:
        broken.setattr(NewsIndexPage, "get_context", lambda *args: 1 / 0)
        assert client.get("/news/").status_code == 500
    assert client.get("/news/").status_code == 200


def test_addresses_that_do_not_exist_push_out_no_pages(kept, client, django_assert_num_queries):
    client.get("/news/")
    kept.missing.limit = 100_000
    for number in range(40):
        assert client.get(f"/nowhere-{number}/").status_code == 404
    assert 0 < len(kept.missing) < 40
    with django_assert_num_queries(0):
        assert client.get("/nowhere-39/").status_code == 404
        assert client.get("/news/").status_code == 200


def test_a_page_that_comes_is_seen_where_there_was_none(kept, client):
    page = NewsPage.objects.live().first()
    url = page.url
    page.unpublish()
    assert client.get(url).status_code == 404
    page.save_revision().publish()
    assert client.get(url).status_code == 200


def test_a_page_lives_to_the_moment_at_which_its_words_change(kept, client, asked):
    noon = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)
    with time_machine.travel(noon, tick=False) as clock:
        client.get("/news/")
        clock.shift(dt.timedelta(minutes=50))
        client.get("/news/")
        assert len(asked) == 1
    with time_machine.travel(noon.replace(hour=23, minute=59, second=58), tick=False) as clock:
        stamp.bump()
        client.get("/news/")
        clock.shift(dt.timedelta(seconds=1))
        client.get("/news/")
        assert len(asked) == 2
        clock.shift(dt.timedelta(seconds=1))
        client.get("/news/")
        assert len(asked) == 3


def test_the_front_page_changes_on_the_minute(kept, client):
    moment = timezone.now().replace(second=59, microsecond=0)
    with time_machine.travel(moment, tick=False) as clock:
        made = client.get("/")["Last-Modified"]
        assert client.get("/")["Last-Modified"] == made
        clock.shift(dt.timedelta(seconds=1))
        assert client.get("/")["Last-Modified"] != made


def test_one_renders_and_the_others_get_what_it_made(kept, asked, monkeypatch):
    may_go_on, begun = Event(), Event()
    serve = NewsIndexPage.serve

    def slow(page, request, *args, **kwargs):
        begun.set()
        may_go_on.wait(30)
        return serve(page, request, *args, **kwargs)

    monkeypatch.setattr(NewsIndexPage, "serve", slow)
    answers = []
    readers = [Thread(target=lambda: answers.append(Client().get("/news/"))) for _number in range(4)]
    readers[0].start()
    begun.wait(30)
    for reader in readers[1:]:
        reader.start()
    may_go_on.set()
    for reader in readers:
        reader.join(30)
    assert [answer.status_code for answer in answers] == [200] * 4
    assert len(asked) == 1


def test_kept_pages_are_given_out_before_django(kept, client):
    page = client.get("/news/", headers={"Accept-Encoding": "br"})
    environ = page.wsgi_request.META
    started = []
    cache = PageCache(lambda environ, start_response: [b"django"])
    assert cache(environ, None) == [b"django"]  # a process that begins distrusts what was kept
    page = client.get("/news/", headers={"Accept-Encoding": "br"})
    assert cache(environ, lambda status, headers: started.append((status, dict(headers)))) == [page.content]
    assert started[0][0] == "200 OK"
    assert started[0][1]["Content-Encoding"] == "br"
    assert started[0][1]["ETag"] == page["ETag"]
    assert cache({**environ, "REQUEST_METHOD": "HEAD"}, lambda *answer: None) == [b""]
    assert cache({**environ, "HTTP_IF_NONE_MATCH": page["ETag"]}, lambda *answer: started.append(answer)) == [b""]
    assert started[-1][0] == "304 Not Modified"
    assert cache({**environ, "HTTP_COOKIE": "sessionid=1"}, None) == [b"django"]
