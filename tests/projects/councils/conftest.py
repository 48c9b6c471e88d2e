"""A register of councils."""

import pytest

from projects.councils.models import CouncilIndexPage
from tests.factories.councils import CouncilIndexFactory


@pytest.fixture
def register(site) -> CouncilIndexPage:
    return CouncilIndexFactory(parent=site.home, locale=site.ru)


@pytest.fixture
def read(client):
    """``read(url)`` → the page's HTML with ordinary spaces."""

    def one(url: str, query: dict | None = None) -> str:
        return client.get(url, query).content.decode().replace("\u00a0", " ").replace("\u202f", " ")

    return one
