"""The demo's news, documents and events; the pages they stand in are made by :mod:`home.demo.base`."""

from core.demo import DemoKit
from forums.models import ForumIndexPage

from . import documents, events, news


def load(kit: DemoKit) -> None:
    """Fill the sections that :mod:`home.demo.base` laid out."""
    news.load(kit)
    documents.load(kit)
    events.load(kit)
    put_forums_first(kit)


def put_forums_first(kit: DemoKit) -> None:
    """The menu stands in the order of the tree; the forums are what the site is about."""
    kit.home.refresh_from_db()
    first = kit.home.get_first_child()
    forums = kit.home.get_children().type(ForumIndexPage).first()
    if forums and forums.pk != first.pk:
        forums.move(first, pos="left")
