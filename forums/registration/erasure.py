"""Names and addresses go some days after the forum; what the figures are counted of stays."""

from django.db import transaction
from django.utils import timezone

from core.contacts.erasure import erase_idle
from core.models import Contact, Letter

from .choices import KNOWN
from .letters import event_of
from .models import CheckIn, Registration, RegistrationPeriod


def due_periods() -> list[RegistrationPeriod]:
    """Whose names may be kept no longer."""
    kept = RegistrationPeriod.objects.filter(erased_at=None).select_related("forum")
    return [period for period in kept if period.is_due_to_be_erased]


def overdue_periods() -> list[RegistrationPeriod]:
    """Whose names should have gone in a night before this one: the clock does not run."""
    return [period for period in due_periods() if period.erase_on < timezone.localdate()]


def erase(period: RegistrationPeriod) -> int:
    """Erase everything that leads to a person, once; give how many registrations had such."""
    with transaction.atomic():
        mine = RegistrationPeriod.objects.filter(pk=period.pk, erased_at=None)
        if not mine.update(erased_at=timezone.now()):
            return 0
        own = Registration.objects.of(period)
        contacts = list(own.exclude(contact=None).values_list("contact_id", flat=True))
        count = own.filter(status__in=KNOWN).exclude(name="").count()
        own.exclude(status__in=KNOWN).delete()
        own.without_person()
        CheckIn.objects.filter(registration__period=period).update(by=None)
        Letter.objects.filter(event__startswith=event_of(period)).delete()
        RegistrationPeriod.objects.filter(pk=period.pk).update(erased_count=count)
        erase_idle(Contact.objects.filter(pk__in=contacts))
    return count


def erase_due() -> tuple[str, int]:
    """What :func:`core.contacts.erasure.erase_expired` runs each night."""
    return "registrations for forums", sum(erase(period) for period in due_periods())
