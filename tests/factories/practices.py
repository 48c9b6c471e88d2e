"""Practices for tests."""

from decimal import Decimal

import factory
import wagtail_factories

from projects.practices.models import PracticeBorrowing, PracticeIndexPage, PracticePage


class PracticeIndexFactory(wagtail_factories.PageFactory):
    class Meta:
        model = PracticeIndexPage

    title = "Практики"
    slug = "praktiki"


class PracticeFactory(wagtail_factories.PageFactory):
    class Meta:
        model = PracticePage

    title = factory.Sequence(lambda n: f"Практика {n}")
    slug = factory.Sequence(lambda n: f"praktika-{n}")
    summary = "Коротко о практике."
    cost = Decimal(100_000)
    year = 2024


class BorrowingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PracticeBorrowing

    year = 2025
    locale = factory.SelfAttribute("practice.locale")
