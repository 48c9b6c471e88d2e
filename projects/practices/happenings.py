"""New practices, told to those that follow their topic or part of the town."""

from collections.abc import Iterator

from core.following import Happening, Keys, Window, announced, happenings_of

from .models import PracticePage


@happenings_of("topic")
def on_topics(keys: Keys, window: Window) -> Iterator[Happening]:
    yield from announced(PracticePage.objects.all(), window, "topics__translation_key", keys)


@happenings_of("territory")
def in_territories(keys: Keys, window: Window) -> Iterator[Happening]:
    yield from announced(PracticePage.objects.all(), window, "territory__translation_key", keys)
