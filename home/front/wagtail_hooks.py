"""The first screen of the admin: buttons for what editors make most often."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.models import Locale, Page

from forums.editions.models import ForumIndexPage, ForumPage
from home.events.models import EventIndexPage, EventPage
from home.library.models import DocumentIndexPage, DocumentPage
from home.news.models import NewsIndexPage, NewsPage
from projects.contests.models import ContestIndexPage, ContestPage
from projects.social.models import ProjectIndexPage, ProjectPage

#: What is made, and the section it is made in.
MADE_MOST_OFTEN: tuple[tuple[str | Promise, type[Page], type[Page]], ...] = (
    (_("A piece of news"), NewsPage, NewsIndexPage),
    (_("A contest"), ContestPage, ContestIndexPage),
    (_("An event"), EventPage, EventIndexPage),
    (_("A project"), ProjectPage, ProjectIndexPage),
    (_("A document"), DocumentPage, DocumentIndexPage),
    (_("A forum"), ForumPage, ForumIndexPage),
)


class MakingPanel(Component):
    """Buttons that open the form of a new page, for the sections where the user may add one."""

    name = "making"
    template_name = "front/admin/making.html"
    order = 50

    class Media:
        css = {"all": ["css/admin/desk.css"]}

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        buttons = []
        for label, model, section in MADE_MOST_OFTEN:
            index = section.objects.filter(locale=Locale.get_default(), live=True).first()
            if index and index.permissions_for_user(user).can_add_subpage():
                place = [model._meta.app_label, model._meta.model_name, index.pk]
                buttons.append((label, reverse("wagtailadmin_pages:add", args=place)))
        return {"buttons": buttons}


@hooks.register("construct_homepage_panels")
def add_panel(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(MakingPanel())
