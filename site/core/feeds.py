"""Atom feeds (RFC 4287): one writer for news, events and contests.

return feed_response(request, [page_entry(page) for page in pages], title="Новости", url=index.full_url)
"""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import http_date
from django.utils.translation import get_language

from core.shell import settings_of
from core.text import plain_text, without_control_characters

#: As many entries as a reader that looks once a week will not miss.
LENGTH = 30
MAX_AGE = 600


@dataclass(frozen=True)
class FeedEntry:
    """One entry. ``uid`` is an IRI that never changes, ``summary`` plain text."""

    uid: str
    title: str
    url: str
    published: dt.datetime
    updated: dt.datetime
    summary: str = ""
    categories: tuple[str, ...] = ()


def page_entry(page, *, published: dt.datetime | None = None, categories: Iterable[str] = ()) -> FeedEntry:
    """The entry of a published page: its title, lead and address.

    ``published`` replaces the moment of first publication (news carry a date of their own). The identifier
    comes from the translation key and the language: it survives a rename and differs between languages.
    """
    first = published or page.first_published_at or page.last_published_at or timezone.now()
    language = page.locale.language_code
    return FeedEntry(
        uid=f"urn:uuid:{uuid.uuid5(page.translation_key, language)}",
        title=page.title,
        url=page.full_url,
        published=first,
        updated=max(first, page.last_published_at or first),
        summary=plain_text(page.lead),
        categories=tuple(categories),
    )


def feed_response(
    request: HttpRequest, entries: Iterable[FeedEntry], *, title: str, url: str, subtitle: str = ""
) -> HttpResponse:
    """The Atom feed of ``entries`` (newest first; the first :data:`LENGTH` are written) of the page at ``url``."""
    feed = Atom1Feed(
        title=without_control_characters(title),
        link=url,
        description=without_control_characters(subtitle),
        subtitle=without_control_characters(subtitle) or None,
        feed_url=request.build_absolute_uri(request.get_full_path()),
        language=get_language(),
        author_name=settings_of(request).display_title,
    )
    for entry in list(entries)[:LENGTH]:
        feed.add_item(
            title=without_control_characters(entry.title),
            link=entry.url,
            description=without_control_characters(entry.summary) or None,
            unique_id=entry.uid,
            pubdate=entry.published,
            updateddate=entry.updated,
            categories=[without_control_characters(category) for category in entry.categories],
        )
    response = HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
    response["Last-Modified"] = http_date(feed.latest_post_date().timestamp())
    patch_cache_control(response, public=True, max_age=MAX_AGE)
    return response
