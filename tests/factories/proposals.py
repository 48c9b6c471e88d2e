"""Proposals to a forum that is to come."""

import datetime as dt

import factory
from django.utils import timezone

from core.models import Contact
from forums.proposals.choices import Status
from forums.proposals.models import Proposal, ProposalPeriod
from tests.factories.forums import ForumPageFactory


class ContactFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Contact

    email = factory.Sequence(lambda n: f"resident-{n}@novodumsk.example")


class ProposalPeriodFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ProposalPeriod

    forum = factory.SubFactory(
        ForumPageFactory,
        starts_on=factory.LazyFunction(lambda: timezone.localdate() + dt.timedelta(days=30)),
        tracks=[{"type": "track", "value": {"title": "Дворы", "topic": None}}],
    )
    opens_on = factory.LazyFunction(lambda: timezone.localdate() - dt.timedelta(days=3))
    closes_on = factory.LazyFunction(lambda: timezone.localdate() + dt.timedelta(days=3))


class ProposalFactory(factory.django.DjangoModelFactory):
    """A published one; ``status`` makes it another."""

    class Meta:
        model = Proposal

    period = factory.SubFactory(ProposalPeriodFactory)
    number = factory.Sequence(lambda n: n + 1000)
    what = factory.Sequence(lambda n: f"Поставить скамейки на улице Придуманной, {n}")
    why = "Пожилым людям негде отдохнуть по дороге в поликлинику."
    author = factory.SubFactory(ContactFactory)
    status = Status.PUBLISHED
    received_at = factory.LazyFunction(timezone.now)
    published_at = factory.LazyFunction(timezone.now)
