"""Mending a misprint in an adopted text: the record that readers see, and the new word in all versions of the page."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from .adopted import ITEM_FIELDS, PAGE_FIELDS, SECTION_FIELDS, Part, words_of
from .models import Correction, ResolutionPage


@dataclass(frozen=True)
class Correctable:
    """A part of the text that may be corrected: where it stands, which field it is, and what it says."""

    part: Part
    place: str
    field: models.Field
    word: str


def correctables(page: ResolutionPage) -> list[Correctable]:
    """Everything in ``page`` that holds words, in the order of the paper. A date and a number count as words."""
    words = words_of(page)
    found = []

    def add(owner: Any, names: tuple[str, ...], place: str, key: str = "") -> None:
        for name in names:
            field, word = owner._meta.get_field(name), words[Part(name, key)]
            if word and not field.choices:
                where = f"{place}, {field.verbose_name}" if place else str(field.verbose_name)
                found.append(Correctable(Part(name, key), where, field, word))

    add(page, PAGE_FIELDS[:-1], "")
    for section in page.document_sections:
        add(section, SECTION_FIELDS, section.title, str(section.translation_key))
        for item in section.items:
            add(item, ITEM_FIELDS, _("Item %(number)s") % {"number": item.number}, str(item.translation_key))
    add(page, PAGE_FIELDS[-1:], "")
    return found


@transaction.atomic
def correct(
    page: ResolutionPage,
    target: Correctable,
    now: Any,
    reason: str,
    user: Any,
    date: Any = None,
    announced: bool = False,
) -> Correction:
    """Record the correction and put the new word into the published page, and into a draft where there is one.

    Those who follow the text are written to only when it is ``announced``.
    """
    if _as_word(now) == target.word:
        raise ValidationError(_("It reads so already."))
    correction = Correction(
        resolution_key=page.translation_key,
        part_key=target.part.key or None,
        field=target.part.field,
        place=target.place[:255],
        was=target.word,
        now=_as_word(now),
        reason=reason,
        announced=announced,
        created_by=user,
    )
    if date:
        correction.date = date
    correction.save()
    draft = page.get_latest_revision_as_object() if page.has_unpublished_changes else None
    published = ResolutionPage.objects.get(pk=page.pk)
    _put(published, target.part, now)
    revision = published.save_revision(user=user, log_action=True)
    if published.live:
        revision.publish(user=user)
    else:
        published.save()
    if draft is not None:
        _put(draft, target.part, now)
        draft.save_revision(user=user)
    return correction


def _as_word(value: Any) -> str:
    return "" if value is None else str(value).replace("\r\n", "\n").strip()


def _put(page: ResolutionPage, part: Part, now: Any) -> None:
    """Set the part in the page's own unsaved children, so that one save writes it."""
    value = now.replace("\r\n", "\n").strip() if isinstance(now, str) else now
    sections = list(page.sections.all())
    items = [list(section.recommendations.all()) for section in sections]
    owners = [page] if not part.key else [*sections, *(item for group in items for item in group)]
    for owner in owners:
        if not part.key or str(owner.translation_key) == part.key:
            setattr(owner, part.field, value)
    for section, group in zip(sections, items, strict=True):
        section.recommendations = group
    page.sections = sections
