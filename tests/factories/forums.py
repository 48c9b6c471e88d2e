"""Forums, resolutions and recommendations for tests; ``resolution_with`` builds a whole adopted text."""

import datetime as dt
from collections.abc import Sequence

import factory
import wagtail_factories
from django.utils import timezone
from wagtail.models import Locale, Page

from core.models import Addressee, Topic
from forums.editions.models import ForumIndexPage, ForumPage
from forums.resolutions.models import Recommendation, ResolutionPage, ResolutionSection


def front_page() -> Page:
    """The Russian front page, which a new database has."""
    return Page.objects.get(depth=2, locale__language_code="ru").specific


class TopicFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Topic
        django_get_or_create = ("slug",)

    title = factory.Sequence(lambda n: f"Тема {n}")
    slug = factory.Sequence(lambda n: f"topic-{n}")
    locale = factory.LazyFunction(Locale.get_default)


class AddresseeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Addressee
        django_get_or_create = ("slug",)

    title = factory.Sequence(lambda n: f"Адресат {n}")
    slug = factory.Sequence(lambda n: f"addressee-{n}")
    locale = factory.LazyFunction(Locale.get_default)


class ForumIndexPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = ForumIndexPage

    title = "Форумы"
    slug = "forums"
    parent = factory.LazyFunction(front_page)


class ForumPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = ForumPage

    title = factory.Sequence(lambda n: f"Форум {n}")
    slug = factory.Sequence(lambda n: f"forum-{n}")
    starts_on = factory.LazyFunction(lambda: timezone.localdate() - dt.timedelta(days=30))
    parent = factory.SubFactory(ForumIndexPageFactory)


class ResolutionPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = ResolutionPage

    title = "Резолюция"
    slug = "resolution"
    adopted_on = dt.date(2017, 4, 26)
    parent = factory.SubFactory(ForumPageFactory)


def section_with(texts: Sequence[str | Recommendation], **fields) -> ResolutionSection:
    """An unsaved section with a recommendation for each text."""
    section = ResolutionSection(**fields)
    section.recommendations = [
        text if isinstance(text, Recommendation) else Recommendation(text=text) for text in texts
    ]
    for place, recommendation in enumerate(section.recommendations.all()):
        recommendation.sort_order = place
    return section


def resolution_with(sections: Sequence[ResolutionSection], **fields) -> ResolutionPage:
    """A published resolution of these sections."""
    for place, section in enumerate(sections):
        section.sort_order = place
    return ResolutionPageFactory(sections=list(sections), **fields)
