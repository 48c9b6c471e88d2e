"""One order out of two: by words, and by meaning. Fused by reciprocal ranks; what has the words stays above."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from core.embeddings import Encoder, encoder
from russian.lemmas import is_known
from russian.tokens import is_cyrillic, words
from search.analysis import spelled
from search.query.candidates import Found
from search.query.spelling import vocabulary
from search.semantic.vectors import floor_of, load

#: How flat the worth of a rank is, and what a rank by meaning is worth beside one by words.
_FLATNESS = 10
_MEANING_WEIGHT = 0.8
_NEIGHBOURS = 60
#: Hits by meaning alone are a hint: a few are enough.
MOST_SIMILAR = 5
_MAX_QUERY = 300


@dataclass(frozen=True)
class Meaning:
    """Entries near in meaning, best first, and those of them that are near enough to be shown for that alone."""

    order: tuple[int, ...] = ()
    near: tuple[int, ...] = ()


def by_meaning(text: str, language: str, site_id: int, using: str) -> Meaning:
    """What is near to ``text``; nothing where embeddings are off, away, or not made yet."""
    source = encoder()
    if source is None or not _is_language(text, language, using):
        return Meaning()
    matrix = load(source, language, using)
    if matrix is None:
        return Meaning()
    vector = _vector(source, text[:_MAX_QUERY])
    if vector is None or len(vector) != matrix.rows.shape[1]:
        return Meaning()
    nearest = matrix.nearest(vector, site_id, _NEIGHBOURS)
    floor = floor_of(source, language, using)
    near = [pk for pk, cosine in nearest if floor is not None and cosine > floor]
    return Meaning(tuple(pk for pk, _cosine in nearest), tuple(near))


def _is_language(text: str, language: str, using: str) -> bool:
    """Whether the text has a word at all: to gibberish, the model finds something near as well.

    Words are those of the dictionary, those of the index, and whatever is in Latin letters, of which there is none.
    """
    known = vocabulary(using, language)
    return any(not is_cyrillic(word) or is_known(word) or spelled(word) in known for word in words(text))


def _vector(source: Encoder, text: str) -> np.ndarray | None:
    """The query's vector. One that was asked for a moment ago (another page of results) is not made again."""
    try:
        return _kept_vector(source, text)
    except LookupError:
        return None


@lru_cache(maxsize=512)
def _kept_vector(source: Encoder, text: str) -> np.ndarray:
    found = source.encode([text], "query")
    if found is None:
        raise LookupError("the encoder is away")  # not kept, so that it is asked again
    return found[0]


def with_meaning(found: Found, meaning: Meaning, only_order: bool = False) -> Found:
    """``found`` in the order of both, and what is near in meaning alone beside it.

    What has all of the words stays before what has some. ``only_order``: nothing is added, as where the query is
    narrowed or says what must be there.
    """
    if not meaning.order:
        return found
    pinned = found.ids[: found.named]
    rest = found.ids[found.named :]
    strict = [pk for pk in rest if pk in found.strict_ids]
    relaxed = [pk for pk in rest if pk not in found.strict_ids]
    listed = set(found.ids)
    similar = () if only_order else tuple(pk for pk in meaning.near if pk not in listed)[:MOST_SIMILAR]
    ids = (*pinned, *fused(strict, meaning.order), *fused(relaxed, meaning.order))
    return replace(found, ids=ids, similar=similar)


def fused(words: Sequence[int], meaning: Sequence[int]) -> list[int]:
    """``words`` in the order of both; what only ``meaning`` has is left out."""
    places = {pk: place for place, pk in enumerate(meaning)}

    def worth(place: int, pk: int) -> float:
        near = _MEANING_WEIGHT / (_FLATNESS + places[pk]) if pk in places else 0.0
        return 1 / (_FLATNESS + place) + near

    worths = {pk: worth(place, pk) for place, pk in enumerate(words)}
    return sorted(words, key=lambda pk: -worths[pk])
