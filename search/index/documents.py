"""Entries of library documents, with the text of their files, which is read once and kept by the file's content."""

import datetime as dt
import logging
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from core.search import DOCUMENT, SearchOffer
from documents import ACCEPTED, UnreadableDocument
from documents.limits import MAX_BYTES, TOO_SLOW
from documents.process import read_document
from russian.dates import find_dates
from russian.tokens import is_cyrillic, words
from search.index.store import Draft
from search.models import AttachedFile, ExtractedText, SearchEntry

logger = logging.getLogger(__name__)

MAX_CHARACTERS = 400_000
#: Characters at the beginning of a file among which its own date stands.
_HEAD = 600


def public_documents() -> Q:
    """The condition for documents of collections that are open, all the way up."""
    closed = CollectionViewRestriction.objects.values_list("collection__path", flat=True)
    condition = Q()
    for path in closed:
        condition |= Q(collection__path__startswith=path)
    return ~condition if condition else Q()


def drafts_of_documents(document_ids: Iterable[int]) -> dict[int, list[Draft]]:
    """The entry of each of these documents that visitors may read."""
    documents = get_document_model().objects.filter(public_documents(), pk__in=document_ids).prefetch_related("tags")
    documents = documents.exclude(
        pk__in=AttachedFile.objects.filter(document_id__in=document_ids).values("document_id")
    )
    return {document.pk: [document_draft(document)] for document in documents}


def document_draft(document) -> Draft:
    """The entry of a library document: its title, its tags, and the text of its file."""
    text = document_text(document)
    tags = " ".join(document.tags.names())
    day = dated(f"{document.title}\n{text[:_HEAD]}") or timezone.localdate(document.created_at)
    return Draft(
        SearchOffer(kind=DOCUMENT.slug, title=document.title, text=tags, date=day, year=day.year),
        source=SearchEntry.Source.DOCUMENT,
        source_id=document.pk,
        language=language_of(f"{document.title} {text[:2000]}"),
        url=document.url,
        extra_text=text,
    )


def dated(text: str) -> dt.date | None:
    """The day that a document bears itself: the first date in its title or head that is not to come."""
    today = timezone.localdate()
    return next((found.value for found in find_dates(text) if found.value and found.value <= today), None)


def text_of_files(document_ids: Iterable[int]) -> str:
    """The text of these documents, of those that visitors may read."""
    found = get_document_model().objects.filter(public_documents(), pk__in=document_ids) if document_ids else ()
    return "\n".join(filter(None, map(document_text, found)))


def language_of(text: str) -> str:
    """The site's language that most words are written in; by alphabet, which is enough for two."""
    found = words(text)
    cyrillic = sum(is_cyrillic(word) for word in found)
    codes = [code for code, _label in settings.LANGUAGES]
    if found and cyrillic * 2 < len(found) and "en" in codes:
        return "en"
    return settings.LANGUAGE_CODE


def collection_document_ids(collection_id: int) -> list[int]:
    """Documents of a collection and of those below it."""
    path = Collection.objects.filter(pk=collection_id).values_list("path", flat=True).first()
    return list(
        get_document_model().objects.filter(collection__path__startswith=path).values_list("pk", flat=True)
        if path
        else []
    )


def document_text(document: Any) -> str:
    """Return the text of a document's file, read once for every content; empty for what cannot be read."""
    if f".{document.file_extension.lower()}" not in ACCEPTED:
        return ""
    content_hash = document.get_file_hash()
    known = (
        ExtractedText.objects.filter(pk=content_hash).values_list("text", flat=True).first() if content_hash else None
    )
    if known is not None:
        return known
    text = _read(document)
    if content_hash and text is not None:
        ExtractedText.objects.update_or_create(pk=content_hash, defaults={"text": text})
    return text or ""


def _read(document: Any) -> str | None:
    """Return the text; an empty one for a file that is refused, None for one to be tried again."""
    try:
        with document.open_file() as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        logger.warning("Document %s (%s) is not searchable by its text: %s", document.pk, document.title, error)
        return None
    try:
        found = read_document(data, document.filename, whole=False)
    except UnreadableDocument as error:
        logger.warning("Document %s (%s) is not searchable by its text: %s", document.pk, document.title, error)
        # a busy machine may be the reason: such a file is tried again
        return None if error.message == TOO_SLOW else ""
    return found.text.replace("\0", "")[:MAX_CHARACTERS]
