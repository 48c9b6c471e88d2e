"""The demo's part of projects."""

from core.demo import DemoKit


def load(kit: DemoKit) -> None:
    """Nothing yet."""
