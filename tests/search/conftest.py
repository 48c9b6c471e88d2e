"""Pages to search for, and commits that happen."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from home.pages.models import ContentPage
from search.query import spelling


@pytest.fixture(autouse=True)
def _no_words_of_the_test_before():
    """Keys of words count on for ever on a site; rolled back, they come again for other words."""
    for remembered in (spelling._vocabulary, spelling._skeletons, spelling._keys):
        remembered.cache_clear()


@pytest.fixture
def commits(django_capture_on_commit_callbacks) -> Callable[[], Any]:
    """``with commits():`` runs what waits for the commit, as after a request."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def add_page(site, commits) -> Iterator[Callable[..., ContentPage]]:
    """Adds a live page below ``parent`` (the front page by default), indexed."""

    def add(title: str, parent=None, body: str = "", **fields: Any) -> ContentPage:
        fields.setdefault("slug", f"page-{ContentPage.objects.count() + 1}")
        page = ContentPage(title=title, locale=(parent or site.home).locale, **fields)
        if body:
            page.body = [("paragraph", f"<p>{body}</p>")]
        with commits():
            (parent or site.home).add_child(instance=page)
        return page

    return add
