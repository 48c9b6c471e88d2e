"""Wagtail's search queries as trees over keys: what the admin asks, in the words of the site's search."""

from modelsearch.query import And, Boost, Fuzzy, MatchAll, Not, Or, Phrase, PlainText, SearchQuery

from search.engines.nodes import Key, Node, Prefix, Root, Without, either, every
from search.query.parser import last_word, parse, phrase_term
from search.query.plan import clauses, sequence_node, strict_match


class Everything:
    """Stands for a query that every object matches."""


class Nothing:
    """Stands for a query that no object matches."""


EVERYTHING, NOTHING = Everything(), Nothing()
Tree = Node | Everything | Nothing


def tree(query: SearchQuery) -> Tree:
    """The tree of a query; typed text keeps its quotes and minuses."""
    match query:
        case MatchAll():
            return EVERYTHING
        case PlainText() | Fuzzy():
            return _text(query.query_string, query.operator)
        case Phrase():
            term = phrase_term(query.query_string)
            return sequence_node(term.keys) if term else NOTHING
        case Boost():
            return tree(query.subquery)
        case And():
            return _both(query)
        case Or():
            found = [tree(child) for child in query.subqueries]
            if any(isinstance(child, Everything) for child in found):
                return EVERYTHING
            nodes = [child for child in found if not isinstance(child, Nothing | Everything)]
            return either(nodes) if nodes else NOTHING
        case Not():
            inner = tree(query.subquery)
            return NOTHING if isinstance(inner, Everything) else EVERYTHING
    raise NotImplementedError(type(query).__name__)


def _both(query: And) -> Tree:
    """Everything asked for, less everything that is not wanted."""
    wanted = [tree(child) for child in query.subqueries if not isinstance(child, Not)]
    unwanted = [tree(child.subquery) for child in query.subqueries if isinstance(child, Not)]
    if any(isinstance(child, Nothing) for child in wanted) or any(isinstance(child, Everything) for child in unwanted):
        return NOTHING
    nodes = [child for child in wanted if not isinstance(child, Nothing | Everything)]
    excluded = [child for child in unwanted if not isinstance(child, Nothing | Everything)]
    if not nodes:
        return EVERYTHING
    return Without(every(nodes), either(excluded)) if excluded else every(nodes)


def _text(text: str, operator: str) -> Tree:
    parsed = parse(text)
    if not parsed.terms:
        return NOTHING
    found = clauses(parsed)
    if operator == "or":
        return either([clause.node() for clause in found])
    return strict_match(found, parsed.excluded)


def beginning(query: SearchQuery) -> Tree:
    """The tree of what is being typed: the last word may go on."""
    if isinstance(query, MatchAll):
        return EVERYTHING
    if not isinstance(query, PlainText):
        return tree(query)
    before, last = last_word(query.query_string)
    if not last:
        return NOTHING
    nodes = [clause.node() for clause in clauses(parse(before)) if not clause.is_function]
    nodes.append(typed_word(last))
    return either(nodes) if query.operator == "or" else every(nodes)


def typed_word(last: str) -> Node:
    """A word of which perhaps only the beginning is there."""
    whole: list[Node] = [Prefix(last)]
    for term in parse(last).terms:
        whole += [Key(term.keys[0]), *(Root(root) for root in term.roots)]
    return either(whole)
