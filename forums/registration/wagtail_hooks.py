"""Registration on the pages of forums, on «My page», in the admin, and by the clock."""

import datetime as dt
from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import Menu, SubmenuMenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from core.admin_screens import ItemFor
from core.contacts import register_action, register_belongings
from core.contacts.erasure import EXTENSION as ERASURE
from core.desk import WAITING, Waiting
from core.extensions import Part, extend, page_part, page_route
from core.periodic import periodic_job
from forums.editions.models import ForumPage
from forums.editions.registering import OWN, OwnRegistration

from . import (
    acts,
    admin_views,
    door_views,
    happenings,  # noqa: F401  (says what happens to a forum's registration)
    letters,
    views,
)
from .actions import Register
from .addresses import FORM
from .belongings import Registrations
from .erasure import erase_due, overdue_periods
from .figures import figures_of
from .models import RegistrationPeriod, Section
from .panels import PERIOD_PANELS
from .permissions import may_manage

register_action(Register())
register_belongings(Registrations(), order=5)
extend(ERASURE)(erase_due)

# --- on the pages of forums -------------------------------------------------------------------------------------

page_route(ForumPage, FORM, "registration")(views.register)
page_route(ForumPage, f"{FORM}<str:token>/", "registration_of")(views.manage)
page_route(ForumPage, f"{FORM}<str:token>/forum.ics", "registration_calendar")(views.calendar)


@extend(OWN)
def take_registrations(forum: ForumPage) -> OwnRegistration | None:
    """The button on the forum's page, the front page, and in the search's answer leads to the form."""
    period = RegistrationPeriod.of(forum)
    return OwnRegistration(FORM, period.opens_at, period.closes_at) if period else None


@page_part(ForumPage, "after_programme", order=30)
def tell_who_came(forum: ForumPage, request: HttpRequest | None) -> Part | None:
    """The figures of a forum that is over."""
    period = RegistrationPeriod.of(forum) if forum.is_finished else None
    figures = figures_of(period) if period else None
    return Part("registration/components/attendance.html", {"figures": figures}) if figures and figures.came else None


# --- in the admin -----------------------------------------------------------------------------------------------


class PeriodViewSet(SnippetViewSet):
    """When forums take registrations."""

    model = RegistrationPeriod
    icon = "date"
    menu_label = gettext_lazy("Dates and sections")
    list_display = ["forum", "opens_at", "closes_at"]
    edit_handler = PERIOD_PANELS
    menu_item_is_registered = True  # below «Регистрация»


register_snippet(PeriodViewSet)


@hooks.register("after_create_snippet")
def take_sections_of_the_forum(request: HttpRequest, instance: object) -> None:
    """A registration that was opened without sections has those of the forum's page; their places are still to say."""
    if not isinstance(instance, RegistrationPeriod) or instance.sections.exists():
        return
    for place, title in enumerate(instance.tracks or [instance.forum.title]):
        Section.objects.create(period=instance, title=title, sort_order=place)
    edit = reverse(RegistrationPeriod.snippet_viewset.get_url_name("edit"), args=[instance.pk])
    button = messages.button(edit, _("Say how many places"))
    messages.warning(request, _("The forum's sections are taken, each without places yet."), buttons=[button])


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern | URLResolver]:
    patterns = [
        path("", admin_views.listing, name="list"),
        path("registrations.csv", admin_views.table_csv, name="csv"),
        path("registrations.xlsx", admin_views.table_xlsx, name="xlsx"),
        path("lists.pdf", admin_views.lists, name="lists"),
        path("badges.pdf", admin_views.badges, name="badges"),
        path("letter/", admin_views.letter, name="letter"),
        path("erase/", admin_views.erase_names, name="erase"),
        path("erasure.pdf", admin_views.act, name="act"),
        path("<int:pk>/cancel/", admin_views.cancel, name="cancel"),
        path("check-in/", door_views.screen, name="door"),
        path("check-in/sync/", door_views.sync, name="sync"),
        path("check-in/<int:pk>/", door_views.tap, name="tap"),
    ]
    return [path("registration/", include((patterns, "registration_admin"), namespace="registration_admin"))]


@hooks.register("register_admin_menu_item")
def register_menu() -> SubmenuMenuItem:
    periods = reverse(RegistrationPeriod.snippet_viewset.get_url_name("list"))
    items = [
        ItemFor(
            may_manage,
            gettext_lazy("Who comes"),
            reverse("registration_admin:list"),
            name="registration-list",
            icon_name="group",
        ),
        ItemFor(
            may_manage,
            gettext_lazy("Check-in"),
            reverse("registration_admin:door"),
            name="registration-door",
            icon_name="check",
        ),
        ItemFor(may_manage, gettext_lazy("Dates and sections"), periods, name="registration-periods", icon_name="date"),
    ]
    return SubmenuMenuItem(
        gettext_lazy("Registration"), Menu(items=items), icon_name="group", name="registration", order=262
    )


@extend(WAITING)
def overdue_erasure(request: HttpRequest) -> Iterator[Waiting]:
    """Names that should be gone: for whoever sees to it that the worker runs."""
    if request.user.has_perm("core.change_sitesettings"):
        url = reverse("registration_admin:list")
        yield Waiting(len(overdue_periods()), gettext_lazy("Forums whose names should have been erased"), url)


# --- by the clock -----------------------------------------------------------------------------------------------


@periodic_job("pass_places_on", every=dt.timedelta(minutes=5))
def pass_places_on() -> None:
    """Offers that nobody answered lapse; what is free is offered to whoever waits first."""
    acts.pass_places_on()


@periodic_job("remind_of_forum", at=dt.time(10))
def remind_of_forum() -> None:
    """Write to those who have a place a few days before the forum."""
    letters.remind()
