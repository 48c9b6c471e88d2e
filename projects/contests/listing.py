"""The list of contests as a query string asks for it."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef
from django.http import QueryDict
from django.utils.translation import gettext as _

from core.listings import Filter, Listing, choice_filter
from core.models import Organisation, Topic
from core.vocabulary_options import options

from .choices import Audience, Level
from .querysets import ContestQuerySet
from .states import ContestState

PER_PAGE = 20
#: The filter's word for everything whose deadline has passed.
OVER = "over"


def contest_filters(query: QueryDict, contests: ContestQuerySet, years: list[int], locale_id: int) -> list[Filter]:
    """The filters over ``contests``: only organisers and topics that occur are offered. One query."""
    within = contests.order_by()
    offered = options(
        organiser=Organisation.objects.filter(Exists(within.filter(organiser=OuterRef("pk"))), locale=locale_id),
        topic=Topic.objects.filter(Exists(within.filter(topics=OuterRef("pk"))), locale=locale_id),
    )
    states = [(state.value, state.label) for state in ContestState]
    return [
        choice_filter(query, "audience", _("For whom"), Audience.choices, everything=_("Everybody")),
        choice_filter(
            query,
            "state",
            _("State"),
            [*states, (OVER, _("the whole archive"))],
            everything=_("Open and announced"),
        ),
        choice_filter(query, "level", _("Level"), Level.choices, everything=_("Any level")),
        choice_filter(query, "topic", _("Topic"), offered["topic"], everything=_("All topics")),
        choice_filter(query, "organiser", _("Organiser"), offered["organiser"], everything=_("All organisers")),
        choice_filter(query, "year", _("Archive"), [(year, str(year)) for year in years], everything=_("All years")),
    ]


def contest_listing(query: QueryDict, contests: ContestQuerySet, years: list[int], locale_id: int) -> Listing:
    """The page of contests that ``query`` asks for.

    Without a state those that can still be applied for, the nearest deadline on top; a year or an archive state
    turns the order round.
    """
    filters = contest_filters(query, contests, years, locale_id)
    chosen = {one.name: one.value for one in filters}
    found = _narrowed(contests, chosen, locale_id)
    if chosen["year"]:
        found = found.closed_in(int(chosen["year"]))
    state = chosen["state"]
    if state and state != OVER:
        found = found.in_state(state)
    elif state == OVER or chosen["year"]:
        found = found.over()
    else:
        found = found.not_over()
    is_archive = chosen["year"] or state in (OVER, ContestState.CLOSED, ContestState.RESULTS)
    ordered = found.latest_first() if is_archive else found.ordered_by_deadline()
    return Listing(ordered, query, per_page=PER_PAGE, filters=filters, dress=ContestQuerySet.for_cards)


def list_heading(query: QueryDict) -> str:
    """What the list is of: what can be applied for, or what is over."""
    over = query.get("year") or query.get("state") in (OVER, ContestState.CLOSED, ContestState.RESULTS)
    return _("Archive of contests") if over else _("Open and announced")


def _narrowed(contests: ContestQuerySet, chosen: dict[str, str], locale_id: int) -> ContestQuerySet:
    if chosen["audience"]:
        contests = contests.for_audience(chosen["audience"])
    if chosen["level"]:
        contests = contests.filter(level=chosen["level"])
    for name, relation in (("topic", "topics"), ("organiser", "organiser")):
        if chosen[name]:
            contests = contests.filter(**{f"{relation}__slug": chosen[name], f"{relation}__locale": locale_id})
    return contests


def calendars(base_url: str) -> Iterator[tuple[str, str]]:
    """Label and address of every calendar to subscribe to: all deadlines, then by audience."""
    yield _("all contests"), f"{base_url}ics/"
    for audience in Audience:
        yield str(audience.label), f"{base_url}ics/{audience.value}/"
