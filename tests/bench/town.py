"""A town with as much in every section as one asks for: the ground that the listings are measured on."""

import datetime as dt
import random
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils import timezone
from shapely.geometry import box, mapping

from home.events.models import EventIndexPage, EventPage
from home.library.models import DocumentIndexPage, DocumentPage
from home.news.models import NewsIndexPage, NewsPage
from projects.contests.choices import Audience, Level
from projects.contests.models import ContestIndexPage, ContestPage
from projects.councils.choices import CouncilKind
from projects.councils.models import CouncilIndexPage, CouncilOffice, CouncilPage, CouncilStreet
from projects.practices.models import PracticeIndexPage, PracticePage
from projects.social.choices import NeedKind, Source, Stage
from projects.social.models import ProjectFunding, ProjectIndexPage, ProjectNeed, ProjectPage, ProjectStage
from tests.bench.corpus import sentence
from tests.bench.pages import add_pages, add_rows
from tests.factories.core import OrganisationFactory, PersonFactory, TerritoryFactory, TopicFactory, make_site

#: Index, its address, what it holds.
SECTIONS: tuple[tuple[type, str, type], ...] = (
    (ProjectIndexPage, "projects", ProjectPage),
    (CouncilIndexPage, "councils", CouncilPage),
    (ContestIndexPage, "contests", ContestPage),
    (PracticeIndexPage, "practices", PracticePage),
    (EventIndexPage, "events", EventPage),
    (NewsIndexPage, "news", NewsPage),
    (DocumentIndexPage, "documents", DocumentPage),
)
STREETS = 900
SERIES_EVERY = 50


