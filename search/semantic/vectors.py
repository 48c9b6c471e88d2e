"""Making vectors of entries, keeping them as bytes, and finding the nearest."""

import hashlib
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from django.db.models import F, Max, Q, QuerySet

from core.embeddings import Encoder
from search.models import EntryVector, NearnessFloor, SearchEntry

#: What of an entry the model reads: it takes some 500 pieces of words, and the beginning says what a page is about.
_TEXT = 700
_BATCH = 16
_CHUNK = 8_192
_FULL = 127
#: For so long a process trusts that no vector came or went.
_TRUSTED_SECONDS = 30.0
#: Nothing of this is on a municipality's site; how near it comes tells what nearness means nothing.
_ABSENT = {
    "ru": (
        "рецепт шарлотки с яблоками", "купить ноутбук недорого", "скачать музыку бесплатно", "курс биткоина",
        "теорема пифагора доказательство", "сколько ног у паука", "как приручить дракона",
        "турнирная таблица лиги чемпионов",
        "отзывы о пылесосе", "аренда яхты в греции", "схема вязания шапки", "уравнение шрёдингера", "песни про любовь",
        "ремонт айфона замена экрана", "сонник к чему снится рыба", "авиабилеты в турцию", "квадратный корень из семи",
        "столица австралии", "аниме смотреть онлайн", "кто написал лунную сонату",
    ),
    "en": (
        "apple pie recipe", "cheap laptop", "download music", "bitcoin price", "proof of pythagoras theorem",
        "how many legs has a spider", "how to train a dragon", "champions league table", "vacuum cleaner reviews",
        "yacht charter in greece", "knitting pattern", "schrodinger equation", "love songs", "phone screen replacement",
        "meaning of dreams", "flights to turkey", "square root of seven", "capital of australia", "watch anime online",
        "who composed the moonlight sonata",
    ),
}  # fmt: skip
#: The floor is what this share of them stays below.
_FLOOR_QUANTILE = 1.0


def model_key(encoder: Encoder) -> str:
    return hashlib.blake2b(encoder.name.encode(), digest_size=16).hexdigest()


def packed(vectors: np.ndarray) -> np.ndarray:
    """Rows of length 1 as signed bytes, the largest value of each taking the whole range."""
    largest = np.maximum(np.abs(vectors).max(axis=1, keepdims=True), 1e-9)
    return np.rint(vectors / largest * _FULL).astype(np.int8)


# --- making -----------------------------------------------------------------------------------------------------------


def waiting(encoder: Encoder, using: str = "default") -> QuerySet[SearchEntry]:
    """Entries without a vector of this model, or with one of an older text."""
    fresh = Q(vector_of__model=model_key(encoder), vector_of__digest=F("digest"))
    return SearchEntry.objects.using(using).exclude(pk__in=SearchEntry.objects.using(using).filter(fresh).values("pk"))


def embed(encoder: Encoder, entry_ids: Iterable[int], using: str = "default") -> Iterator[int]:
    """Make and store vectors batch by batch, so that a break loses one batch; yields how many came.

    Ends early when the encoder does not answer.
    """
    ids = list(entry_ids)
    key = model_key(encoder)
    for start in range(0, len(ids), _BATCH):
        entries = list(SearchEntry.objects.using(using).filter(pk__in=ids[start : start + _BATCH]))
        vectors = encoder.encode([passage(entry) for entry in entries], "passage")
        if vectors is None:
            return
        rows = [
            EntryVector(entry_id=entry.pk, model=key, digest=entry.digest, vector=row.tobytes())
            for entry, row in zip(entries, packed(vectors) if entries else (), strict=True)
        ]
        EntryVector.objects.using(using).bulk_create(
            rows, update_conflicts=True, unique_fields=["entry"], update_fields=["model", "digest", "vector"]
        )
        yield len(rows)


