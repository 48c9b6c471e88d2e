"""The demo's part of projects."""

from core.demo import DemoKit

from . import contests, councils, practices, projects


def load(kit: DemoKit) -> None:
    """Councils first: others are theirs. Winners come last: they need both contests and projects."""
    councils.load(kit)
    practices.load(kit)
    contests.load(kit)
    projects.load(kit)
    contests.add_winners(kit)
