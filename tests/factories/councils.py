"""Councils for tests."""

import datetime as dt

import factory
import wagtail_factories

from projects.councils.models import CouncilIndexPage, CouncilOffice, CouncilPage
from tests.factories.core import PersonFactory
from tests.projects.geo.plan import square

#: The municipality of the tests: ten squares by ten.
LAND = square(0, 0, 10)


class CouncilIndexFactory(wagtail_factories.PageFactory):
    class Meta:
        model = CouncilIndexPage

    title = "Советы"
    slug = "sovety"
    boundary = LAND


class CouncilFactory(wagtail_factories.PageFactory):
    class Meta:
        model = CouncilPage

    title = factory.Sequence(lambda n: f"ТОС № {n}")
    slug = factory.Sequence(lambda n: f"tos-{n}")
    kind = "tos"
    registered_on = dt.date(2019, 3, 12)


class OfficeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CouncilOffice

    role = "chair"
    person = factory.SubFactory(PersonFactory)
    since = dt.date(2020, 1, 1)
    locale = factory.SelfAttribute("council.locale")
