"""What happens to contests that people follow, one by one or as a list with its filters."""

from collections.abc import Iterator
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Locale

from core.following import (
    Followable,
    Happening,
    Keys,
    PageFollowable,
    Thing,
    Window,
    announced,
    announcement,
    changed_pages,
    happenings_of,
    new_pages,
    pages_by_key,
    register_followable,
)
from core.visibility import readable

from .filters import ContestFilterSet, follow_key
from .models import ContestIndexPage, ContestPage


def filterset(key: str, language: str) -> ContestFilterSet | None:
    """The filters that a key stands for; None when it is no key of a list that somebody could see."""
    locale = Locale.objects.filter(language_code=language).first() or Locale.get_default()
    contests = readable(ContestPage.objects.filter(locale=locale))
    found = ContestFilterSet(QueryDict(key), contests, locale_id=locale.pk, offers={"year": ()})
    return found if follow_key(found.chosen) == key else None


class ContestsFollowable(Followable):
    """The list of contests as filtered, by :func:`follow_key`."""

    kind = "contests"
    label = gettext_lazy("contests")

    def things(self, keys: Keys, language: str) -> dict[str, Thing]:
        sections = readable(ContestIndexPage.objects.filter(locale__language_code=language))
        section = sections.first()
        found = {}
        for key in keys:
            filters = filterset(key, language)
            if filters is not None:
                words = ", ".join(str(one.chosen_label) for one in filters.bound if one.value)
                title = _("New contests: %(filters)s") % {"filters": words} if words else _("New contests")
                found[key] = Thing(title, f"{section.url}?{key}".rstrip("?") if section else "")
        return found


register_followable(PageFollowable("contest", ContestPage))
register_followable(ContestsFollowable())


@happenings_of("contest")
def of_contests(keys: Keys, window: Window) -> Iterator[Happening]:
    """The last day is near; the winners are known."""
    for key, contest in pages_by_key(ContestPage, keys, window.language).items():
        yield from _closing(contest, key, window)
    for contest, before in changed_pages(ContestPage, keys, window):
        if contest.results_on and not before.get("results_on"):
            yield Happening(
                str(contest.translation_key),
                f"results:{contest.results_on}",
                contest.last_published_at,
                _("The results are published"),
                contest.results_text,
                contest.url or "",
            )


@happenings_of("contests")
def of_lists(keys: Keys, window: Window) -> Iterator[Happening]:
    """Contests of the list that were announced, and those whose last day is near."""
    for key in keys:
        filters = filterset(key, window.language)
        if filters is None:
            continue
        contests = filters.qs.order_by()
        for contest in new_pages(contests, window):
            yield announcement(contest, key)
        near = {"closes_at__gt": window.until, "closes_at__lte": window.until + window.ahead}
        for contest in contests.filter(**near):
            yield from _closing(contest, key, window, before=f"{contest.title}. ")


@happenings_of("topic")
def on_topics(keys: Keys, window: Window) -> Iterator[Happening]:
    yield from announced(ContestPage.objects.all(), window, "topics__translation_key", keys)


def _closing(contest: Any, key: str, window: Window, before: str = "") -> Iterator[Happening]:
    at = window.warning_of(contest.closes_at)
    if at and not contest.results_on:
        title = before + _("Applications are taken until %(deadline)s") % {"deadline": contest.deadline}
        closing = f"closing:{contest.translation_key}:{contest.closes_at:%Y-%m-%dT%H:%M}"
        yield Happening(key, closing, at, title, "", contest.url or "")
