"""Registrations for a forum that is to come."""

import datetime as dt

import factory
from django.utils import timezone

from forums.registration.choices import Status
from forums.registration.models import Question, Registration, RegistrationPeriod, Section
from tests.factories.forums import ForumPageFactory
from tests.factories.proposals import ContactFactory


class RegistrationPeriodFactory(factory.django.DjangoModelFactory):
    """Open, with the sections that ``sections`` gives as pairs of title and places."""

    class Meta:
        model = RegistrationPeriod
        skip_postgeneration_save = True

    forum = factory.SubFactory(
        ForumPageFactory,
        starts_on=factory.LazyFunction(lambda: timezone.localdate() + dt.timedelta(days=30)),
        venue="Дворец культуры «Горизонт»",
    )
    opens_at = factory.LazyFunction(lambda: timezone.now() - dt.timedelta(days=3))
    closes_at = factory.LazyFunction(lambda: timezone.now() + dt.timedelta(days=10))

    @factory.post_generation
    def sections(period, create, extracted, **kwargs):
        for place, (title, capacity) in enumerate(extracted or [("Дворы", 10)]):
            Section.objects.create(period=period, title=title, capacity=capacity, sort_order=place)


class RegistrationFactory(factory.django.DjangoModelFactory):
    """One with a place, in the first section; ``status`` makes it another."""

    class Meta:
        model = Registration

    period = factory.SubFactory(RegistrationPeriodFactory)
    section = factory.LazyAttribute(lambda one: one.period.sections.first())
    number = factory.LazyAttribute(lambda one: one.period.next_number())
    name = factory.Sequence(lambda n: f"Придуманный Пётр {n}")
    contact = factory.SubFactory(ContactFactory)
    status = Status.PLACED
    confirmed_at = factory.LazyFunction(timezone.now)
    waiting_since = factory.LazyFunction(timezone.now)


class QuestionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Question

    text = factory.Sequence(lambda n: f"Вопрос {n}")
