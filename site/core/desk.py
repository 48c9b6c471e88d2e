"""The first screen of the admin: what waits for the one who looks at it, as numbers that lead somewhere.

Rooms register with ``@extend(WAITING)`` a function of the request that yields :class:`Waiting`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component

from .extensions import extend, extensions_of
from .link_report import DeadLinksReport, links_for
from .mail_report import LettersReport, may_see
from .models import Letter

WAITING = "what waits for editors"


@dataclass(frozen=True)
class Waiting:
    """So many of something, and where they are."""

    count: int
    label: str | Promise
    url: str


@extend(WAITING)
def dead_links(request: HttpRequest) -> Iterator[Waiting]:
    yield Waiting(links_for(request.user).count(), _("Dead links"), reverse(DeadLinksReport.index_url_name))


@extend(WAITING)
def failed_letters(request: HttpRequest) -> Iterator[Waiting]:
    if may_see(request.user, Letter):
        failed = Letter.objects.filter(state=Letter.State.FAILED).count()
        report = f"{reverse(LettersReport.index_url_name)}?state={Letter.State.FAILED}"
        yield Waiting(failed, _("Letters that were not delivered"), report)


class WaitingPanel(Component):
    """Nothing waits, nothing is shown."""

    name = "waiting"
    template_name = "core/admin/waiting.html"
    order = 115

    class Media:
        css = {"all": ["css/admin/desk.css"]}

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        request = parent_context["request"]
        found = [one for make in extensions_of(WAITING) for one in make(request)]
        return {"waiting": [one for one in found if one.count]}


@hooks.register("construct_homepage_panels")
def add_panel(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(WaitingPanel())
