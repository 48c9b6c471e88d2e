"""Questions asked of contests. ``now`` is the present moment when left out."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Case, F, IntegerField, Max, Min, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import PageManager, PageQuerySet

from core.choice_sets import ChoiceSetField

from .states import SOON, ContestState

#: A closed contest without results is a stale announcement after this time.
STALE = dt.timedelta(days=60)


@dataclass(frozen=True)
class ContestTimes:
    """When some state changes next (None: never again), and the years of the archive from the latest to the first."""

    next_change: dt.datetime | None
    archive: list[int]


class ContestQuerySet(PageQuerySet):
    """Contests by state, audience and deadline; the states agree with :func:`.states.contest_state`."""

    def announced(self, now: dt.datetime | None = None) -> "ContestQuerySet":
        """Applications are not taken yet."""
        return self.not_over(now).filter(opens_at__gt=now or timezone.now())

    def open(self, now: dt.datetime | None = None) -> "ContestQuerySet":
        """Applications are taken, those closing soon included."""
        opened = Q(opens_at__isnull=True) | Q(opens_at__lte=now or timezone.now())
        return self.not_over(now).filter(opened)

    def closing_soon(self, now: dt.datetime | None = None) -> "ContestQuerySet":
        return self.open(now).filter(closes_at__lte=(now or timezone.now()) + SOON)

    def not_over(self, now: dt.datetime | None = None) -> "ContestQuerySet":
        """Announced or open."""
        return self.filter(closes_at__gt=now or timezone.now(), results_on__isnull=True)

    def over(self, now: dt.datetime | None = None) -> "ContestQuerySet":
        """Closed, with results or without."""
        return self.filter(Q(closes_at__lte=now or timezone.now()) | Q(results_on__isnull=False))

    def closed(self, now: dt.datetime | None = None) -> "ContestQuerySet":
        """Closed and still without results."""
        return self.filter(closes_at__lte=now or timezone.now(), results_on__isnull=True)

    def with_results(self) -> "ContestQuerySet":
        return self.filter(results_on__isnull=False)

    def in_state(self, state: str, now: dt.datetime | None = None) -> "ContestQuerySet":
        """The contests whose state is exactly ``state``, a value of :class:`ContestState`."""
        now = now or timezone.now()
        match ContestState(state):
            case ContestState.ANNOUNCED:
                return self.announced(now)
            case ContestState.OPEN:
                return self.open(now).filter(closes_at__gt=now + SOON)
            case ContestState.CLOSING_SOON:
                return self.closing_soon(now)
            case ContestState.CLOSED:
                return self.closed(now)
            case _:
                return self.with_results()

    def stale(self, now: dt.datetime | None = None) -> "ContestQuerySet":
        """Live, closed long ago, and nobody said who won."""
        return self.live().closed((now or timezone.now()) - STALE).order_by("closes_at")

    def for_audience(self, audience: str) -> "ContestQuerySet":
        return self.filter(audiences__contains=ChoiceSetField.token(audience))

    def ordered_by_deadline(self, now: dt.datetime | None = None) -> "ContestQuerySet":
        """Those that take applications first, the nearest deadline on top; then the announced ones."""
        not_yet = When(opens_at__gt=now or timezone.now(), then=Value(1))
        order = Case(not_yet, default=Value(0), output_field=IntegerField())
        return self.order_by(order, "closes_at", "pk")

    def latest_first(self) -> "ContestQuerySet":
        return self.order_by(F("closes_at").desc(), "-pk")

    def times(self, now: dt.datetime | None = None) -> "ContestTimes":
        """The years of the archive and the next change of any state."""
        now = now or timezone.now()
        waiting, over = Q(results_on__isnull=True), Q(closes_at__lte=now) | Q(results_on__isnull=False)
        found = self.order_by().aggregate(
            opens=Min("opens_at", filter=waiting & Q(opens_at__gt=now, closes_at__gt=now)),
            soon=Min("closes_at", filter=waiting & Q(closes_at__gt=now + SOON)),
            closes=Min("closes_at", filter=waiting & Q(closes_at__gt=now)),
            first=Min("closes_at", filter=over),
            last=Max("closes_at", filter=over),
        )
        if found["soon"]:
            found["soon"] -= SOON
        change = min((found[name] for name in ("opens", "soon", "closes") if found[name]), default=None)
        if found["last"] is None:
            return ContestTimes(change, [])
        first, last = (timezone.localtime(found[name]).year for name in ("first", "last"))
        return ContestTimes(change, list(range(last, first - 1, -1)))

    def next_change(self, now: dt.datetime | None = None) -> dt.datetime | None:
        """The first moment after ``now`` when any of these contests changes its state."""
        return self.times(now).next_change

    def for_cards(self) -> "ContestQuerySet":
        """With everything that a row of a list shows, and without the long texts that it does not."""
        return self.select_related("organiser", "locale").defer("body", "how_to_apply", "results_text")

    def newest_first(self) -> "ContestQuerySet":
        return self.order_by(Coalesce("first_published_at", "last_published_at").desc(), "-pk")


ContestManager = PageManager.from_queryset(ContestQuerySet)


class WinnerQuerySet(QuerySet):
    """Rows of winners."""

    def contests_by_project(self) -> dict[int, set[UUID]]:
        """The translation keys of the contests with results that each project has won, by the project's key."""
        found: dict[int, set[UUID]] = {}
        rows = self.filter(project__isnull=False, page__results_on__isnull=False)
        for project, contest in rows.values_list("project", "page__translation_key"):
            found.setdefault(project, set()).add(contest)
        return found
