"""A kept page, and the store's bound."""

import gzip
import time

import brotli
import pytest

from core.page_cache.entries import Entry, Store, accepted_encoding

BODY = ("<p>Резолюция форума.</p>" * 100).encode()
MARK = (1, "")


def entry(body=BODY, kind="text/html; charset=utf-8", life=60, **extra):
    return Entry.of(
        "200 OK", [("Content-Type", kind)], body, stamp=MARK, expires=time.time() + life, **{"shared_for": 1} | extra
    )


@pytest.mark.parametrize(
    ("header", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=0.8, br;q=0", "gzip"),
        ("br; q=0.000, gzip ; q=0", ""),
        ("deflate", ""),
        ("", ""),
    ],
)
def test_encodings_as_the_header_allows_them(header, encoding):
    assert accepted_encoding(header) == encoding


def test_every_encoding_gives_the_same_page():
    kept = entry()
    compressed, zipped, plain = (kept.answer(header)[1] for header in ("br", "gzip", ""))
    assert brotli.decompress(compressed) == gzip.decompress(zipped) == plain == BODY
    assert dict(kept.answer("br")[0])["Content-Encoding"] == "br"
    assert "Content-Encoding" not in dict(kept.answer("")[0])
    assert int(dict(kept.answer("gzip")[0])["Content-Length"]) == len(zipped)


def test_pictures_and_scraps_stay_as_they_are():
    assert entry(b"\x89PNG" * 500, "image/png").answer("br")[1] == b"\x89PNG" * 500
    assert entry(b"ready\n", "text/plain").answer("br")[1] == b"ready\n"


def test_conditional_requests():
    kept = entry()
    etag = dict(kept.answer("")[0])["ETag"]
    assert kept.is_known(etag, "")
    assert kept.is_known(f'"other", {etag}', "")
    assert not kept.is_known('"other"', dict(kept.answer("")[0])["Last-Modified"])  # an ETag alone decides
    assert kept.is_known("", dict(kept.answer("")[0])["Last-Modified"])
    assert not kept.is_known("", "Thu, 01 Jan 2015 00:00:00 GMT")
    assert not kept.is_known("", "nonsense")
    assert dict(kept.not_modified())["ETag"] == etag


def test_equal_pages_have_equal_etags_in_all_processes():
    assert entry().etag == entry().etag != entry(BODY + b".").etag


def test_a_cache_in_front_never_outlives_the_page():
    assert "s-maxage=1" in dict(entry(shared_for=1).answer("")[0])["Cache-Control"]
    near = dict(entry(shared_for=300, life=5).answer("")[0])["Cache-Control"]
    assert int(near.rpartition("s-maxage=")[2]) <= 5
    assert "max-age=0, must-revalidate" in near


def test_the_store_holds_no_more_than_its_bytes_and_forgets_the_least_used():
    size = entry().size
    store = Store(10 * size)
    for number in range(30):
        store.put(number, entry())
        store.get(0)
    assert len(store) == 10
    assert store.get(0) is not None
    assert store.get(15) is None
    store.put("large", entry(bytes(10 * size), "image/png"))
    assert store.get("large") is None
    store.put(0, entry())
    assert len(store) == 10
