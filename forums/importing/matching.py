"""Which forum on the site a resolution belongs to."""

from datetime import date

from rapidfuzz import fuzz
from wagtail.models import Locale

from forums.editions.models import ForumPage
from forums.importing.linking import lemmas
from forums.importing.resolution import Resolution

ALIKE = 75


def find_forum(resolution: Resolution) -> ForumPage | None:
    """Return the forum that adopted *resolution*: by number, by date, by theme and name; None when none fits."""
    forums = list(ForumPage.objects.filter(locale=Locale.get_default()))
    scored = [(score, forum) for forum in forums if (score := _score(resolution, forum)) >= 4]
    scored.sort(key=lambda pair: (-pair[0], pair[1].pk))
    if len(scored) > 1 and scored[0][0] == scored[1][0]:
        return None
    return scored[0][1] if scored else None


def _score(resolution: Resolution, forum: ForumPage) -> int:
    """Weigh what agrees; two sure signs or one number and year make a forum."""
    facts = resolution.forum
    if facts.number and forum.number and facts.number != forum.number:
        return 0
    score = 2 if facts.number and facts.number == forum.number else 0
    score += _score_date(resolution.adopted_on, forum)
    if facts.theme and forum.theme and fuzz.ratio(facts.theme.casefold(), forum.theme.casefold()) > 90:
        score += 4
    if facts.name and fuzz.token_set_ratio(" ".join(lemmas(facts.name)), " ".join(lemmas(forum.title))) > ALIKE:
        score += 2
    return score


def _score_date(adopted_on: date | None, forum: ForumPage) -> int:
    if adopted_on is None:
        return 0
    if forum.starts_on <= adopted_on <= forum.last_day:
        return 4
    return 2 if forum.starts_on.year == adopted_on.year else -4