class Town:
    """The site with its sections. ``grow(5000)`` brings every section to five thousand pages."""

    def __init__(self) -> None:
        self.site = make_site()
        self.indexes = {
            slug: self.site.home.add_child(instance=index(title=slug, slug=slug, locale=self.site.ru))
            for index, slug, _model in SECTIONS
        }
        self.topics = [TopicFactory() for _number in range(20)]
        self.territories = [TerritoryFactory() for _number in range(12)]
        self.organisations = [OrganisationFactory() for _number in range(40)]
        self.people = [PersonFactory() for _number in range(60)]
        self.source = random.Random(1)
        self.today = timezone.localdate()
        self.noon = timezone.now().replace(hour=7, minute=0, second=0, microsecond=0)
        self.size = 0

    def grow(self, size: int) -> None:
        """Add pages until every section holds ``size``."""
        numbers = range(self.size, size)
        for _index, slug, model in SECTIONS:
            add_pages(self.indexes[slug], model, getattr(self, f"_{slug}"), numbers)
            self._add_topics(model)
        self._add_project_rows(size)
        self._add_council_rows(size)
        self.size = size

    # --- fields of one page -------------------------------------------------------------------------------

    def _projects(self, number: int) -> dict[str, Any]:
        return self._common(number) | {
            "goals": self._text(),
            "organisation": self.organisations[number % 40] if number % 2 else None,
            "group": "" if number % 2 else "Жители двора",
            "territory": self.territories[number % 12],
            "point": f"{56 + number % 89 / 1000:.6f}, {54 + number % 97 / 1000:.6f}" if number % 3 else "",
            "cost": Decimal(number * 100),
        }

    def _councils(self, number: int) -> dict[str, Any]:
        west, south = 54 + number % 71 / 1000, 56 + number // 71 / 1000
        square = mapping(box(west, south, west + 0.001, south + 0.001))
        return self._common(number) | {
            "kind": CouncilKind.values[number % len(CouncilKind.values)],
            "territory": self.territories[number % 12],
            "registered_on": self.today - dt.timedelta(days=1000 + number % 3000),
            "dissolved_on": self.today - dt.timedelta(days=number % 900 + 1) if number % 10 == 0 else None,
            "boundary": square,
            "outline": square,
            "west": west,
            "south": south,
            "east": west + 0.001,
            "north": south + 0.001,
            "addresses": "\n".join(f"ул. {street}" for street in _streets_of(number)),
        }

    def _contests(self, number: int) -> dict[str, Any]:
        closes = self.noon + dt.timedelta(days=60 - number % 1800)
        over = closes < self.noon
        return self._common(number) | {
            "organiser": self.organisations[number % 40],
            "level": Level.values[number % len(Level.values)],
            "audiences": [Audience.values[number % len(Audience.values)]],
            "closes_at": closes,
            "opens_at": closes - dt.timedelta(days=30),
            "results_on": closes.date() + dt.timedelta(days=9) if over and number % 4 else None,
        }

    def _practices(self, number: int) -> dict[str, Any]:
        return self._common(number) | {
            "problem": self._text(),
            "solution": self._text(),
            "city": f"Город {number % 60}" if number % 3 else "",
            "origin": "other" if number % 3 else "own",
            "year": 2005 + number % 20,
            "cost": Decimal(number % 977 * 1000),
        }

    def _events(self, number: int) -> dict[str, Any]:
        starts = self.noon + dt.timedelta(days=200 - number % 2000, hours=number % 9)
        series = number % SERIES_EVERY == 0
        kinds = EventPage.Kind.values
        return self._common(number) | {
            "kind": kinds[number % len(kinds)],
            "starts_at": starts,
            "ends_at": starts + dt.timedelta(hours=2),
            "repeat": "weekly" if series else "",
            "last_ends_at": starts + dt.timedelta(days=366 if series else 0, hours=2),
            "repeat_until": timezone.localdate(starts) + dt.timedelta(days=366) if series else None,
        }

    def _news(self, number: int) -> dict[str, Any]:
        return self._common(number) | {"date": self.today - dt.timedelta(days=number % 2500)}

    def _documents(self, number: int) -> dict[str, Any]:
        kinds = DocumentPage.Kind.values
        common = self._common(number)
        del common["summary"]
        return common | {
            "kind": kinds[number % len(kinds)],
            "number": str(number),
            "adopted_on": self.today - dt.timedelta(days=number % 2500),
            "status": DocumentPage.Status.values[number % len(DocumentPage.Status.values)],
        }

    def _common(self, number: int) -> dict[str, Any]:
        """``title``, ``summary`` and a body of some four thousand letters."""
        source = random.Random(number)
        return {
            "title": sentence(source)[:120],
            "summary": sentence(source),
            "body": [{"type": "text", "value": self._text()} for _part in range(3)],
            "first_published_at": self.noon - dt.timedelta(hours=number),
        }

    def _text(self) -> str:
        return " ".join(sentence(self.source) for _number in range(8))

    # --- rows of pages ------------------------------------------------------------------------------------

    def _add_topics(self, model: type[models.Model]) -> None:
        through = model._meta.get_field("topics").remote_field.through if _has_topics(model) else None
        if through is None:
            return
        owner = f"{model._meta.model_name}_id"
        keys = model._base_manager.order_by("pk").values_list("pk", flat=True)[self.size :]
        pairs = ((key, topic) for key in keys for topic in self.source.sample(self.topics, 2))
        add_rows(through, (through(**{owner: key, "topic_id": topic.pk}) for key, topic in pairs))

    def _add_project_rows(self, size: int) -> None:
        keys = list(ProjectPage.objects.order_by("pk").values_list("pk", flat=True)[self.size : size])
        stages, sources, needs, locale = Stage.values, Source.values, NeedKind.values, self.site.ru

        def history() -> Iterator[ProjectStage]:
            for number, key in enumerate(keys):
                for step in range(number % 3 + 1):
                    since = self.today - dt.timedelta(days=900 - 200 * step - number % 150)
                    yield ProjectStage(page_id=key, stage=stages[(number + step) % 5], since=since, locale=locale)

        add_rows(ProjectStage, history())
        add_rows(
            ProjectFunding,
            (
                ProjectFunding(
                    page_id=key, year=2026 - part, source=sources[(number + part) % 7], amount=number, locale=locale
                )
                for number, key in enumerate(keys)
                for part in range(2)
            ),
        )
        add_rows(
            ProjectNeed,
            (
                ProjectNeed(page_id=key, kind=needs[number % 4], text="Помощники на субботу", locale=locale)
                for number, key in enumerate(keys)
            ),
        )

    def _add_council_rows(self, size: int) -> None:
        keys = list(CouncilPage.objects.order_by("pk").values_list("pk", flat=True)[self.size : size])
        numbered = list(enumerate(keys, self.size))
        offices = (
            CouncilOffice(
                council_id=key,
                role="chair",
                person=self.people[number % 60],
                since=self.today - dt.timedelta(days=400),
                locale=self.site.ru,
            )
            for number, key in numbered
        )
        add_rows(CouncilOffice, offices)
        add_rows(
            CouncilStreet,
            (
                CouncilStreet(
                    council_id=key,
                    title=f"ул. {street}",
                    key=f" {' '.join(sorted(street.lower().split()))} ",
                    kind="улица",
                    houses=f"{number % 9 * 10 + 1}-{number % 9 * 10 + 10}",
                )
                for number, key in numbered
                for street in _streets_of(number)
            ),
        )


def _has_topics(model: type[models.Model]) -> bool:
    return any(field.name == "topics" for field in model._meta.get_fields())


def _streets_of(number: int) -> list[str]:
    """Three streets of a council; a street belongs to many."""
    words = ("Озёрная", "Лесная", "Мастеров", "Речная", "Садовая", "Полевая")
    return [f"{words[(number + part) % 6]} {chr(1072 + (number * 7 + part) % STREETS % 30) * 3}" for part in range(3)]
