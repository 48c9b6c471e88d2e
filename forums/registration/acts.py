"""What can happen to a registration. Each act holds the lock of its forum: no place is given twice.

On PostgreSQL the lock is the row of the period, on SQLite the one writer that ``BEGIN IMMEDIATE`` lets in.
"""

import datetime as dt
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.utils import timezone

from core.models import Contact

from . import letters
from .choices import Status
from .models import CheckIn, Registration, RegistrationPeriod, Section


class NoRoom(Exception):
    """There are not so many free places; ``free`` says how many there are."""

    def __init__(self, free: int) -> None:
        super().__init__(free)
        self.free = free


class TooLate(Exception):
    """What was asked for is no longer possible."""


@contextmanager
def _locked(period_id: int) -> Iterator[RegistrationPeriod]:
    """One act at a time for each forum; what is read within is what the act before has left."""
    with transaction.atomic():
        yield RegistrationPeriod.objects.select_for_update().get(pk=period_id)


def free_places(section: Section) -> int:
    """How many places of a section nobody has; true for as long as the lock is held."""
    return max(0, section.capacity - Registration.objects.filter(section=section).taken_places())


def _fits(registration: Registration, section: Section) -> bool:
    """Whether there is a place now, and nobody who could have it waits for it."""
    others = Registration.objects.filter(section=section).exclude(pk=registration.pk)
    free = max(0, section.capacity - others.taken_places())
    return registration.party_size <= free and not others.waiting().filter(party_size__lte=free).exists()


def confirm(registration: Registration, contact: Contact) -> Registration:
    """The owner of the address has pressed the button: a number, and a place or a turn on the waiting list.

    Raises ``TooLate`` once registration is closed.
    """
    with _locked(registration.period_id) as period:
        if not period.is_open:
            raise TooLate
        registration.number = period.next_number()
        registration.contact = contact
        registration.confirmed_at = registration.waiting_since = timezone.now()
        registration.status = Status.PLACED if _fits(registration, registration.section) else Status.WAITING
        registration.save()
        letters.tell(registration, registration.status)
    return registration


def take_offer(registration_id: int) -> Registration:
    """Whoever waited takes the offered place. Raises ``TooLate`` when it went to somebody else."""
    with _at(registration_id) as registration:
        if not registration.is_offered:
            raise TooLate
        registration.status, registration.offered_until = Status.PLACED, None
        registration.save(update_fields=["status", "offered_until"])
        letters.tell(registration, Status.PLACED)
    return registration


def change(registration_id: int, section: Section, party_size: int) -> Registration:
    """Another section or another number of people. Who has a place keeps it when the new one is not to be had.

    Raises ``NoRoom`` then, and ``TooLate`` once registration is closed.
    """
    with _at(registration_id) as registration:
        if not registration.period.is_open or registration.status not in (Status.PLACED, Status.WAITING):
            raise TooLate
        left, had_place = registration.section, registration.status == Status.PLACED
        grows = section != left or party_size > registration.party_size
        registration.section, registration.party_size = section, party_size
        if had_place and grows and not _may_have(registration, stays=section == left):
            raise NoRoom(free_places(section))
        if not had_place:
            if section != left:
                registration.waiting_since = timezone.now()
            registration.status = Status.PLACED if _fits(registration, section) else Status.WAITING
        registration.sequence += 1
        registration.save()
        letters.tell(registration, "changed" if had_place else registration.status)
        for one in {left.pk: left, section.pk: section}.values():
            _offer_on(one, registration.period)
    return registration


def _may_have(registration: Registration, stays: bool) -> bool:
    """Whether somebody with a place gets the changed one; those who wait come first in another section alone."""
    if not stays:
        return _fits(registration, registration.section)
    others = Registration.objects.filter(section=registration.section).exclude(pk=registration.pk)
    return registration.party_size <= registration.section.capacity - others.taken_places()


def cancel(registration_id: int) -> Registration:
    """Give up a place or a turn; the place is offered to whoever waits first. Raises ``TooLate`` when it is over."""
    with _at(registration_id) as registration:
        if not registration.is_active:
            raise TooLate
        had_place = registration.status == Status.PLACED
        registration.status, registration.offered_until = Status.CANCELLED, None
        registration.sequence += 1
        registration.save(update_fields=["status", "offered_until", "sequence"])
        letters.tell(registration, Status.CANCELLED, had_place=had_place)
        _offer_on(registration.section, registration.period)
    return registration


@contextmanager
def _at(registration_id: int) -> Iterator[Registration]:
    """The registration as it is under the lock."""
    period_id = Registration.objects.values_list("period_id", flat=True).get(pk=registration_id)
    with _locked(period_id) as period:
        registration = Registration.objects.select_related("section", "contact").get(pk=registration_id)
        registration.period = period
        yield registration


def _offer_on(section: Section, period: RegistrationPeriod) -> None:
    """Offer free places to those who wait first and fit in; under the lock, and never after the cut-off."""
    now = timezone.now()
    while period.is_open:
        free = free_places(section)
        waiting = Registration.objects.filter(section=section, party_size__lte=free).waiting()
        registration = waiting.select_related("contact", "section").first()
        if registration is None:
            return
        registration.period = period
        registration.status = Status.OFFERED
        registration.offered_until = min(now + dt.timedelta(hours=period.offer_hours), period.closes_at)
        registration.save(update_fields=["status", "offered_until"])
        letters.tell(registration, Status.OFFERED)


def pass_places_on() -> int:
    """Take back offers that nobody answered, and offer what is free; for a clock. Gives how many offers lapsed."""
    lapsed = 0
    late = Registration.objects.lapsed().values_list("period_id", flat=True)
    waiting = Registration.objects.waiting().filter(period__closes_at__gt=timezone.now())
    for period_id in sorted({*late, *waiting.values_list("period_id", flat=True)}):
        with _locked(period_id) as period:
            for registration in Registration.objects.of(period).lapsed().with_place():
                registration.period = period
                registration.status, registration.offered_until = Status.LAPSED, None
                registration.save(update_fields=["status", "offered_until"])
                letters.tell(registration, Status.LAPSED)
                lapsed += 1
            for section in period.sections.all():
                _offer_on(section, period)
    return lapsed


# --- at the door ------------------------------------------------------------------------------------------------


def check_in(registration: Registration, key: uuid.UUID, at: dt.datetime, is_here: bool, by: Any) -> None:
    """Somebody is let in, or that is taken back. The same ``key`` again changes nothing; the latest moment counts."""
    with transaction.atomic():
        known = {"registration": registration, "is_here": is_here, "at": min(at, timezone.now()), "by": by}
        _one, created = CheckIn.objects.get_or_create(key=key, defaults=known)
        if created:
            latest = registration.check_ins.latest("at", "pk")
            registration.arrived_at = latest.at if latest.is_here else None
            registration.save(update_fields=["arrived_at"])


def walk_in(section: Section, name: str, party_size: int, key: uuid.UUID, at: dt.datetime, by: Any) -> Registration:
    """Somebody came without registering. The same ``key`` again finds the one that is there."""
    with _locked(section.period_id) as period:
        registration = Registration.objects.filter(key=key).first()
        if registration is None:
            registration = Registration.objects.create(
                period=period,
                section=section,
                number=period.next_number(),
                key=key,
                name=name,
                party_size=party_size,
                status=Status.PLACED,
                is_walk_in=True,
                confirmed_at=timezone.now(),
            )
        check_in(registration, key, at, is_here=True, by=by)
    return registration
