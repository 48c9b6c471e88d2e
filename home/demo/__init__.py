"""The demo's news, pages and events."""

from core.demo import DemoKit


def load(kit: DemoKit) -> None:
    """Fill the sections that :mod:`home.demo.base` laid out."""
