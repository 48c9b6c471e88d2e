from .index import FACETS, TERM_FACETS, AttachedFile, ExtractedText, FacetSet, MissedUpdate, SearchEntry, SearchTerm
from .queries import SearchedQuery, Synonyms
from .vectors import EntryVector, NearnessFloor
from .word import Word

__all__ = [
    "FACETS",
    "TERM_FACETS",
    "AttachedFile",
    "EntryVector",
    "ExtractedText",
    "FacetSet",
    "MissedUpdate",
    "NearnessFloor",
    "SearchEntry",
    "SearchTerm",
    "SearchedQuery",
    "Synonyms",
    "Word",
]
