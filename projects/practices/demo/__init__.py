"""The demo's collection of practices."""

from decimal import Decimal
from typing import Any

from core.demo import DemoKit
from core.models import Territory, Topic
from projects.councils.demo.data import TERRITORIES

from ..models import PracticeBorrowing, PracticeIndexPage, PracticePage
from .data import PRACTICES, TOPICS, Borrowed, DemoPractice

TITLE = "Хорошие практики"
INTRO = (
    "Что придумали и сделали советы Новодумска и соседних городов: сколько это стоило, кто понадобился и как повторить."
)
INTRO_ENGLISH = (
    "What the councils of Novodumsk and of neighbouring cities thought up and did: what it cost, who was needed, "
    "and how to repeat it."
)
CONTACT = "Наталья из ТОС расскажет: +7 (000) 000-00-21"


def load(kit: DemoKit) -> None:
    """The collection with its practices; ``kit.shared["practices"]`` finds them by slug."""
    topics = kit.shared["topics"] | {
        slug: kit.snippet(Topic, slug, title=title, en=english) for slug, (title, english) in TOPICS.items()
    }
    territories = {
        slug: kit.snippet(Territory, slug, title=title, en=english) for slug, (title, english) in TERRITORIES.items()
    }
    index = kit.page(kit.home, PracticeIndexPage, "practices", title=TITLE, intro=INTRO, show_in_menus=True)
    if not index.has_translation(kit.english):
        kit.translate(index, {TITLE: "Good practices", INTRO: INTRO_ENGLISH})
    kit.shared["practices"] = {}
    for data in PRACTICES:
        page = _practice(kit, index, data, topics, territories)
        kit.shared["practices"][data.slug] = page
        if data.english and not page.has_translation(kit.english):
            kit.translate(page, data.english)


def _practice(
    kit: DemoKit,
    index: PracticeIndexPage,
    data: DemoPractice,
    topics: dict[str, Topic],
    territories: dict[str, Territory],
) -> PracticePage:
    fields: dict[str, Any] = {
        "title": data.title,
        "summary": data.summary,
        "origin": "other" if data.city else "own",
        "city": data.city,
        "year": kit.today.year - data.years_ago,
        "territory": territories.get(data.territory),
        "problem": f"<p>{data.problem}</p>",
        "solution": f"<p>{data.solution}</p>",
        "repeat": f"<p>{data.repeat}</p>",
        "steps": [("step", {"title": title, "text": text, "duration": time}) for title, text, time in data.steps],
        "figures": [("figure", {"value": now, "before": was, "label": what}) for now, was, what in data.figures],
        "funding": [("money", {"source": who, "name": name, "amount": Decimal(n)}) for who, name, n in data.money],
        "cost": Decimal(sum(amount for _source, _name, amount in data.money)),
        "people": data.people,
        "duration": data.duration,
        "partners": [("partner", partner) for partner in data.partners],
        "contact": CONTACT,
    }
    page = kit.page(index, PracticePage, data.slug, **fields)
    if not page.topics.exists():
        page.topics = [topics[slug] for slug in data.topics]
        page.borrowings = [_borrowing(kit, page, order, one) for order, one in enumerate(data.borrowings)]
        page.save_revision().publish()
        page = PracticePage.objects.get(pk=page.pk)  # with the children as they were saved
    return page


def _borrowing(kit: DemoKit, page: PracticePage, order: int, data: Borrowed) -> PracticeBorrowing:
    return PracticeBorrowing(
        locale=page.locale,
        sort_order=order,
        council=kit.shared["councils"][data.council] if data.council else None,
        borrower=data.borrower,
        city=data.city,
        year=kit.today.year - data.years_ago,
        adaptation=data.adaptation,
        outcome=data.outcome,
    )
