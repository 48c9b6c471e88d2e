"""Tests of kept pages turn them on."""

import pytest

from core.page_cache import pages as module
from core.page_cache.pages import Pages


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Pages:
    """The pages that this process keeps, none yet."""
    pages = Pages(8 * 1024 * 1024)
    monkeypatch.setattr(module, "_pages", pages)
    return pages
