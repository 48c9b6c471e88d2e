"""Bringing the index to what the site holds now, and saying where it differs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wagtail.documents import get_document_model
from wagtail.models import Page

from search.engines.database import current_engine
from search.index.documents import drafts_of_documents
from search.index.pages import SITE_ROOT_DEPTH, PublicPages, drafts_of_pages
from search.index.store import Draft, Written, write
from search.models import AttachedFile, SearchEntry

BATCH = 100
PAGE, DOCUMENT = SearchEntry.Source.PAGE, SearchEntry.Source.DOCUMENT
_COMPARED = ("source", "source_id", "part", "language", "digest", "title")


def update(source: str, ids: Iterable[int]) -> None:
    """Bring the entries of these pages or documents to what they are now; those that are gone lose theirs."""
    public = PublicPages()
    listed = list(ids)
    for start in range(0, len(listed), BATCH):
        batch = listed[start : start + BATCH]
        offered = _drafts(source, batch, public)
        publish(write([draft for some in offered.values() for draft in some], replacing=[(source, pk) for pk in batch]))
        if source == PAGE and (files := _attach(offered, batch)):
            update(DOCUMENT, files)


def _drafts(source: str, ids: Iterable[int], public: PublicPages) -> dict[int, list[Draft]]:
    return drafts_of_pages(ids, public) if source == PAGE else drafts_of_documents(ids)


def _attach(offered: Mapping[int, Sequence[Draft]], page_ids: Sequence[int]) -> list[int]:
    """Keep which files belong to these pages; returns the documents that came to a page or lost theirs."""
    wanted = {
        (file, page)
        for page, drafts in offered.items()
        for draft in drafts
        for file in (*draft.offer.files, *draft.offer.originals)
    }
    known = set(AttachedFile.objects.filter(page_id__in=page_ids).values_list("document_id", "page_id"))
    for document, page in known - wanted:
        AttachedFile.objects.filter(document_id=document, page_id=page).delete()
    AttachedFile.objects.bulk_create(
        [AttachedFile(document_id=document, page_id=page) for document, page in wanted - known], ignore_conflicts=True
    )
    return sorted({document for document, _page in wanted ^ known})


def pages_of(document_ids: Iterable[int]) -> list[int]:
    """Pages that these documents are found with."""
    return list(AttachedFile.objects.filter(document_id__in=document_ids).values_list("page_id", flat=True).distinct())


def publish(written: Written) -> None:
    """Tell the engine what came and went."""
    engine = current_engine()
    if written.changed:
        engine.put(written.changed)
    if written.removed:
        engine.drop(written.removed)


def everything() -> Iterator[tuple[str, list[int]]]:
    """All sources in batches: what there is now, and what has entries but is no more."""
    sources = (
        (PAGE, Page.objects.filter(depth__gte=SITE_ROOT_DEPTH)),
        (DOCUMENT, get_document_model().objects.all()),
    )
    for source, queryset in sources:
        indexed = SearchEntry.objects.filter(source=source).values_list("source_id", flat=True)
        ids = sorted({*queryset.values_list("pk", flat=True), *indexed})
        for start in range(0, len(ids), BATCH):
            yield source, ids[start : start + BATCH]


@dataclass(frozen=True)
class Difference:
    """A page or document whose entries are missing, left over ("stale") or of an older text ("changed")."""

    source: str
    source_id: int
    reason: str
    title: str


def differences() -> Iterator[Difference]:
    """Everything that a reindex would change, source by source."""
    public = PublicPages()
    for source, ids in everything():
        wanted = _drafts(source, ids, public)
        for source_id in ids:
            drafts = {draft.identity: draft for draft in wanted.get(source_id, [])}
            rows = SearchEntry.objects.filter(source=source, source_id=source_id)
            known = {tuple(row[:4]): row[4:] for row in rows.values_list(*_COMPARED)}
            if reason := _reason(drafts, known):
                title = next((draft.offer.title for draft in drafts.values()), "")
                yield Difference(source, source_id, reason, title or next((row[1] for row in known.values()), ""))


def _reason(drafts: dict[tuple, Draft], known: dict[tuple, tuple]) -> str:
    if known.keys() - drafts.keys():
        return "stale"
    if drafts.keys() - known.keys():
        return "missing"
    return "changed" if any(known[identity][0] != draft.digest for identity, draft in drafts.items()) else ""
