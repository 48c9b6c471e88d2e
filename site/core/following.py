"""What residents follow by letter: things, and what has happened to them, told by the rooms that keep them.

A room registers in its ``wagtail_hooks.py`` what can be followed, and any room what happens to it::

    register_followable(PageFollowable("contest", ContestPage))

    @happenings_of("contest")
    def deadlines(keys: Keys, window: Window) -> Iterator[Happening]: ...

A room above that knows the state of a lower room's things registers it with ``@extend("states of recommendation")``,
from keys and a language to words by key. Happenings are computed from dated records whenever they are asked for, of
many things at once; nothing is stored. A page offers its thing with
``{% page_parts "follow" followed="contest" followed_key=page.translation_key %}``; who keeps the addresses of those
that follow is not known here.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import Truncator
from wagtail.models import Page, PageLogEntry, Revision

from core.extensions import extend, extensions_of
from core.models.vocabularies import Vocabulary
from core.text import plain_text
from core.visibility import readable

FOLLOWABLES = "things that can be followed"
Keys: TypeAlias = Collection[str]
#: How long before a last day those who get letters at once or daily are told of it.
AHEAD = dt.timedelta(days=3)
#: How much of what was said stands in a letter.
LONGEST_TEXT = 300


@dataclass(frozen=True)
class Thing:
    """What is followed, in a language: ``url`` is a path, ``state`` the newest state in a word or two."""

    title: str
    url: str = ""
    state: str = ""


@dataclass(frozen=True)
class Window:
    """After ``since``, up to ``until``; last days are told of ``ahead`` of them."""

    since: dt.datetime
    until: dt.datetime
    language: str
    ahead: dt.timedelta = AHEAD

    def holds(self, moment: dt.datetime | None) -> bool:
        return moment is not None and self.since < moment <= self.until

    def warning_of(self, last: dt.datetime) -> dt.datetime | None:
        """The moment at which ``last`` is told of; None when that is not in the window, or ``last`` is past."""
        moment = last - self.ahead
        return moment if self.holds(moment) and last > self.until else None

    def named(self, field: str) -> dict[str, dt.datetime]:
        """The window as arguments of a queryset's ``filter``."""
        return {f"{field}__gt": self.since, f"{field}__lte": self.until}


@dataclass(frozen=True)
class Happening:
    """Something that happened to the thing with the key ``thing``. ``id`` tells its happenings apart for ever."""

    thing: str
    id: str
    at: dt.datetime
    title: str
    text: str = ""
    url: str = ""

    @property
    def short_text(self) -> str:
        return Truncator(" ".join(plain_text(self.text).split())).chars(LONGEST_TEXT)


class Followable:
    """A kind of things that can be followed; ``label`` says what they are."""

    kind = ""
    label: str | Promise = ""

    def things(self, keys: Keys, language: str) -> Mapping[str, Thing]:
        """The things with these keys that everybody may read; what is gone, or no key of ours, is left out."""
        raise NotImplementedError


class PageFollowable(Followable):
    """Pages of a type, by their translation key: in the language asked for, else in any.

    ``rows`` are the child relations that their state is read from.
    """

    def __init__(self, kind: str, model: type[Page], *rows: str) -> None:
        self.kind, self.model, self.rows, self.label = kind, model, rows, model._meta.verbose_name or ""

    def things(self, keys: Keys, language: str) -> dict[str, Thing]:
        pages = pages_by_key(self.model, keys, language, *self.rows)
        return {key: Thing(page.title, page.url or "", self.state_of(page)) for key, page in pages.items()}

    def state_of(self, page: Any) -> str:
        """The badge's word, where pages of the type have one."""
        badge = getattr(page, "badge", None)
        return str(badge.label) if badge else ""


class TermFollowable(Followable):
    """Terms of a vocabulary by their translation key: whatever is new about one of them."""

    def __init__(self, kind: str, model: type[Vocabulary]) -> None:
        self.kind, self.model, self.label = kind, model, model._meta.verbose_name or ""

    def things(self, keys: Keys, language: str) -> dict[str, Thing]:
        rows = self.model.objects.filter(translation_key__in=uuids(keys)).select_related("locale")
        return {key: Thing(term.title) for key, term in _in_language(rows, language).items()}


def uuids(keys: Keys) -> list[uuid.UUID]:
    """Those of the keys that are UUIDs in their usual spelling."""
    found = []
    for key in keys:
        try:
            value = uuid.UUID(key)
        except ValueError:
            continue
        if str(value) == key:
            found.append(value)
    return found


