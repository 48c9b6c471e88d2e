"""What every test may ask for, and how tests are shared among processes."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client, TransactionTestCase, override_settings
from django.utils import translation

from core import caching
from core.contacts.forms import AddressForm
from core.page_cache import stamp
from tests import databases
from tests.factories.core import TestSite, make_site, stamped
from tests.reading import link_in_letter


@pytest.fixture(scope="session")
def django_db_keepdb(request: pytest.FixtureRequest) -> bool:
    """The copy of the migrated SQLite database is what the tests run on."""
    return connection.vendor == "sqlite" or bool(request.config.getvalue("reuse_db"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> Iterator[None]:
    """Start from a database that is migrated already; see :mod:`tests.databases`."""
    if connection.vendor == "sqlite":
        copy = databases.copy_for_this_process()
        connection.settings_dict["TEST"]["NAME"] = str(copy)
        yield
        connection.close()
        shutil.rmtree(copy.parent)
    else:
        connection.settings_dict["TEST"]["TEMPLATE"] = databases.migrated_template(os.environ["DATABASE_URL"])
        yield


@pytest.fixture(scope="session", autouse=True)
def _committed_is_undone() -> Iterator[None]:
    """After a test that commits, the database is what it was: files of tests run in any order."""
    if connection.vendor != "sqlite":
        yield
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: databases.restore())
        yield


@pytest.fixture(scope="session", autouse=True)
def _data_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What one process of a parallel run publishes makes no other forget, nor the developer's own site."""
    with override_settings(DATA_DIR=tmp_path_factory.mktemp("data")):
        yield


@pytest.fixture(autouse=True)
def _fresh_start():
    """No test inherits what is remembered of the content, nor the language that a request left to the thread."""
    cache.clear()
    stamp.bump()
    translation.activate(settings.LANGUAGE_CODE)
    yield
    cache.clear()


@pytest.fixture
def as_served(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Let values be remembered in this test's transaction, as between two requests to the served site.

    Call it after content was changed: the stamp that makes them forgotten moves at a commit, and there is none here.
    """
    monkeypatch.setattr(caching, "_may_roll_back", lambda: False)
    caching._remembered.clear()
    yield caching._remembered.clear
    caching._remembered.clear()


@pytest.fixture
def site(db) -> TestSite:
    """A small bilingual site: ``site.home`` (Russian), ``site.home_en``, ``site.settings``, ``site.ru``, ``.en``."""
    return make_site()


@pytest.fixture
def site_committed(transactional_db) -> TestSite:
    """The same for tests whose data another thread reads (a live server); the database is restored after."""
    return make_site()


@pytest.fixture
def last_link() -> Callable[[], str]:
    """Send what is due; the link to confirm in the last letter that has one."""
    return link_in_letter


@pytest.fixture
def signed_in(last_link) -> Callable[[str], Client]:
    """A visitor who has opened «My page» of an address."""

    def open_page(email: str) -> Client:
        client = Client()
        client.post("/me/", stamped(AddressForm.form_name, {"email": email}))
        client.post(last_link())
        return client

    return open_page


@pytest.fixture
def demo(django_db_setup, django_db_blocker, settings, tmp_path) -> Iterator[None]:
    """The whole demo, loaded, in a database and a folder of this test's own."""
    with django_db_blocker.unblock(), databases.demo() as media:
        settings.MEDIA_ROOT = shutil.copytree(media, tmp_path / "media")
        yield
