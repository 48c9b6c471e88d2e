"""The demo's part of projects."""

from core.demo import DemoKit

from . import contests, councils, practices, projects


def load(kit: DemoKit) -> None:
    """Councils first: others are theirs. What names a project comes last."""
    councils.load(kit)
    practices.load(kit)
    contests.load(kit)
    projects.load(kit)
    practices.add_projects(kit)
    contests.add_winners(kit)
