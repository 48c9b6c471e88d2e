"""What happens to a forum that people follow."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.following import (
    Happening,
    Keys,
    PageFollowable,
    Window,
    happenings_of,
    pages_by_key,
    register_followable,
    start_of,
)
from russian.dates import long_date

from .models import ForumPage


class ForumFollowable(PageFollowable):
    def state_of(self, page: ForumPage) -> str:
        return str(page.state.badge.label)


register_followable(ForumFollowable("forum", ForumPage))


@happenings_of("forum")
def first_days(keys: Keys, window: Window) -> Iterator[Happening]:
    """The forum begins soon."""
    for key, forum in pages_by_key(ForumPage, keys, window.language).items():
        if at := window.warning_of(start_of(forum.starts_on)):
            title = _("The forum begins on %(day)s") % {"day": long_date(forum.starts_on)}
            yield Happening(key, f"begins:{forum.starts_on}", at, title, forum.place_line, forum.url or "")
