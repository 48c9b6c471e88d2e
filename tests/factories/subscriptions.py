"""What residents follow."""

import datetime as dt

import factory
from django.utils import timezone

from home.subscriptions.choices import Frequency
from home.subscriptions.models import Newsletter, Subscription
from tests.factories.proposals import ContactFactory


class SubscriptionFactory(factory.django.DjangoModelFactory):
    """At once, and told of nothing for an hour."""

    class Meta:
        model = Subscription

    contact = factory.SubFactory(ContactFactory)
    kind = "newsletter"
    frequency = Frequency.AT_ONCE
    created_at = factory.LazyFunction(lambda: timezone.now() - dt.timedelta(days=60))
    told_until = factory.LazyFunction(lambda: timezone.now() - dt.timedelta(hours=1))


class NewsletterFactory(factory.django.DjangoModelFactory):
    """One that was sent."""

    class Meta:
        model = Newsletter

    subject = factory.Sequence(lambda n: f"Новости недели, выпуск {n}")
    items = factory.LazyFunction(
        lambda: [{"page": 1, "label": "Новости", "title": "Открыт сквер", "text": "Пришли все.", "url": "/news/skver/"}]
    )
    sent_at = factory.LazyFunction(timezone.now)
