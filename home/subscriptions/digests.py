"""Letters about what is followed: one a contact and run, a block for each thing that has news, no news no letter.

Happenings are asked for once a thing, however many follow it; contacts are gone through in runs. A letter and the note
of what it told are one transaction, so that a run that is killed leaves the rest to the next and sends nothing twice.
"""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import Any, TypeVar
from urllib.parse import urljoin

from django.db import transaction
from django.db.models import Min
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.following import AHEAD, Happening, Thing, Window, happenings, things
from core.mail import site_url, unsubscribe_path, write_letter
from core.models import Letter

from .choices import DIGESTS, Frequency, mailing_of_one
from .models import Subscription
from .querysets import SubscriptionQuerySet

#: When daily and weekly letters are written, by the municipality's clock; weekly ones on Mondays.
MORNING = dt.time(8)
#: What was committed in this moment may not be seen by everybody yet.
SETTLING = dt.timedelta(minutes=1)
#: Who gets letters on Mondays is told of last days in the week that begins.
WEEK_AHEAD = dt.timedelta(days=8)
#: Things that are asked about at once, and contacts that are written to in one go.
THINGS, CONTACTS = 200, 200
#: Blocks of a letter, and lines of a block; the page has the rest.
MOST_BLOCKS, MOST_LINES = 20, 8

Place = tuple[str, str, str]  # kind, key, language
#: A subscription, its thing, what is new of it.
Told = tuple[Subscription, tuple[Thing, list[Happening]]]
Row = TypeVar("Row")


def boundary(frequency: str, now: dt.datetime) -> dt.datetime:
    """The last moment at which letters of a frequency were to be written."""
    if frequency == Frequency.AT_ONCE:
        return now
    local = timezone.localtime(now)
    morning = local.replace(hour=MORNING.hour, minute=MORNING.minute, second=0, microsecond=0)
    if frequency == Frequency.WEEKLY:
        morning -= dt.timedelta(days=local.weekday())
    if morning > local:
        morning -= dt.timedelta(days=7 if frequency == Frequency.WEEKLY else 1)
    return morning


def send_digests() -> int:
    """Write what is due; give the number of letters."""
    now = timezone.now()
    return sum(_send(frequency, now) for frequency in Frequency)


def _send(frequency: Frequency, now: dt.datetime) -> int:
    until = now - SETTLING
    due = Subscription.objects.due(frequency, boundary(frequency, now), until)
    news = News.load(due, until, WEEK_AHEAD if frequency == Frequency.WEEKLY else AHEAD)
    root, sent = site_url(), 0
    for own in _by_contact(due, news):
        told = [(one, found) for one in own if (found := news.told_to(one))]
        sent += sum(_write(some, until, root) for some in _batches(told, MOST_BLOCKS))
    due.update(told_until=until)
    return sent


@dataclass
class News:
    """What has happened to the things that are followed; those without news are left out."""

    found: dict[Place, tuple[Thing, list[Happening]]] = field(default_factory=dict)

    @classmethod
    def load(cls, due: SubscriptionQuerySet, until: dt.datetime, ahead: dt.timedelta) -> "News":
        """Ask each kind and language for its things, from the earliest moment on that one of them was told of."""
        news = cls()
        rows = due.order_by("kind", "language", "key").values_list("kind", "language", "key")
        places = rows.annotate(since=Min("told_until"))
        for (kind, language), group in groupby(places.iterator(), key=lambda row: row[:2]):
            with translation.override(language):
                for some in _batches(group, THINGS):
                    window = Window(min(row[3] for row in some), until, language, ahead)
                    news._ask(kind, [row[2] for row in some], window)
        return news

    def _ask(self, kind: str, keys: list[str], window: Window) -> None:
        told = happenings(kind, keys, window)
        for key, thing in things(kind, list(told), window.language).items():
            self.found[kind, key, window.language] = (thing, told[key])

    @property
    def things(self) -> dict[tuple[str, str], set[str]]:
        """Keys by kind and language."""
        keys: dict[tuple[str, str], set[str]] = defaultdict(set)
        for kind, key, language in self.found:
            keys[kind, language].add(key)
        return keys

    def told_to(self, one: Subscription) -> tuple[Thing, list[Happening]] | None:
        """What is new for a subscription; None when nothing is."""
        found = self.found.get((one.kind, one.key, one.language))
        if found is None:
            return None
        new = [happening for happening in found[1] if happening.at > one.told_until]
        return (found[0], new) if new else None


def _by_contact(due: SubscriptionQuerySet, news: News) -> Iterator[list[Subscription]]:
    """The due subscriptions to what has news, a contact's together; read in runs, so that few are in memory."""
    if not news.found:
        return
    # Beyond so many things a condition that names them all is longer than what it spares.
    about = due.about(news.things) if len(news.found) <= THINGS else due
    last = 0
    while contacts := _next_contacts(about, last):
        rows = about.filter(contact__in=contacts).select_related("contact").order_by("contact_id", "pk")
        for _contact, own in groupby(rows, key=lambda one: one.contact_id):
            yield list(own)
        last = contacts[-1]


def _next_contacts(about: SubscriptionQuerySet, last: int) -> list[int]:
    ids = about.filter(contact_id__gt=last).order_by("contact_id").values_list("contact_id", flat=True).distinct()
    return list(ids[:CONTACTS])


def _write(told: list[Told], until: dt.datetime, root: str) -> bool:
    """Write a contact's letter and note what was told, both or neither; False when it was written before."""
    first = told[0][0]
    with transaction.atomic():
        mine = Subscription.objects.filter(pk__in=[one.pk for one, _found in told], told_until__lt=until)
        if mine.update(told_until=until) != len(told):
            transaction.set_rollback(True)  # another process is at it, or one of them has just ended
            return False
        with translation.override(first.language):
            blocks = [_block(one, *found, root) for one, found in told]
            subject = _subject(blocks)
        letter = write_letter(
            first.contact.email,
            "subscriptions.digest",
            subject,
            "subscriptions/mail/digest",
            {"blocks": blocks},
            version=_version(told),
            kind=Letter.Kind.MAILING,
            mailing=DIGESTS,
            language=first.language,
        )
    return letter is not None


def _version(told: list[Told]) -> str:
    """The same for the same news: nobody gets them twice."""
    lines = [f"{one.pk} {happening.id}" for one, (_thing, new) in told for happening in new]
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def _block(one: Subscription, thing: Thing, new: list[Happening], root: str) -> dict[str, Any]:
    """What the letter says of one thing, the newest first."""
    return {
        "title": thing.title,
        "state": thing.state,
        "url": urljoin(root, thing.url) if thing.url else "",
        "lines": [
            {
                "day": timezone.localdate(happening.at),
                "title": happening.title,
                "text": happening.short_text,
                "url": urljoin(root, happening.url) if happening.url not in ("", thing.url) else "",
            }
            for happening in new[:MOST_LINES]
        ],
        "more": max(0, len(new) - MOST_LINES),
        "stop": urljoin(root, unsubscribe_path(one.contact.email, mailing_of_one(one.pk))),
    }


def _subject(blocks: list[dict[str, Any]]) -> str:
    if len(blocks) == 1:
        return _("News: %(thing)s") % {"thing": blocks[0]["title"]}
    return ngettext("News of %(n)s thing that you follow", "News of %(n)s things that you follow", len(blocks)) % {
        "n": len(blocks)
    }


def _batches(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    iterator = iter(rows)
    while batch := list(islice(iterator, size)):
        yield batch
