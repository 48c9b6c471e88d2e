"""A query as a tree over keys, which every engine writes down in its own language."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Key:
    """A key in the title or the body; in the title alone if ``title``."""

    text: str
    title: bool = False


@dataclass(frozen=True)
class Root:
    """A coarse key, shared by the words of one nest."""

    text: str


@dataclass(frozen=True)
class Prefix:
    """The beginning of a word of the title, as it is spelled."""

    text: str


@dataclass(frozen=True)
class Phrase:
    """Keys one right after another."""

    keys: tuple[str, ...]
    title: bool = False


@dataclass(frozen=True)
class All:
    """Every one of the nodes; at least one is given."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True)
class Any:
    """At least one of the nodes; at least one is given."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True)
class Without:
    """What ``node`` finds, less what ``excluded`` finds."""

    node: "Node"
    excluded: "Node"


Node = Key | Root | Prefix | Phrase | All | Any | Without


def every(nodes: Sequence[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else All(tuple(nodes))


def either(nodes: Sequence[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else Any(tuple(nodes))