def passage(entry: SearchEntry) -> str:
    """What the model reads of an entry."""
    return f"{entry.title}. {entry.context} {entry.text}"[:_TEXT]


def calibrate(encoder: Encoder, language: str, using: str = "default") -> float | None:
    """Measure and keep the floor of a language: how near absent things come. None while the encoder is away."""
    vectors = encoder.encode(_ABSENT.get(language, _ABSENT["en"]), "query")
    matrix = load(encoder, language, using)
    if vectors is None or matrix is None:
        return None
    best = [float(matrix.nearness(vector).max()) for vector in vectors]
    floor = float(np.quantile(best, _FLOOR_QUANTILE))
    NearnessFloor.objects.using(using).update_or_create(
        model=model_key(encoder), language=language, defaults={"floor": floor}
    )
    _floor.cache_clear()
    return floor


# --- finding ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Matrix:
    """The vectors of one language: keys of entries and their sites, rows of bytes, factors that make lengths 1."""

    ids: np.ndarray
    sites: np.ndarray
    rows: np.ndarray
    factors: np.ndarray

    def nearness(self, query: np.ndarray) -> np.ndarray:
        """Cosines of every row with ``query``, a vector of length 1."""
        found = np.empty(len(self.ids), np.float32)
        for start in range(0, len(self.ids), _CHUNK):
            part = slice(start, start + _CHUNK)
            found[part] = self.rows[part].astype(np.float32) @ query
        return found * self.factors

    def nearest(self, query: np.ndarray, site_id: int, number: int) -> list[tuple[int, float]]:
        """The nearest entries of a site with their cosines, best first."""
        cosines = self.nearness(query)
        cosines[(self.sites != 0) & (self.sites != site_id)] = -1
        number = min(number, len(cosines))
        best = np.argpartition(-cosines, number - 1)[:number]
        return [(int(self.ids[place]), float(cosines[place])) for place in best[np.argsort(-cosines[best])]]


def load(encoder: Encoder, language: str, using: str = "default") -> Matrix | None:
    """The matrix of a language, kept in the process while nothing changes; None where there are no vectors."""
    key = model_key(encoder)
    return _matrix(using, language, key, _stamp(using, key, int(time.monotonic() / _TRUSTED_SECONDS)))


@lru_cache(maxsize=4)
def _stamp(using: str, key: str, moment: int) -> tuple[object, int]:
    """What changes when a vector does."""
    entries = SearchEntry.objects.using(using).filter(vector_of__model=key)
    return entries.aggregate(newest=Max("updated_at"))["newest"], entries.count()


@lru_cache(maxsize=4)
def _matrix(using: str, language: str, key: str, stamp: tuple[object, int]) -> Matrix | None:
    found = EntryVector.objects.using(using).filter(model=key, entry__language=language)
    rows = list(found.values_list("entry_id", "entry__site_id", "vector"))
    if not rows:
        return None
    values = np.frombuffer(b"".join(bytes(row[2]) for row in rows), np.int8).reshape(len(rows), -1)
    lengths = np.sqrt((values.astype(np.float32) ** 2).sum(axis=1))
    ids, sites = (np.array([row[place] for row in rows], np.int64) for place in (0, 1))
    return Matrix(ids, sites, values, 1 / np.maximum(lengths, 1e-9))


def floor_of(encoder: Encoder, language: str, using: str = "default") -> float | None:
    """The kept floor; None until it was measured."""
    return _floor(using, model_key(encoder), language, int(time.monotonic() / _TRUSTED_SECONDS))


@lru_cache(maxsize=16)
def _floor(using: str, key: str, language: str, moment: int) -> float | None:
    return (
        NearnessFloor.objects.using(using).filter(model=key, language=language).values_list("floor", flat=True).first()
    )


def forget() -> None:
    """Look at the database again at the next search, as after vectors were made."""
    for cached in (_stamp, _matrix, _floor):
        cached.cache_clear()
