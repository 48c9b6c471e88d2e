"""What those who follow a forum are told of its registration."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from core.following import Happening, Keys, Window, happenings_of, uuids
from russian.dates import long_date

from .addresses import FORM
from .models import RegistrationPeriod


@happenings_of("forum")
def registrations(keys: Keys, window: Window) -> Iterator[Happening]:
    """Registration is open from now on; its last day is near."""
    for period in RegistrationPeriod.objects.filter(forum__translation_key__in=uuids(keys)).select_related("forum"):
        key, url = str(period.forum.translation_key), f"{period.forum.url}{FORM}"
        day = long_date(timezone.localdate(period.closes_at))
        if window.holds(period.opens_at):
            title = _("Registration is open until %(day)s") % {"day": day}
            yield Happening(key, f"registration:{period.opens_at:%Y-%m-%d}", period.opens_at, title, period.intro, url)
        if at := window.warning_of(period.closes_at):
            title = _("Registration is open until %(day)s: a few days are left") % {"day": day}
            yield Happening(key, f"registration-closing:{period.closes_at:%Y-%m-%d}", at, title, "", url)
