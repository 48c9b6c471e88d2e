"""New news, told to those that follow their topic."""

from collections.abc import Iterator

from core.following import Happening, Keys, Window, announced, happenings_of

from .models import NewsPage


@happenings_of("topic")
def on_topics(keys: Keys, window: Window) -> Iterator[Happening]:
    yield from announced(NewsPage.objects.all(), window, "topics__translation_key", keys)
