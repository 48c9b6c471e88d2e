"""What the index says that the site does not, and the other way round."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from wagtail.documents import get_document_model
from wagtail.models import Page

from .indexing import PublicPages, document_draft, everything, page_drafts, public_documents
from .models import SearchEntry
from .store import Draft


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
        wanted = _wanted(source, ids, public)
        for source_id in ids:
            drafts = {draft.identity: draft for draft in wanted[source_id]}
            rows = SearchEntry.objects.filter(source=source, source_id=source_id)
            known = {tuple(row[:4]): row[4:] for row in rows.values_list(*_FIELDS)}
            if reason := _reason(drafts, known):
                title = next((draft.offer.title for draft in drafts.values()), "")
                yield Difference(source, source_id, reason, title or next((row[1] for row in known.values()), ""))


_FIELDS = ("source", "source_id", "part", "language", "digest", "title")


def _reason(drafts: dict[tuple, Draft], known: dict[tuple, tuple]) -> str:
    if known.keys() - drafts.keys():
        return "stale"
    if drafts.keys() - known.keys():
        return "missing"
    return "changed" if any(known[identity][0] != draft.digest for identity, draft in drafts.items()) else ""


def _wanted(source: str, ids: list[int], public: PublicPages) -> dict[int, list[Draft]]:
    found: dict[int, list[Draft]] = defaultdict(list)
    if source == SearchEntry.Source.PAGE:
        for page in Page.objects.filter(pk__in=ids).select_related("locale", "alias_of").specific():
            found[page.pk] = page_drafts(page, public)
    else:
        for document in get_document_model().objects.filter(public_documents(), pk__in=ids).prefetch_related("tags"):
            found[document.pk] = [document_draft(document)]
    return found
