"""What a reader sees of a contest: its state and its deadline told from the dates, its winners."""

import datetime as dt
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.money import roubles
from projects.social.badges import CONTEST_BADGES, Badge
from russian.dates import long_date

from ..choices import Audience, Level
from ..clocks import clock_name, day_and_time, here_words, moment_words
from ..states import ContestState, contest_state, next_change


class ContestReading:
    """The part of ``ContestPage`` that pages, lists and calendars read."""

    # --- time ---------------------------------------------------------------------------------------------

    @property
    def clock(self) -> ZoneInfo:
        """The time zone that the contest's times are told in."""
        return ZoneInfo(self.time_zone)

    @property
    def state(self) -> ContestState:
        """The state at this moment."""
        return self.state_at(timezone.now())

    def state_at(self, moment: dt.datetime) -> ContestState:
        return contest_state(moment, self.opens_at, self.closes_at, has_results=self.results_on is not None)

    @property
    def badge(self) -> Badge:
        """The state in a sign and a word."""
        return CONTEST_BADGES[self.state]

    @property
    def takes_applications(self) -> bool:
        return self.state in (ContestState.OPEN, ContestState.CLOSING_SOON)

    @property
    def is_over(self) -> bool:
        return self.state in (ContestState.CLOSED, ContestState.RESULTS)

    @property
    def next_change(self) -> dt.datetime | None:
        """When the state will change by itself; None when it will not."""
        return None if self.results_on else next_change(timezone.now(), self.opens_at, self.closes_at)

    @property
    def closes_on(self) -> dt.date:
        """The last day of applications by the contest's clock."""
        return timezone.localdate(self.closes_at - dt.timedelta(microseconds=1), self.clock)

    @property
    def deadline(self) -> str:
        """«30 ноября 2026 года, 23:59 МСК»."""
        return moment_words(self.closes_at, self.clock, is_end=True)

    @property
    def deadline_here(self) -> str:
        """The deadline by the site's clock; empty when the contest's clock shows the same."""
        return here_words(self.closes_at, self.clock, is_end=True)

    @property
    def deadline_time(self) -> str:
        """«до 23:59 МСК»: the second line of a row in a list, whose first is the day."""
        time = day_and_time(self.closes_at, self.clock, is_end=True)[1]
        return _("until %(time)s") % {"time": f"{time}\u00a0{self.clock_label}"}

    @property
    def opening(self) -> str:
        return moment_words(self.opens_at, self.clock) if self.opens_at else ""

    # --- reading ------------------------------------------------------------------------------------------

    @property
    def grant_words(self) -> str:
        """«от 50 000 до 500 000 ₽», «до 500 000 ₽»; empty when the announcement names no sums."""
        small, large = roubles(self.grant_min), roubles(self.grant_max)
        since, until = pgettext("sum", "from"), pgettext("sum", "up to")
        if small and large:
            return small if self.grant_min == self.grant_max else f"{since} {small[:-2]} {until} {large}"
        if small:
            return f"{since} {small}"
        return f"{until} {large}" if large else ""

    @property
    def kicker(self) -> str:
        """«Федеральный конкурс»."""
        return {
            Level.MUNICIPAL: _("Municipal contest"),
            Level.REGIONAL: _("Regional contest"),
            Level.FEDERAL: _("Federal contest"),
            Level.PRIVATE: _("Contest of a private fund"),
        }[Level(self.level)]

    @property
    def clock_label(self) -> str:
        """«МСК+2»."""
        return clock_name(timezone.localtime(self.closes_at, self.clock))

    @property
    def facts(self) -> list[tuple[str, str]]:
        """Term and value, as ``components/facts.html`` shows them; empty ones are left out there."""
        expected = self.results_expected_on if not self.results_on else None
        return [
            (_("For whom"), ", ".join(self.audience_labels)),
            (_("Grant"), self.grant_words),
            (_("Prize fund"), roubles(self.prize_fund)),
            (_("Organiser"), str(self.organiser or "")),
            (_("Level"), self.get_level_display()),
            (_("Applications from"), self.opening),
            (_("Results expected"), long_date(expected) if expected else ""),
            (_("Questions"), self.contact),
        ]

    @property
    def audience_labels(self) -> list[str]:
        return [str(Audience(value).label) for value in self.audiences if value in Audience.values]

    @cached_property
    def winner_rows(self) -> list:
        """The winners with their projects' pages, none before the results are published."""
        return list(self.winners.select_related("project").order_by("sort_order")) if self.results_on else []

    @property
    def awarded(self) -> Decimal | None:
        """The sum of all prizes, None when no sum is known."""
        sums = [row.amount for row in self.winner_rows if row.amount is not None]
        return sum(sums, Decimal()) if sums else None

    @cached_property
    def funded_projects(self) -> list:
        """Projects that name this contest as a source of money and are not among the winners' pages."""
        from projects.social.models.project import ProjectPage

        shown = {row.project_id for row in self.winner_rows}
        ids = self.get_translations(inclusive=True).values("pk")
        found = ProjectPage.objects.live().public().filter(locale_id=self.locale_id, fundings__contest__in=ids)
        return list(found.exclude(pk__in=shown).distinct().order_by("title"))
