"""Contests and projects for tests."""

import datetime as dt

import factory
import wagtail_factories
from django.utils import timezone

from projects.contests.choices import Audience
from projects.contests.models import ContestIndexPage, ContestPage
from projects.social.choices import Stage
from projects.social.models import ProjectIndexPage, ProjectPage, ProjectStage


class ContestIndexPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = ContestIndexPage

    title = "Конкурсы и гранты"
    slug = "konkursy"


class ContestPageFactory(wagtail_factories.PageFactory):
    """Open since yesterday, for ten days more."""

    class Meta:
        model = ContestPage

    title = factory.Sequence(lambda n: f"Конкурс {n}")
    slug = factory.Sequence(lambda n: f"konkurs-{n}")
    summary = "Гранты на добрые дела, до 500 тысяч рублей."
    audiences = factory.LazyFunction(lambda: [Audience.NGO.value])
    time_zone = "Asia/Yekaterinburg"
    opens_at = factory.LazyFunction(lambda: timezone.now() - dt.timedelta(days=1))
    closes_at = factory.LazyFunction(lambda: timezone.now() + dt.timedelta(days=10))
    first_published_at = factory.LazyFunction(timezone.now)
    last_published_at = factory.SelfAttribute("first_published_at")


class ProjectIndexPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = ProjectIndexPage

    title = "База проектов"
    slug = "proekty"


class ProjectPageFactory(wagtail_factories.PageFactory):
    """An idea of an initiative group."""

    class Meta:
        model = ProjectPage

    title = factory.Sequence(lambda n: f"Проект {n}")
    slug = factory.Sequence(lambda n: f"proekt-{n}")
    summary = "Двор станет светлее и чище."
    group = "Жители дома 5 по Лесной улице"
    first_published_at = factory.LazyFunction(timezone.now)
    last_published_at = factory.SelfAttribute("first_published_at")


def project_with(parent, stages=(), **fields) -> ProjectPage:
    """A live project with a history: pairs of a stage and the day it began."""
    project = ProjectPageFactory(parent=parent, **fields)
    for order, (stage, since) in enumerate(stages):
        ProjectStage.objects.create(
            page=project, stage=Stage(stage), since=since, sort_order=order, locale=project.locale
        )
    return project
