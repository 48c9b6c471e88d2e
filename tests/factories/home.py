"""The front page's own sections for tests: news, documents, events, ordinary pages, the feedback form."""

import datetime as dt

import factory
import wagtail_factories
from django.utils import timezone

from home.events.models import EventIndexPage, EventPage
from home.feedback.models import FeedbackPage
from home.library.models import DocumentIndexPage, DocumentPage
from home.news.models import NewsIndexPage, NewsPage
from home.pages.models import ContentPage
from tests.factories.forums import front_page


def moment(*parts: int) -> dt.datetime:
    """A moment of the town's clock: ``moment(2026, 5, 14, 18, 30)``."""
    return dt.datetime(*parts, tzinfo=timezone.get_default_timezone())


class SectionFactory(wagtail_factories.PageFactory):
    class Meta:
        abstract = True

    parent = factory.LazyFunction(front_page)


class NewsIndexPageFactory(SectionFactory):
    class Meta:
        model = NewsIndexPage

    title = "Новости"
    slug = "news"


class NewsPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = NewsPage

    title = factory.Sequence(lambda n: f"Новость {n}")
    slug = factory.Sequence(lambda n: f"news-{n}")
    summary = "Коротко о том, что случилось."
    date = dt.date(2026, 5, 14)
    parent = factory.SubFactory(NewsIndexPageFactory)


class ContentPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = ContentPage

    title = factory.Sequence(lambda n: f"Страница {n}")
    slug = factory.Sequence(lambda n: f"page-{n}")
    parent = factory.LazyFunction(front_page)


class DocumentIndexPageFactory(SectionFactory):
    class Meta:
        model = DocumentIndexPage

    title = "Документы"
    slug = "library"


class DocumentPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = DocumentPage

    title = factory.Sequence(lambda n: f"О порядке номер {n}")
    slug = factory.Sequence(lambda n: f"document-{n}")
    number = factory.Sequence(lambda n: f"{n}-п")
    adopted_on = dt.date(2026, 3, 2)
    parent = factory.SubFactory(DocumentIndexPageFactory)


class EventIndexPageFactory(SectionFactory):
    class Meta:
        model = EventIndexPage

    title = "Афиша"
    slug = "events"


class EventPageFactory(wagtail_factories.PageFactory):
    class Meta:
        model = EventPage

    title = factory.Sequence(lambda n: f"Событие {n}")
    slug = factory.Sequence(lambda n: f"event-{n}")
    summary = "Приходите."
    starts_at = factory.LazyFunction(lambda: moment(2026, 5, 14, 18))
    parent = factory.SubFactory(EventIndexPageFactory)


class FeedbackPageFactory(SectionFactory):
    class Meta:
        model = FeedbackPage

    title = "Обратная связь"
    slug = "feedback"
    topic_choices = "Тема форума\nОшибка на сайте"
    recipients = "one@novodumsk.example\ntwo@novodumsk.example"
