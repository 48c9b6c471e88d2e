"""What every test may ask for."""

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import translation

from tests.factories.core import TestSite, make_site


@pytest.fixture(autouse=True)
def _fresh_start():
    """No test inherits the cached root paths of sites, nor the language that a request left to the thread."""
    cache.clear()
    translation.activate(settings.LANGUAGE_CODE)
    yield
    cache.clear()


@pytest.fixture
def site(db) -> TestSite:
    """A small bilingual site: ``site.home`` (Russian), ``site.home_en``, ``site.settings``, ``site.ru``, ``.en``."""
    return make_site()


@pytest.fixture
def site_after_flush(transactional_db) -> TestSite:
    """The same for tests whose data another thread reads (a live server): the database is real, and emptied after."""
    return make_site()
