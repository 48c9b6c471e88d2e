"""Pictures of shared links."""

import io
import re

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from core.share import draw, picture_address

pytestmark = pytest.mark.django_db


def test_every_page_names_a_picture_that_is_there(client, site):
    page = client.get("/").content.decode()
    address = re.search(r'property="og:image" content="https?://[^/]+([^"]+)"', page)[1]
    response = client.get(address)
    assert response["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(response.content)).size == (1200, 630)


def test_a_picture_is_drawn_once(client, site, monkeypatch):
    address = picture_address("Итоги", "Новость", "Новодумск", "#1f5f8b")
    first = client.get(address).content
    monkeypatch.setattr("core.share.draw", lambda *words: pytest.fail("drawn again"))
    assert client.get(address).content == first
    assert len(default_storage.listdir("share")[1]) >= 1


def test_nobody_else_has_words_drawn(client, site):
    address = picture_address("Итоги", "Новость", "Новодумск", "#1f5f8b")
    assert client.get(address.replace(".png", "x.png")).status_code == 404
    assert client.get("/share/anything.png").status_code == 404


@pytest.mark.parametrize("title", ["", "Я", "Достопримечательностями " * 6, "Очень" * 40])
def test_any_title_is_drawn(title):
    assert Image.open(io.BytesIO(draw(title, "", "Новодумск", "#1f5f8b"))).size == (1200, 630)
