from .index import FACETS, TERM_FACETS, ExtractedText, FacetSet, MissedUpdate, SearchEntry, SearchTerm
from .queries import SearchedQuery, Synonyms
from .word import Word

__all__ = [
    "FACETS",
    "TERM_FACETS",
    "ExtractedText",
    "FacetSet",
    "MissedUpdate",
    "SearchEntry",
    "SearchTerm",
    "SearchedQuery",
    "Synonyms",
    "Word",
]
