"""What happens to proposals that people follow, and what is proposed on a topic, in a part of the town, to a forum."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.following import (
    Followable,
    Happening,
    Keys,
    Thing,
    Window,
    end_of,
    happenings_of,
    register_followable,
    start_of,
    uuids,
)
from russian.dates import long_date

from .addresses import public_path
from .choices import PUBLIC, Status
from .models import Event, Proposal, ProposalPeriod


class ProposalFollowable(Followable):
    """Public proposals by their primary key."""

    kind = "proposal"
    label = gettext_lazy("proposal")

    def things(self, keys: Keys, language: str) -> dict[str, Thing]:
        found = Proposal.objects.public().filter(pk__in=_numbers(keys)).select_related("period__forum")
        return {
            str(one.pk): Thing(f"{one.label}. {one.what}", public_path(one), str(Status(one.status).label))
            for one in found
        }


register_followable(ProposalFollowable())


def _numbers(keys: Keys) -> list[int]:
    return [int(key) for key in keys if key.isascii() and key.isdecimal() and len(key) < 16]


@happenings_of("proposal")
def acts(keys: Keys, window: Window) -> Iterator[Happening]:
    """Lines of the public log."""
    rows = Event.objects.filter(proposal__in=_numbers(keys), status__in=PUBLIC, **window.named("at"))
    for row in rows.exclude(status=Status.PUBLISHED):
        title = str(row.get_status_display())
        yield Happening(str(row.proposal_id), f"act:{row.pk}", row.at, title, row.note)


@happenings_of("topic")
def on_topics(keys: Keys, window: Window) -> Iterator[Happening]:
    yield from _published("topic", keys, window)


@happenings_of("territory")
def in_territories(keys: Keys, window: Window) -> Iterator[Happening]:
    yield from _published("territory", keys, window)


def _published(term: str, keys: Keys, window: Window) -> Iterator[Happening]:
    terms = {f"{term}__translation_key__in": uuids(keys)}
    found = Proposal.objects.public().filter(**terms, **window.named("published_at"))
    for one in found.select_related("period__forum", term):
        title = _("Proposal %(label)s: %(what)s") % {"label": one.label, "what": one.what}
        key = str(getattr(one, term).translation_key)
        if one.published_at:
            yield Happening(key, f"proposal:{one.pk}", one.published_at, title, one.why, public_path(one))


@happenings_of("forum")
def collections(keys: Keys, window: Window) -> Iterator[Happening]:
    """Proposals are taken from today on; the last day is near."""
    for period in ProposalPeriod.objects.filter(forum__translation_key__in=uuids(keys)).select_related("forum"):
        key, url = str(period.forum.translation_key), f"{period.forum.url}proposals/"
        day = long_date(period.closes_on)
        if window.holds(opened := start_of(period.opens_on)):
            title = _("Proposals are taken until %(day)s") % {"day": day}
            yield Happening(key, f"opened:{period.opens_on}", opened, title, period.intro, url)
        if at := window.warning_of(end_of(period.closes_on)):
            title = _("Proposals are taken until %(day)s: a few days are left") % {"day": day}
            yield Happening(key, f"closing:{period.closes_on}", at, title, "", url)
