"""The demo's part of forums."""

from core.demo import DemoKit


def load(kit: DemoKit) -> None:
    """Nothing yet."""
