"""Recommendations as follow-up sees them: one a translation key, in the asked language or, failing that, in Russian."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.conf import settings
from django.db.models import Prefetch
from django.utils.text import Truncator

from core.caching import remember
from core.models import Topic
from core.visibility import readable
from forums.editions.models import ForumPage
from forums.resolutions.models import Recommendation, ResolutionPage

#: Beyond so many keys everything is loaded: one scan is cheaper than a very long list in a query.
MANY = 500


@dataclass
class Subject:
    """A recommendation with its place. ``language`` is that of the text, which may be a fallback."""

    recommendation: Recommendation
    resolution: ResolutionPage
    forum: ForumPage
    adopted_on: dt.date
    #: Address of the resolution on this site, and with the host.
    resolution_url: str = ""
    resolution_full_url: str = ""
    forum_full_url: str = ""

    @property
    def key(self) -> UUID:
        return self.recommendation.translation_key

    @property
    def number(self) -> str:
        return self.recommendation.number

    @property
    def text(self) -> str:
        return self.recommendation.text

    @property
    def kind(self) -> str:
        return self.recommendation.kind

    @property
    def repeats(self) -> UUID | None:
        return self.recommendation.repeats

    @property
    def language(self) -> str:
        return self.resolution.locale.language_code

    @cached_property
    def topics(self) -> list[Topic]:
        return list(self.recommendation.topics.all())

    @property
    def named_addressee(self) -> str:
        """To whom, in the vocabulary's words, else as the document says; "" where nobody is named."""
        section = self.recommendation.section
        return section.addressee.title if section.addressee else section.heading

    @property
    def addressee(self) -> str:
        """The heading under which it is counted: to whom it is made; without an addressee, what the forum does."""
        return self.named_addressee or self.recommendation.section.title

    @property
    def addressee_key(self) -> str:
        """The term's translation key, one for all languages; "" where the vocabulary has no term."""
        addressee = self.recommendation.section.addressee
        return str(addressee.translation_key) if addressee else ""

    @property
    def url(self) -> str:
        return f"{self.resolution_url}{self.recommendation.slug}/"

    @property
    def full_url(self) -> str:
        return f"{self.resolution_full_url}{self.recommendation.slug}/"

    def label(self, length: int = 90) -> str:
        """``II forum, 1.3: Create a single database…``, with so much of the text, for lists and menus."""
        return f"{self.forum.short_title}, {self.number}: {Truncator(self.text).chars(length)}"


def find_subject(key: UUID) -> Subject | None:
    """The recommendation with this key, published or not; None when it is gone."""
    found = load_subjects(keys=[key], drafts=True)
    return found[0] if found else None


def load_subjects(
    language: str = settings.LANGUAGE_CODE,
    *,
    keys: Iterable[UUID] | None = None,
    private: bool = False,
    drafts: bool = False,
) -> list[Subject]:
    """Recommendations in the order of forums and of the paper, in a constant number of queries.

    Of some ``keys`` or all. Only what everybody may read; with ``private`` also what is behind a password, with
    ``drafts`` everything.
    """
    pages = ResolutionPage.objects.all()
    if not drafts:
        pages = pages.live() if private else readable(pages)
    rows = Recommendation.objects.filter(
        section__page__in=pages, locale__language_code__in={language, settings.LANGUAGE_CODE}
    )
    wanted = set(keys) if keys is not None else None
    if wanted is not None and len(wanted) <= MANY:
        rows = rows.filter(translation_key__in=wanted)
    rows = rows.select_related("section__addressee", "section__page__locale")
    rows = rows.prefetch_related(Prefetch("topics", queryset=Topic.objects.order_by("title")))
    chosen: dict[UUID, Recommendation] = {}
    for row in rows.order_by("section__sort_order", "section_id", "sort_order", "pk"):
        if wanted is not None and row.translation_key not in wanted:
            continue
        if row.translation_key not in chosen or row.section.page.locale.language_code == language:
            chosen[row.translation_key] = row
    return _placed(chosen.values())


def remembered_subjects(language: str) -> list[Subject]:
    """All that everybody may read in ``language``; the same for all requests until content changes."""
    return remember(("subjects", language), lambda: load_subjects(language))


def subjects_of(resolution: ResolutionPage) -> list[Subject]:
    """The recommendations of a page that is being shown, from what is loaded already."""
    return _of_pages(resolution.recommendations, {resolution.path[: -resolution.steplen]: resolution.forum})


def repeated_by(subjects: Iterable[Subject], on: dt.date) -> dict[UUID, Subject]:
    """From a recommendation to the first later one, adopted up to ``on``, that repeats it."""
    found: dict[UUID, Subject] = {}
    for subject in subjects:
        if subject.repeats and subject.adopted_on <= on:
            found.setdefault(subject.repeats, subject)
    return found


def load_repetitions(recommendation: Recommendation, on: dt.date, language: str) -> list[Subject]:
    """The recommendation and those it repeats or is repeated by, adopted up to ``on``, the earliest first.

    Each in ``language`` or, failing that, in Russian. Empty when it was asked for once only.
    """
    chosen: dict[UUID, Recommendation] = {}
    for row in recommendation.connected:
        known = row.resolution.locale.language_code
        if known == language or (known == settings.LANGUAGE_CODE and row.translation_key not in chosen):
            chosen[row.translation_key] = row
    if chosen.keys() <= {recommendation.translation_key}:
        return []
    found = [subject for subject in _placed(chosen.values()) if subject.adopted_on <= on]
    return found if len(found) > 1 else []


def _placed(rows: Iterable[Recommendation]) -> list[Subject]:
    return sorted(
        _of_pages(rows, ForumPage.objects.by_place()), key=lambda subject: (subject.forum.starts_on, subject.forum.path)
    )


def _of_pages(rows: Iterable[Recommendation], forums: dict[str, ForumPage]) -> list[Subject]:
    pages: dict[int, tuple[ResolutionPage, ForumPage, str, str, str]] = {}
    subjects = []
    for row in rows:
        if row.section.page_id not in pages:
            page = row.section.page
            forum = forums[page.path[: -page.steplen]]
            pages[page.pk] = (page, forum, page.url or "", page.full_url or "", forum.full_url or "")
        page, forum, *addresses = pages[row.section.page_id]
        subjects.append(Subject(row, page, forum, page.adopted_on or forum.starts_on, *addresses))
    return subjects
