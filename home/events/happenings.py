"""New events, told to those that follow their topic."""

from collections.abc import Iterator

from core.following import Happening, Keys, Window, announced, happenings_of

from .models import EventPage


@happenings_of("topic")
def on_topics(keys: Keys, window: Window) -> Iterator[Happening]:
    yield from announced(EventPage.objects.all(), window, "topics__translation_key", keys)
