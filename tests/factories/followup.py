"""Answers, reports and assignments for tests."""

import datetime as dt

import factory
from django.contrib.auth import get_user_model
from wagtail.models import Locale

from core.models import Organisation
from forums.editions.models import ForumPage
from forums.followup.choices import Frequency, Outcome, Position
from forums.followup.models import Assignment, ProgressReport, Response
from forums.resolutions.models import Recommendation, ResolutionPage

from .forums import ForumPageFactory, resolution_with, section_with


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation
        django_get_or_create = ("slug",)

    title = factory.Sequence(lambda n: f"Управление {n}")
    slug = factory.Sequence(lambda n: f"body-{n}")
    locale = factory.LazyFunction(Locale.get_default)


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = get_user_model()

    username = factory.Sequence(lambda n: f"user{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")


class ResponseFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Response

    date = dt.date(2017, 5, 20)
    position = Position.ACCEPTED
    text = "Поддерживаем."


class ProgressReportFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ProgressReport

    date = dt.date(2017, 9, 1)
    outcome = Outcome.IN_PROGRESS
    text = "Провели две встречи."


class AssignmentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Assignment

    date = dt.date(2017, 5, 1)
    body = factory.SubFactory(OrganisationFactory)
    frequency = Frequency.ONCE


def forum_on(day: str, number: int, index=None) -> ForumPage:
    """A live forum of one day under the archive ``index`` (a new one when None)."""
    parent = {"parent": index} if index else {}
    return ForumPageFactory(
        title=f"Форум {number}", slug=f"forum-{number}", number=number, starts_on=dt.date.fromisoformat(day), **parent
    )


def adopted(forum: ForumPage, items: list[Recommendation | str], addressee=None, **fields) -> ResolutionPage:
    """The forum's published resolution of one section, adopted on its first day."""
    section = section_with(items, addressee=addressee, addressee_text="Органам местного самоуправления:")
    return resolution_with([section], parent=forum, adopted_on=fields.pop("adopted_on", forum.starts_on), **fields)


def items_of(resolution: ResolutionPage) -> list[Recommendation]:
    """The resolution's recommendations in the order of the paper."""
    return list(Recommendation.objects.filter(section__page=resolution).order_by("section__sort_order", "sort_order"))
