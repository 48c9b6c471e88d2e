"""How a query names a resolution or an item of one: «резолюция второго форума», «2.3 прошлого форума», «пункт 2.3»."""

from core.search import Question
from forums.editions.naming import NamedEdition, read_edition

_RESOLUTION = ("резолюция", "resolut")
_ITEM = ("пункт", "п", "рекомендация", "item", "recommend")
_WITH_THEM = ("решение", "итоговый")


def read_reference(question: Question) -> NamedEdition | None:
    """What ``question`` says of a resolution; None where it names none, or says something else as well."""
    asked = read_edition(question, ignored=(*_RESOLUTION, *_ITEM, *_WITH_THEM))
    says_resolution = question.has(*_RESOLUTION)
    names_one = says_resolution or asked.items
    tells_which = asked.is_told or says_resolution or question.has(*_ITEM)
    return asked if names_one and tells_which and not asked.rest else None
