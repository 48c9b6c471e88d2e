"""From a resolution value to a draft page: nothing is published, nothing is overwritten."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

import roman
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from wagtail.documents import get_document_model
from wagtail.models import Locale

from forums.editions.models import ForumIndexPage, ForumPage
from forums.importing.datelines import split_dateline
from forums.importing.linking import AddresseeLinker
from forums.importing.matching import find_forum
from forums.importing.resolution import Resolution, Section
from forums.resolutions.models import Recommendation, ResolutionPage, ResolutionSection

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

__all__ = ["Draft", "DraftRefused", "find_forum", "make_draft"]


NOT_IN_VOCABULARY = gettext_noop(
    "The addressee “%(title)s” is not in the vocabulary: ask who looks after it, then choose it in the section."
)


class DraftRefused(Exception):
    """No draft can be made; ``str(error)`` says why and what to do. Nothing was saved."""


@dataclass(slots=True)
class Draft:
    """What was made: the unpublished page, its forum, and remarks for the editor."""

    page: ResolutionPage
    forum: ForumPage
    forum_created: bool = False
    notes: list[str] = field(default_factory=list)


def make_draft(
    resolution: Resolution,
    original: File | None = None,
    forum: ForumPage | None = None,
    user: "AbstractBaseUser | None" = None,
    makes_addressees: bool = True,
    repeats: Mapping[str, UUID] | None = None,
) -> Draft:
    """Save *resolution* as an unpublished page under *forum*, or under the forum it names, or under a new one.

    The *original* file goes to the document library; addressees are linked to the vocabulary by their
    dictionary forms, and those it lacks are made unless *makes_addressees* is off: then the section keeps the words
    alone. *repeats* says by the text of an item which earlier recommendation it asks for again.
    Raise :class:`DraftRefused` when the forum has a resolution or there is no archive.
    """
    notes: list[str] = []
    with transaction.atomic():
        found = forum or find_forum(resolution)
        if found is not None:
            _refuse_second(found)
        place = found or _new_forum(resolution, user, notes)
        page = _page(resolution, place, user)
        linker = AddresseeLinker.for_locale(place.locale, makes=makes_addressees)
        page.sections = [
            _section(section, order, linker, repeats or {}) for order, section in enumerate(resolution.sections)
        ]
        if original is not None:
            page.original = _library_document(original, page.title, user)
        place.add_child(instance=page)
        page.save_revision(user=user, log_action=True)
    notes += [_("New addressee in the vocabulary: %(title)s.") % {"title": term.title} for term in linker.made]
    notes += [_(NOT_IN_VOCABULARY) % {"title": phrase} for phrase in linker.missing]
    return Draft(page, place, forum_created=found is None, notes=notes)


def _refuse_second(forum: ForumPage) -> None:
    if ResolutionPage.objects.child_of(forum).exists():
        raise DraftRefused(
            _("“%(forum)s” already has a resolution, which is never overwritten. Edit or delete it, or choose another.")
            % {"forum": forum.title}
        )


def _new_forum(resolution: Resolution, user, notes: list[str]) -> ForumPage:
    index = ForumIndexPage.objects.filter(locale=Locale.get_default()).first() or ForumIndexPage.objects.first()
    if index is None:
        raise DraftRefused(_("There is no forum archive yet. Create it under the front page and try again."))
    day = resolution.adopted_on or timezone.localdate()
    if resolution.adopted_on is None:
        notes.append(_("The document gives no date, so the new forum has today's: correct it."))
    facts = resolution.forum
    forum = ForumPage(
        title=(_forum_title(resolution) or _("Forum"))[:255],
        number=facts.number,
        theme=(facts.theme or "")[:255],
        starts_on=day,
        live=False,
        has_unpublished_changes=True,
        owner=user,
        locale=index.locale,
    )
    index.add_child(instance=forum)
    forum.save_revision(user=user, log_action=True)
    return forum


def _forum_title(resolution: Resolution) -> str:
    facts = resolution.forum
    if facts.number and 0 < facts.number < 4000 and facts.name:
        return f"{roman.toRoman(facts.number)} {facts.name}"
    return facts.name or resolution.title


def _page(resolution: Resolution, forum: ForumPage, user) -> ResolutionPage:
    return ResolutionPage(
        title=_page_title(resolution.title)[:255],
        slug="resolution",
        letterhead="\n".join(line for line in resolution.letterhead if not split_dateline(line)),
        adopted_on=resolution.adopted_on,
        place=(resolution.place or "")[:255],
        preamble=_rich(resolution.preamble),
        closing=_rich(resolution.closing),
        live=False,
        has_unpublished_changes=True,
        owner=user,
        locale=forum.locale,
    )


def _page_title(title: str) -> str:
    """Return the title without shouting: «РЕЗОЛЮЦИЯ II форума» → «Резолюция II форума»."""
    first, *rest = title.split() or [_("Resolution")]
    return " ".join([first.capitalize() if first.isupper() else first, *rest])


def _rich(paragraphs: tuple[str, ...]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in paragraphs)


def _section(section: Section, order: int, linker: AddresseeLinker, repeats: Mapping[str, UUID]) -> ResolutionSection:
    locale = linker.locale
    addressee = linker.link(section.addressee) if section.addressee else None
    row = ResolutionSection(
        lead_in=section.lead_in,
        verb=section.verb.value,
        addressee_text=(section.addressee or "")[:500],
        addressee=addressee,
        sort_order=order,
        locale=locale,
    )
    row.recommendations = [
        Recommendation(
            number=item.number,
            text=item.text,
            kind=item.kind.value,
            repeats=repeats.get(item.text),
            sort_order=place,
            locale=locale,
        )
        for place, item in enumerate(section.items)
    ]
    return row


def _library_document(original: File, title: str, user):
    document = get_document_model()(title=title[:255], uploaded_by_user=user)
    name = (original.name or "resolution").rsplit("/", 1)[-1]
    document.file.save(name, original, save=False)
    document._set_document_file_metadata()
    document.save()
    return document
