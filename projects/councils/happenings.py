"""What happens to councils that people follow."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.following import (
    Happening,
    Keys,
    PageFollowable,
    Window,
    announced,
    changed_pages,
    happenings_of,
    register_followable,
)

from .models import CouncilPage

register_followable(PageFollowable("council", CouncilPage))


@happenings_of("council")
def entered_rows(keys: Keys, window: Window) -> Iterator[Happening]:
    """Yearly reports and people in office that were entered in the window."""
    for council, before in changed_pages(CouncilPage, keys, window, "reports", "offices__person"):
        key, at, url = str(council.translation_key), council.last_published_at, council.url or ""
        years = {row["year"] for row in before.get("reports", [])}
        for report in council.reports.all():
            if report.year not in years:
                title = _("Report of the year %(year)s") % {"year": report.year}
                yield Happening(key, f"report:{report.year}", at, title, report.summary, url)
        held = {(row["role"], row["person"]) for row in before.get("offices", [])}
        for office in council.offices.all():
            if office.until is None and (office.role, office.person_id) not in held:
                title = f"{office.get_role_display()}: {office.person}"
                yield Happening(key, f"office:{office.role}:{office.person_id}:{at:%Y-%m-%d}", at, title, "", url)


@happenings_of("territory")
def in_territories(keys: Keys, window: Window) -> Iterator[Happening]:
    yield from announced(CouncilPage.objects.all(), window, "territory__translation_key", keys)
