"""Which requests may be answered with a kept page."""

import pytest
from django.test import RequestFactory

from core.page_cache.keys import key_of


def key(path="/news/", method="get", **extra):
    return key_of(getattr(RequestFactory(), method)(path, **extra).META)


def test_what_a_page_depends_on_is_in_its_key():
    keys = {
        key(),
        key("/en/news/"),
        key("/news/?page=2"),
        key(HTTP_HOST="forum.example.org"),
        key(secure=True),
        key(HTTP_COOKIE="view=150"),
        key(HTTP_COOKIE="view=dark"),
    }
    assert len(keys) == 7
    assert None not in keys


def test_what_changes_nothing_is_not():
    assert key("/news/?utm_source=mail&yclid=5") == key()
    assert key("/news/?page=2&utm_campaign=x") == key("/news/?page=2")
    assert key(HTTP_COOKIE="csrftoken=abc; counter=7; view=") == key()
    assert key(HTTP_USER_AGENT="robot", HTTP_ACCEPT_LANGUAGE="en") == key()
    assert key(method="head") == key()


@pytest.mark.parametrize(
    "request_of",
    [
        {"HTTP_COOKIE": "sessionid=abc"},
        {"HTTP_COOKIE": "theme=x; sessionid="},
        {"HTTP_COOKIE": "messages=abc"},
        {"HTTP_COOKIE": "view=<script>"},
        {"HTTP_COOKIE": "view=150.dark"},
        {"HTTP_AUTHORIZATION": "Basic abc"},
        {"method": "post"},
        {"method": "options"},
        {"path": "/admin/"},
        {"path": "/documents/5/plan.pdf"},
        {"path": "/-/ready/"},
        {"path": "/media/images/a.jpg"},
        {"path": "/news/?topic=" + "a" * 600},
    ],
)
def test_what_belongs_to_one_visitor_has_no_key(request_of):
    assert key(**request_of) is None


def test_https_is_told_as_django_tells_it(settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert key(HTTP_X_FORWARDED_PROTO="https").secure
    assert not key(HTTP_X_FORWARDED_PROTO="http", secure=True).secure
    assert not key().secure
