"""Writing entries: keys are made, facet sets and names of terms kept, the vocabulary counted."""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

from django.db import transaction
from django.utils.translation import override

from core.search import PAGE, SearchOffer, search_kinds
from russian.tokens import clean
from search.analysis import index_keys
from search.index.bulk_insert import insert
from search.models import TERM_FACETS, FacetSet, SearchEntry, SearchTerm, Word

#: Raised when the analysis changes, so that every entry counts as changed at the next look.
ANALYSIS_VERSION = "2"
_MAX_TEXT = 400_000
_BATCH = 500
#: How often each word stands in entries, by language and whether it is a key.
Counts = dict[tuple[str, bool], Counter[str]]
Built = tuple[SearchEntry, frozenset[str]]


@dataclass(frozen=True)
class Draft:
    """An entry before analysis: an offer, and where it came from."""

    offer: SearchOffer
    source: str
    source_id: int
    language: str
    url: str
    site_id: int = 0
    trail: tuple[str, ...] = ()
    extra_text: str = field(default="", repr=False)

    @cached_property
    def identity(self) -> tuple[str, int, str, str]:
        return self.source, self.source_id, self.offer.key[:100], self.language

    @cached_property
    def digest(self) -> str:
        """Changes when anything does that an entry is made of."""
        offer = self.offer
        values = [
            ANALYSIS_VERSION, self.site_id, self.url, self.trail, self.extra_text, offer.kind, offer.title, offer.text,
            offer.context, offer.year, str(offer.date), offer.topics, offer.addressees, offer.territories, offer.boost,
            str(offer.ends), offer.files, offer.originals,
        ]  # fmt: skip
        return hashlib.blake2b(json.dumps(values, default=str).encode(), digest_size=16).hexdigest()

    @cached_property
    def facet_set(self) -> FacetSet:
        offer = self.offer
        terms = tuple((name, tuple(key for key, _label in getattr(offer, name))) for name in TERM_FACETS)
        return _facet_set(self.site_id, self.language, offer.kind, offer.year, terms)


@lru_cache(maxsize=5_000)
def _facet_set(site_id: int, language: str, kind: str, year: int | None, terms: tuple) -> FacetSet:
    return FacetSet.build(site_id=site_id, language=language, kind=kind, year=year, **dict(terms))


@dataclass(frozen=True)
class Written:
    """Keys of the entries that came or changed, and of those that went."""

    changed: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()


def build(draft: Draft) -> Built:
    """The unsaved entry of a draft, and the spellings of its words."""
    offer = draft.offer
    title = clean(" ".join(offer.title.split()))[:500]
    text = clean("\n".join(part for part in (offer.text, draft.extra_text) if part))[:_MAX_TEXT]
    of_title, of_body = index_keys(title), index_keys(_body(offer.context, text, offer.kind, draft.language))
    entry = SearchEntry(
        source=draft.source,
        source_id=draft.source_id,
        part=offer.key[:100],
        site_id=draft.site_id,
        language=draft.language,
        kind=offer.kind,
        date=offer.date,
        ends=offer.ends,
        boost=offer.boost,
        facet_set_id=draft.facet_set.pk,
        title_length=of_title.length,
        body_length=of_body.length,
        digest=draft.digest,
        url=draft.url[:1000],
        title=title,
        context=clean(offer.context)[:500],
        trail=list(draft.trail),
        text=text,
        title_keys=of_title.keys,
        body_keys=of_body.keys,
        root_keys=f"{of_title.roots} {of_body.roots}".strip(),
        word_keys=of_title.words,
    )
    return entry, of_title.spellings | of_body.spellings


def _body(context: str, text: str, kind: str, language: str) -> str:
    """What is found of an entry beside its title: the words of its kind too, so that «новость о дворе» finds one."""
    return f"{clean(context)}\n{text}\n{kind_words(kind, language)}"


@cache
def kind_words(kind: str, language: str) -> str:
    """What people call things of this kind; nothing for a plain page."""
    known = search_kinds().get(kind)
    if known is None or known is PAGE:
        return ""
    with override(language):
        return clean(known.words)


