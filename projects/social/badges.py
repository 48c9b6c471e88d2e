"""States in a sign and a word, for ``components/badge.html``."""

from dataclasses import dataclass
from typing import Any

from projects.contests.states import ContestState

from .choices import Stage


@dataclass(frozen=True)
class Badge:
    """``tone`` is good, warn, bad, accent or empty; ``icon`` a name from the set of signs."""

    label: Any
    tone: str
    icon: str


CONTEST_BADGES = {
    ContestState.ANNOUNCED: Badge(ContestState.ANNOUNCED.label, "accent", "megaphone"),
    ContestState.OPEN: Badge(ContestState.OPEN.label, "good", "check"),
    ContestState.CLOSING_SOON: Badge(ContestState.CLOSING_SOON.label, "warn", "clock"),
    ContestState.CLOSED: Badge(ContestState.CLOSED.label, "", "cross"),
    ContestState.RESULTS: Badge(ContestState.RESULTS.label, "accent", "flag"),
}
STAGE_BADGES = {
    Stage.IDEA: Badge(Stage.IDEA.label, "accent", "idea"),
    Stage.SEEKING: Badge(Stage.SEEKING.label, "warn", "megaphone"),
    Stage.UNDER_WAY: Badge(Stage.UNDER_WAY.label, "good", "progress"),
    Stage.DONE: Badge(Stage.DONE.label, "good", "done"),
    Stage.STOPPED: Badge(Stage.STOPPED.label, "", "pause"),
}
