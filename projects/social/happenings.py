"""What happens to projects that people follow: a stage begins, news are told. Rows are told once, however late."""

import datetime as dt
from collections.abc import Iterator

from core.following import (
    Happening,
    Keys,
    PageFollowable,
    Window,
    announced,
    changed_pages,
    happenings_of,
    pages_by_key,
    register_followable,
    start_of,
)

from .models import ProjectPage
from .models.parts import ProjectStage
from .models.people import ProjectUpdate

register_followable(PageFollowable("project", ProjectPage, "stages"))


@happenings_of("project")
def begun(keys: Keys, window: Window) -> Iterator[Happening]:
    """Stages and news whose day has come in the window."""
    pages = {page.pk: page for page in pages_by_key(ProjectPage, keys, window.language).values()}
    stages = ProjectStage.objects.filter(page__in=list(pages), since__range=_days(window))
    updates = ProjectUpdate.objects.filter(page__in=list(pages), date__range=_days(window))
    for stage in stages:
        yield _stage(stage, pages[stage.page_id], start_of(stage.since))
    for update in updates:
        yield _news(update, pages[update.page_id], start_of(update.date))


@happenings_of("project")
def entered(keys: Keys, window: Window) -> Iterator[Happening]:
    """Stages and news of earlier days that were entered in the window."""
    today = window.until
    for page, before in changed_pages(ProjectPage, keys, window, "stages", "updates"):
        at = page.last_published_at
        stages = {(row["stage"], row["since"]) for row in before.get("stages", [])}
        for stage in page.stages.all():
            if (stage.stage, stage.since.isoformat()) not in stages and start_of(stage.since) <= today:
                yield _stage(stage, page, at)
        updates = {(row["date"], row["title"]) for row in before.get("updates", [])}
        for update in page.updates.all():
            if (update.date.isoformat(), update.title) not in updates and start_of(update.date) <= today:
                yield _news(update, page, at)


def _days(window: Window) -> tuple[dt.date, dt.date]:
    """Days that may begin in the window; which do, the window says."""
    return window.since.date() - dt.timedelta(days=1), window.until.date() + dt.timedelta(days=1)


def _stage(stage: ProjectStage, page: ProjectPage, at: dt.datetime) -> Happening:
    title = str(stage.get_stage_display()).capitalize()
    return Happening(str(page.translation_key), f"stage:{stage.stage}:{stage.since}", at, title, stage.note)


def _news(update: ProjectUpdate, page: ProjectPage, at: dt.datetime) -> Happening:
    return Happening(str(page.translation_key), f"news:{update.date}:{update.title}", at, update.title, update.text)


@happenings_of("council")
def of_councils(keys: Keys, window: Window) -> Iterator[Happening]:
    yield from announced(ProjectPage.objects.all(), window, "council__translation_key", keys)


@happenings_of("contest")
def of_contests(keys: Keys, window: Window) -> Iterator[Happening]:
    """Projects that the contest pays for."""
    yield from announced(ProjectPage.objects.all(), window, "fundings__contest__translation_key", keys)


@happenings_of("topic")
def on_topics(keys: Keys, window: Window) -> Iterator[Happening]:
    yield from announced(ProjectPage.objects.all(), window, "topics__translation_key", keys)


@happenings_of("territory")
def in_territories(keys: Keys, window: Window) -> Iterator[Happening]:
    yield from announced(ProjectPage.objects.all(), window, "territory__translation_key", keys)
