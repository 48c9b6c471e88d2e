"""Which recommendations are connected by asking for the same again."""

from collections.abc import Mapping
from uuid import UUID


def connected_keys(key: UUID, repeats: Mapping[UUID, UUID]) -> set[UUID]:
    """Everything connected with ``key`` by repetition, both ways; a ring ends where it began.

    ``repeats`` leads from each recommendation that repeats another one to that one.
    """
    neighbours: dict[UUID, set[UUID]] = {}
    for later, earlier in repeats.items():
        neighbours.setdefault(later, set()).add(earlier)
        neighbours.setdefault(earlier, set()).add(later)
    seen, waiting = {key}, [key]
    while waiting:
        for neighbour in neighbours.get(waiting.pop(), ()):
            if neighbour not in seen:
                seen.add(neighbour)
                waiting.append(neighbour)
    return seen
