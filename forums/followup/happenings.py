"""What was heard of recommendations: answers and reports, told to those that follow them, their resolution or forum."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from core.extensions import extend
from core.following import Happening, Keys, Window, happenings_of, uuids
from forums.resolutions.happenings import forums_of_resolutions, recommendations_of

from .dossiers import load_dossiers
from .models import ProgressReport, Response
from .subjects import load_subjects

#: From a recommendation's key to what is followed, and words before the news of it.
Followed: TypeAlias = Mapping[UUID, tuple[str, str]]


@extend("states of recommendation")
def states(keys: Keys, language: str) -> dict[str, str]:
    """The states of today, in the words that pages show."""
    dossiers = load_dossiers(load_subjects(language, keys=uuids(keys)), timezone.localdate())
    return {str(dossier.key): str(dossier.status.public.label) for dossier in dossiers}


@happenings_of("recommendation")
def of_recommendations(keys: Keys, window: Window) -> Iterator[Happening]:
    yield from _heard({key: (str(key), "") for key in uuids(keys)}, window)


@happenings_of("resolution")
def of_resolutions(keys: Keys, window: Window) -> Iterator[Happening]:
    yield from _heard(_items(keys, window, {}), window)


@happenings_of("forum")
def of_forums(keys: Keys, window: Window) -> Iterator[Happening]:
    forums = forums_of_resolutions(keys, window.language)
    yield from _heard(_items(forums, window, forums), window)


def _items(resolutions: Keys, window: Window, above: Mapping[str, str]) -> Followed:
    """The items of resolutions, each told under its resolution or what is ``above`` that."""
    found = {}
    for row in recommendations_of(resolutions, window.language):
        key = str(row.resolution.translation_key)
        found[row.translation_key] = (above.get(key, key), f"{row.number}. {row.short_text} ")
    return found


def _heard(followed: Followed, window: Window) -> Iterator[Happening]:
    """Answers and reports that were published in the window, however early they are dated."""
    for row in _published(Response.objects.published(), followed, window):
        title = _("Answer: %(position)s") % {"position": str(row.get_position_display()).lower()}
        yield _told(row, "answer", title, followed)
    for row in _published(ProgressReport.objects.public(), followed, window):
        title = _("Report: %(outcome)s") % {"outcome": str(row.get_outcome_display()).lower()}
        if row.corrects_id:
            title = _("Correction of a report: %(outcome)s") % {"outcome": str(row.get_outcome_display()).lower()}
        yield _told(row, "report", title, followed)


def _published(records: Any, followed: Followed, window: Window) -> QuerySet:
    """Records that were not written through the editor have no moment of publication: they are entered in public."""
    if not followed:
        return records.none()
    rows = records.about(followed).annotate(heard_at=Coalesce("first_published_at", "created_at"))
    return rows.filter(**window.named("heard_at")).select_related("body")


def _told(row: Any, what: str, title: str, followed: Followed) -> Happening:
    thing, before = followed[row.recommendation_key]
    by = f"{row.body}. " if row.body else ""
    return Happening(thing, f"{what}:{row.pk}", row.heard_at, f"{before}{title}", f"{by}{row.text}")
