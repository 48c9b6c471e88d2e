"""The demo's news: what happens in an invented town between two forums."""

import datetime as dt
from typing import Any

from django.utils import timezone

from core.demo import DemoKit
from home.pages.demo.bodies import body

from ..models import NewsPage
from .english import ENGLISH
from .texts import NEWS

#: Slug → scene and title of its picture; most news have none, as in life.
PICTURES = {
    "forum-date": ("hall", "Дворец культуры, где пройдёт форум"),
    "yard-opened": ("yard", "Двор на улице Мастеров после ремонта"),
    "shore-cleaned": ("lake", "Берег водохранилища после субботника"),
    "trees-planted": ("park", "Аллея, посаженная жителями"),
}


def load(kit: DemoKit) -> None:
    """Publish the news, the freshest yesterday, each some days before the one above it."""
    topics = kit.shared["topics"]
    day = kit.today - dt.timedelta(days=1)
    for slug, title, summary, words, topic_slugs, days_to_next in NEWS:
        fields: dict[str, Any] = {"title": title, "summary": summary, "date": day, "body": body(*words)}
        if slug in PICTURES:
            scene, caption = PICTURES[slug]
            fields["picture"] = kit.picture(f"news-{slug}", caption, scene=scene)
        moment = timezone.make_aware(dt.datetime.combine(day, dt.time(10, 30)))
        is_new = not NewsPage.objects.child_of(kit.shared["news"]).filter(slug=slug).exists()
        page = kit.page(kit.shared["news"], NewsPage, slug, **fields)
        if is_new:
            page.topics = [topics[name] for name in topic_slugs]
            page.save_revision().publish()
            kit.backdate(page, moment)
            if slug in ENGLISH:
                kit.translate(page, ENGLISH[slug])
        day -= dt.timedelta(days=days_to_next)
