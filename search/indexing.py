"""From pages and documents to entries: who is public, what they offer, where they stand."""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.db.models import Q
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site

from core.search import SearchOffer
from russian.tokens import is_cyrillic, words

from .engines.registry import current_engine
from .extraction import document_text
from .models import SearchEntry
from .store import Draft, Written, write

BATCH = 100
_SITE_ROOT_DEPTH = 2


class PublicPages:
    """Which pages an anonymous visitor may read: asked once for a batch, then answered from memory."""

    def __init__(self) -> None:
        closed = PageViewRestriction.objects.values_list("page__path", flat=True)
        drafts = Page.objects.filter(live=False).values_list("path", flat=True)
        self.closed = set(closed) | set(drafts)
        self.roots = [root.path for root in Page.objects.filter(pk__in=Site.objects.values("root_page"))]
        self.titles: dict[str, str] = {}

    def allow(self, page: Page) -> bool:
        """Whether the page and everything above it is live and open, under a site's front page."""
        steps = Page.steplen
        lineage = (page.path[:end] for end in range(steps, len(page.path) + 1, steps))
        return page.live and not page.expired and page.depth >= _SITE_ROOT_DEPTH and self.closed.isdisjoint(lineage)

    def trail(self, page: Page) -> tuple[str, ...]:
        """Titles of the pages between the front page and ``page``."""
        steps = Page.steplen
        above = [page.path[:end] for end in range(steps * (_SITE_ROOT_DEPTH + 1), len(page.path), steps)]
        missing = [path for path in above if path not in self.titles]
        if missing:
            self.titles.update(Page.objects.filter(path__in=missing).values_list("path", "title"))
        return tuple(self.titles[path] for path in above if path in self.titles)


def page_drafts(page: Page, public: PublicPages) -> list[Draft]:
    """What a page (of its own type) offers, if visitors may read it; nothing otherwise."""
    offers: Iterable[SearchOffer] = getattr(page, "get_search_offers", list)()
    if not public.allow(page) or _is_mirror(page):
        return []
    parts = page.get_url_parts()
    if not parts or not parts[2]:
        return []
    site_id, _root, path = parts
    return [
        Draft(
            offer,
            source=SearchEntry.Source.PAGE,
            source_id=page.pk,
            language=page.locale.language_code,
            url=path + offer.path,
            site_id=site_id,
            trail=public.trail(page),
        )
        for offer in offers
    ]


def _is_mirror(page: Page) -> bool:
    """Whether the page only stands in for one of another language that is not translated yet."""
    return bool(page.alias_of_id) and page.alias_of.locale_id != page.locale_id


def update_pages(page_ids: Iterable[int]) -> None:
    """Bring the entries of these pages to what the pages are now; pages that are gone lose theirs."""
    ids = list(page_ids)
    public = PublicPages()
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        pages = Page.objects.filter(pk__in=batch).select_related("locale", "alias_of").specific()
        drafts = [draft for page in pages for draft in page_drafts(page, public)]
        publish(write(drafts, replacing=[(SearchEntry.Source.PAGE, pk) for pk in batch]))


def branch_ids(page_id: int) -> list[int]:
    """A page and everything below it."""
    path = Page.objects.filter(pk=page_id).values_list("path", flat=True).first()
    return list(Page.objects.filter(path__startswith=path).values_list("pk", flat=True)) if path else [page_id]


# --- documents --------------------------------------------------------------------------------------------


def public_documents() -> Q:
    """The condition for documents of collections that are open, all the way up."""
    closed = CollectionViewRestriction.objects.values_list("collection__path", flat=True)
    condition = Q()
    for path in closed:
        condition |= Q(collection__path__startswith=path)
    return ~condition if condition else Q()


def document_draft(document) -> Draft:
    """The entry of a library document: its title, its tags, and the text of its file."""
    text = document_text(document)
    tags = " ".join(document.tags.names())
    day = document.created_at.date()
    return Draft(
        SearchOffer(kind="document", title=document.title, text=tags, date=day, year=day.year),
        source=SearchEntry.Source.DOCUMENT,
        source_id=document.pk,
        language=language_of(f"{document.title} {text[:2000]}"),
        url=document.url,
        extra_text=text,
    )


def language_of(text: str) -> str:
    """The site's language that most words are written in; by alphabet, which is enough for two."""
    found = words(text)
    cyrillic = sum(is_cyrillic(word) for word in found)
    codes = [code for code, _label in settings.LANGUAGES]
    if found and cyrillic * 2 < len(found) and "en" in codes:
        return "en"
    return settings.LANGUAGE_CODE


def update_documents(document_ids: Iterable[int]) -> None:
    """Bring the entries of these documents to what the library holds now."""
    ids = list(document_ids)
    model = get_document_model()
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        documents = model.objects.filter(public_documents(), pk__in=batch).prefetch_related("tags")
        drafts = [document_draft(document) for document in documents]
        publish(write(drafts, replacing=[(SearchEntry.Source.DOCUMENT, pk) for pk in batch]))


def collection_document_ids(collection_id: int) -> list[int]:
    """Documents of a collection and of those below it."""
    path = Collection.objects.filter(pk=collection_id).values_list("path", flat=True).first()
    return list(
        get_document_model().objects.filter(collection__path__startswith=path).values_list("pk", flat=True)
        if path
        else []
    )


# --- both -------------------------------------------------------------------------------------------------


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
        (SearchEntry.Source.PAGE, Page.objects.filter(depth__gte=_SITE_ROOT_DEPTH)),
        (SearchEntry.Source.DOCUMENT, get_document_model().objects.all()),
    )
    for source, queryset in sources:
        indexed = SearchEntry.objects.filter(source=source).values_list("source_id", flat=True)
        ids = sorted({*queryset.values_list("pk", flat=True), *indexed})
        for start in range(0, len(ids), BATCH):
            yield source, ids[start : start + BATCH]


def update(source: str, ids: Iterable[int]) -> None:
    (update_pages if source == SearchEntry.Source.PAGE else update_documents)(ids)
