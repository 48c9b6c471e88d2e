"""Circles in a graph of names."""

from collections import defaultdict


def strongly_connected(graph: dict[str, set[str]]) -> list[set[str]]:
    """Components in which every node reaches every other (Kosaraju, without recursion)."""
    order: list[str] = []
    seen: set[str] = set()
    for start in graph:
        walk = [(start, iter(graph[start]))] if start not in seen else []
        seen.add(start)
        while walk:
            node, rest = walk[-1]
            following = next((one for one in rest if one not in seen), None)
            if following is None:
                order.append(walk.pop()[0])
            else:
                seen.add(following)
                walk.append((following, iter(graph[following])))
    backwards: dict[str, set[str]] = defaultdict(set)
    for node, targets in graph.items():
        for target in targets:
            backwards[target].add(node)
    components, placed = [], set()
    for start in reversed(order):
        if start in placed:
            continue
        component, waiting = set(), [start]
        while waiting:
            node = waiting.pop()
            if node not in placed:
                placed.add(node)
                component.add(node)
                waiting += backwards[node]
        components.append(component)
    return components