def pages_by_key(model: Any, keys: Keys, language: str, *rows: str) -> dict[str, Any]:
    """The pages of ``model`` with these translation keys that anybody may read, one a key, with their ``rows``."""
    pages = readable(model.objects.filter(translation_key__in=uuids(keys))).select_related("locale")
    return _in_language(pages.prefetch_related(*rows), language)


def _in_language(rows: QuerySet, language: str) -> dict[str, Any]:
    """One row a translation key: in ``language`` where there is one, else the site's first."""
    found: dict[str, Any] = {}
    for row in rows.order_by("locale_id"):
        key = str(row.translation_key)
        if key not in found or row.locale.language_code == language:
            found[key] = row
    return found


# --- registering and asking -------------------------------------------------------------------------------------


def register_followable(followable: Followable) -> Followable:
    extend(FOLLOWABLES)(lambda: followable)
    return followable


def followables() -> dict[str, Followable]:
    """Every registered kind by its name."""
    return {followable.kind: followable for followable in (make() for make in extensions_of(FOLLOWABLES))}


def things(kind: str, keys: Keys, language: str) -> dict[str, Thing]:
    """The things of a kind with these keys, each with the state that the rooms above know; none of an unknown kind."""
    followable = followables().get(kind)
    found = dict(followable.things(keys, language)) if followable and keys else {}
    for tell in extensions_of(f"states of {kind}") if found else ():
        for key, state in tell(list(found), language).items():
            if key in found:
                found[key] = replace(found[key], state=str(state))
    return found


Teller = Callable[[Keys, Window], Iterable[Happening]]


def happenings_of(*kinds: str) -> Callable[[Teller], Teller]:
    """Register a function that tells what has happened to things of these kinds."""

    def register(tell: Teller) -> Teller:
        for kind in kinds:
            extend(f"happenings of {kind}")(tell)
        return tell

    return register


def happenings(kind: str, keys: Keys, window: Window) -> dict[str, list[Happening]]:
    """What has happened to these things in the window, by key, the newest first; things without news are left out."""
    found: dict[str, dict[str, Happening]] = {}
    for tell in extensions_of(f"happenings of {kind}"):
        for one in tell(keys, window):
            if window.holds(one.at):
                found.setdefault(one.thing, {})[one.id] = one
    return {key: sorted(rows.values(), key=lambda one: (one.at, one.id), reverse=True) for key, rows in found.items()}


# --- what rooms tell by ---------------------------------------------------------------------------------------------


def start_of(day: dt.date) -> dt.datetime:
    """The moment at which a day begins by the municipality's clock."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def end_of(day: dt.date) -> dt.datetime:
    return start_of(day + dt.timedelta(days=1))


def new_pages(pages: Any, window: Window) -> QuerySet:
    """Of ``pages`` those in the window's language that were published in it for the first time, for everybody."""
    found = readable(pages.filter(locale__language_code=window.language, **window.named("first_published_at")))
    return found.select_related("locale")


def announced(pages: Any, window: Window, field: str, keys: Keys) -> Iterator[Happening]:
    """New pages whose ``field`` (a path to a translation key) is one of ``keys``."""
    named = new_pages(pages, window).filter(**{f"{field}__in": uuids(keys)}).annotate(followed=F(field))
    for page in named.order_by("pk"):
        yield announcement(page, str(page.followed))


def announcement(page: Any, key: str) -> Happening:
    """That ``page`` was published, told to those that follow the thing with this key."""
    label = page.search_kind.label if page.search_kind else page._meta.verbose_name
    title = f"{label}: {page.title}"
    return Happening(key, f"page:{page.pk}", page.first_published_at, title, page.lead, page.url or "")


def changed_pages(model: Any, keys: Keys, window: Window, *rows: str) -> list[tuple[Any, dict[str, Any]]]:
    """Pages with these keys that were published again in the window, each with what it said before, as a revision.

    By it a row that was entered late is told from one that readers know. A page that is new altogether, or whose
    earlier words are not kept, is left out. ``rows`` are the child relations that will be compared.
    """
    pages = pages_by_key(model, keys, window.language, *rows).values()
    changed = {page.pk: page for page in pages if window.holds(page.last_published_at)}
    entries = PageLogEntry.objects.filter(
        page__in=list(changed),
        action__startswith="wagtail.publish",
        timestamp__lte=window.since,
        revision__isnull=False,
    )
    last: dict[int, int] = dict(entries.order_by("timestamp", "pk").values_list("page_id", "revision_id"))
    contents = dict(Revision.objects.filter(pk__in=list(last.values())).values_list("pk", "content"))
    return [(page, contents[last[pk]]) for pk, page in changed.items() if last.get(pk) in contents]