def write(drafts: Sequence[Draft], replacing: Iterable[tuple[str, int]] = (), using: str = "default") -> Written:
    """Bring the index to what ``drafts`` say. Entries of ``replacing`` sources that no draft names are removed."""
    with transaction.atomic(using=using):
        known = _known({(draft.source, draft.source_id) for draft in drafts} | set(replacing), using)
        fresh = [draft for draft in drafts if known.get(draft.identity, (0, ""))[1] != draft.digest]
        named = {draft.identity for draft in drafts}
        gone = [pk for identity, (pk, _digest) in known.items() if identity not in named]
        replaced = {draft.identity: known[draft.identity][0] for draft in fresh if draft.identity in known}
        changed: list[int] = []
        counts: Counts = defaultdict(Counter)
        _keep_facets(fresh, using)
        for built in _built_ahead(fresh):
            changed += _write_batch(built, replaced, counts, using)
        _keep_words(counts, using)
        remove(gone, using)
    return Written(tuple(changed), tuple(gone))


def _built_ahead(drafts: Sequence[Draft]) -> Iterator[list[tuple[Draft, Built]]]:
    """Batches of built entries; while the database writes one, the next is being analysed."""
    if len(drafts) <= _BATCH:
        yield _build_all(drafts)
        return
    with ThreadPoolExecutor(max_workers=1) as analyst:
        batches = [drafts[start : start + _BATCH] for start in range(0, len(drafts), _BATCH)]
        for future in [analyst.submit(_build_all, batch) for batch in batches]:
            yield future.result()


def _build_all(drafts: Sequence[Draft]) -> list[tuple[Draft, Built]]:
    return [(draft, build(draft)) for draft in drafts]


def _known(sources: set[tuple[str, int]], using: str) -> dict[tuple, tuple[int, str]]:
    by_source = defaultdict(list)
    for source, source_id in sources:
        by_source[source].append(source_id)
    fields = ("source", "source_id", "part", "language", "pk", "digest")
    found: dict[tuple, tuple[int, str]] = {}
    for source, ids in by_source.items():
        for start in range(0, len(ids), _BATCH):
            rows = SearchEntry.objects.using(using).filter(source=source, source_id__in=ids[start : start + _BATCH])
            found |= {tuple(row[:4]): (row[4], row[5]) for row in rows.values_list(*fields)}
    return found


def _write_batch(
    batch: Sequence[tuple[Draft, Built]], replaced: dict[tuple, int], counts: Counts, using: str
) -> list[int]:
    new: list[SearchEntry] = []
    old: list[SearchEntry] = []
    for draft, (entry, spellings) in batch:
        _count(entry, spellings, counts, 1)
        entry.pk = replaced.get(draft.identity)
        (old if entry.pk else new).append(entry)
    for entry in SearchEntry.objects.using(using).filter(pk__in=[entry.pk for entry in old]):
        _count(entry, _spellings(entry), counts, -1)
    insert(new, using)
    for entry in old:
        entry.save(using=using, force_update=True)
    return [entry.pk for entry in new + old]


def remove(entry_ids: Iterable[int], using: str = "default") -> None:
    """Take entries out of the index and their words out of the vocabulary."""
    ids = list(entry_ids)
    with transaction.atomic(using=using):
        for start in range(0, len(ids), _BATCH):
            going = SearchEntry.objects.using(using).filter(pk__in=ids[start : start + _BATCH])
            counts: Counts = defaultdict(Counter)
            for entry in going:
                _count(entry, _spellings(entry), counts, -1)
            _keep_words(counts, using)
            going.delete()


def _spellings(entry: SearchEntry) -> frozenset[str]:
    body = _body(entry.context, entry.text, entry.kind, entry.language)
    return index_keys(entry.title).spellings | index_keys(body).spellings


def _count(entry: SearchEntry, spellings: frozenset[str], counts: Counts, sign: int) -> None:
    keys, words = counts[entry.language, True], counts[entry.language, False]
    distinct = {*entry.title_keys.split(), *entry.body_keys.split()}
    if sign > 0:
        keys.update(distinct)
        words.update(spellings)
    else:
        keys.subtract(distinct)
        words.subtract(spellings)


def _keep_words(counts: Counts, using: str) -> None:
    for (language, is_key), counter in sorted(counts.items()):
        Word.objects.using(using).change(language, is_key, counter)


def _keep_facets(drafts: Sequence[Draft], using: str) -> None:
    sets = {draft.facet_set.pk: draft.facet_set for draft in drafts}
    FacetSet.objects.using(using).bulk_create(sets.values(), ignore_conflicts=True)
    terms = {
        (name, key, draft.language): SearchTerm(facet=name, key=key, language=draft.language, label=label[:255])
        for draft in drafts
        for name in TERM_FACETS
        for key, label in getattr(draft.offer, name)
    }
    SearchTerm.objects.using(using).bulk_create(
        terms.values(),
        update_conflicts=True,
        unique_fields=["key", "language", "facet"],
        update_fields=["label"],
    )
