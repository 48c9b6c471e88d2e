"""What residents see of recommendations."""

import factory
from django.utils import timezone

from forums.witnesses.choices import Seen, Status
from forums.witnesses.models import Witness
from tests.factories.proposals import ContactFactory


class WitnessFactory(factory.django.DjangoModelFactory):
    """One that waits for an editor."""

    class Meta:
        model = Witness

    seen = Seen.NOT_DONE
    text = factory.Sequence(lambda n: f"Скамейки нет, была там {n} раз.")
    author = factory.SubFactory(ContactFactory)
    status = Status.RECEIVED
    received_at = factory.LazyFunction(timezone.now)
