"""What an engine has to do for the search over entries; nothing else of it is known outside."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from core.breaker import Unavailable
from search.engines.nodes import Node


@dataclass(frozen=True)
class Weighted:
    """A part of the query that adds ``weight`` to what contains it."""

    node: Node
    weight: float


@dataclass(frozen=True)
class Search:
    """What an engine is asked: what must match, what is worth how much, where, in which order.

    With nothing in ``weighted`` any order will do.
    """

    match: Node
    language: str
    site_id: int = 0
    weighted: tuple[Weighted, ...] = field(default=())
    facet_sets: frozenset[int] | None = None
    newest_first: bool = False


class EngineUnavailable(Unavailable):
    """The engine does not answer, or not in time."""


class EntryEngine:
    """Stores keys of entries, finds and counts them.

    ``using`` is the database alias where the entries live; ``name`` is how settings and commands call the engine.
    """

    name: str

    def __init__(self, using: str = "default") -> None:
        self.using = using

    def count(self, search: Search) -> dict[int, int]:
        """How many entries match, by the key of their facet set. ``search.facet_sets`` is not looked at."""
        raise NotImplementedError

    def candidates(self, search: Search, limit: int, offset: int = 0) -> list[int]:
        """Keys of matching entries, the engine's best first (or the newest)."""
        raise NotImplementedError

    def put(self, entry_ids: Sequence[int]) -> None:
        """Take saved entries into the index. Engines inside the database do so by themselves."""

    @contextmanager
    def loading(self) -> Iterator[Callable[[Sequence[int]], None]]:
        """Gives what to call instead of ``put`` for a great many entries; they can be found at the end of the block."""
        yield self.put
        self.refresh()

    def refresh(self) -> None:
        """Let everything put so far be found at once."""

    def drop(self, entry_ids: Iterable[int]) -> None:
        """Forget entries."""

    def clear(self) -> None:
        """Forget everything."""

    def rebuild(self) -> None:
        """Make the index anew from the entries, without a gap for those who search meanwhile."""

    def repair(self) -> int:
        """Tell the engine what it missed; returns of how many entries."""
        return 0
