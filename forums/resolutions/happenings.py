"""What happens to resolutions and recommendations that people follow: adoption, a request repeated, a correction."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.following import (
    Followable,
    Happening,
    Keys,
    PageFollowable,
    Thing,
    Window,
    announcement,
    happenings_of,
    new_pages,
    pages_by_key,
    register_followable,
    uuids,
)
from core.visibility import readable
from forums.editions.models import ForumPage

from .models import Correction, Recommendation, ResolutionPage


class RecommendationFollowable(Followable):
    """Recommendations by their translation key."""

    kind = "recommendation"
    label = gettext_lazy("recommendation")

    def things(self, keys: Keys, language: str) -> dict[str, Thing]:
        rows = _chosen(Recommendation.objects.filter(translation_key__in=uuids(keys)), language)
        return {
            str(row.translation_key): Thing(
                f"{row.resolution.title}, {row.number}. {row.short_text}", row.get_absolute_url()
            )
            for row in rows
        }


register_followable(RecommendationFollowable())
register_followable(PageFollowable("resolution", ResolutionPage))


def recommendations_of(resolutions: Keys, language: str) -> list[Any]:
    """The published recommendations of the resolutions with these translation keys, one row each."""
    return _chosen(Recommendation.objects.filter(section__page__translation_key__in=uuids(resolutions)), language)


def forums_of_resolutions(forums: Keys, language: str) -> dict[str, str]:
    """From the translation key of a resolution to that of its forum, for the forums with these keys."""
    keys = {page.path: key for key, page in pages_by_key(ForumPage, forums, language).items()}
    resolutions = readable(ResolutionPage.objects.all()).values_list("path", "translation_key") if keys else ()
    places = ((path[: -ResolutionPage.steplen], key) for path, key in resolutions)
    return {str(key): keys[above] for above, key in places if above in keys}


def _chosen(rows: QuerySet, language: str) -> list[Any]:
    """One row a translation key: in ``language``, else in the site's first one."""
    found: dict[Any, Any] = {}
    for row in rows.live().with_place().order_by("locale_id", "pk"):
        if row.translation_key not in found or row.resolution.locale.language_code == language:
            found[row.translation_key] = row
    return list(found.values())


@happenings_of("forum")
def adoption(keys: Keys, window: Window) -> Iterator[Happening]:
    """The forum's resolution is published."""
    forums = {page.path: key for key, page in pages_by_key(ForumPage, keys, window.language).items()}
    for page in new_pages(ResolutionPage.objects.all(), window):
        if key := forums.get(page.path[: -page.steplen]):
            yield announcement(page, key)


@happenings_of("recommendation")
def repetition(keys: Keys, window: Window) -> Iterator[Happening]:
    """A later forum asks for the same again."""
    pages = new_pages(ResolutionPage.objects.all(), window).values("pk")
    rows = Recommendation.objects.live().with_place().filter(section__page__in=pages, repeats__in=uuids(keys))
    for row in rows:
        title = _("Asked for again, item %(number)s") % {"number": row.number}
        at = row.resolution.first_published_at
        yield Happening(
            str(row.repeats), f"repeated:{row.translation_key}", at, title, row.text, row.get_absolute_url()
        )


@happenings_of("recommendation", "resolution")
def corrections(keys: Keys, window: Window) -> Iterator[Happening]:
    """A misprint was mended, and whoever did it wanted those that follow the text to know."""
    told = Correction.objects.filter(announced=True, **window.named("created_at"))
    asked = set(keys)
    for row in told:
        title = _("The text was corrected: %(place)s") % {"place": row.place}
        text = _("It said “%(was)s”, it says “%(now)s”. %(reason)s") % {
            "was": row.shown_was,
            "now": row.shown_now,
            "reason": row.reason,
        }
        for key in {str(row.resolution_key), str(row.part_key)} & asked:
            yield Happening(key, f"correction:{row.pk}", row.created_at, title, text)
