"""The demo's news, documents and events; the pages they stand in are made by :mod:`home.demo.base`."""

from core.demo import DemoKit

from . import documents, events, news


def load(kit: DemoKit) -> None:
    """Fill the sections that :mod:`home.demo.base` laid out."""
    news.load(kit)
    documents.load(kit)
    events.load(kit)
