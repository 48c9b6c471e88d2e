"""Which contests gave money to a project."""

from collections.abc import Iterable

from core.caching import remember
from core.visibility import public_keys, readable
from projects.contests.models import ContestPage, ContestWinner


def supporting_contests(project: int | None, locale_id: int, sources: Iterable[ContestPage]) -> list[ContestPage]:
    """The public contests in a language that ``sources`` of money name, or that name ``project`` among the winners."""
    named = {contest.translation_key: contest for contest in sources}
    own = {key: contest for key, contest in named.items() if contest.locale_id == locale_id}
    public = public_keys(own.values())
    awards = remember("awarded projects", ContestWinner.objects.contests_by_project)
    others = (named.keys() | awards.get(project, set())) - own.keys()
    pages = ContestPage.objects.filter(translation_key__in=others, locale_id=locale_id)
    found = [contest for contest in own.values() if contest.pk in public]
    return sorted([*found, *(readable(pages) if others else ())], key=lambda contest: contest.closes_at)
