from .entry import FacetSet, SearchEntry, SearchTerm
from .extracted import ExtractedText
from .promotion import Synonyms
from .queries import SearchedQuery
from .sync import MissedUpdate
from .word import Word

__all__ = [
    "ExtractedText",
    "FacetSet",
    "MissedUpdate",
    "SearchEntry",
    "SearchTerm",
    "SearchedQuery",
    "Synonyms",
    "Word",
]
