"""Registration on the pages of forums, on «My page», and by the clock."""

import datetime as dt

from django.http import HttpRequest

from core.contacts import register_action, register_belongings
from core.extensions import Part, extend, page_part, page_route
from core.periodic import periodic_job
from forums.editions.models import ForumPage
from forums.editions.registering import OWN, OwnRegistration

from . import acts, letters, views
from .actions import Register
from .addresses import FORM
from .belongings import Registrations
from .figures import figures_of
from .models import RegistrationPeriod

register_action(Register())
register_belongings(Registrations(), order=5)

# --- on the pages of forums -------------------------------------------------------------------------------------

page_route(ForumPage, FORM, "registration")(views.register)
page_route(ForumPage, f"{FORM}<str:token>/", "registration_of")(views.manage)
page_route(ForumPage, f"{FORM}<str:token>/forum.ics", "registration_calendar")(views.calendar)


@extend(OWN)
def take_registrations(forum: ForumPage) -> OwnRegistration | None:
    """The button on the forum's page, the front page, and in the search's answer leads to the form."""
    period = RegistrationPeriod.of(forum)
    return OwnRegistration(FORM, period.opens_at, period.closes_at) if period else None


@page_part(ForumPage, "after_programme", order=-20)
def tell_who_came(forum: ForumPage, request: HttpRequest | None) -> Part | None:
    """The figures of a forum that is over."""
    period = RegistrationPeriod.of(forum) if forum.is_finished else None
    figures = figures_of(period) if period else None
    return Part("registration/components/attendance.html", {"figures": figures}) if figures and figures.came else None


# --- by the clock -----------------------------------------------------------------------------------------------


@periodic_job("pass_places_on", every=dt.timedelta(minutes=5))
def pass_places_on() -> None:
    """Offers that nobody answered lapse; what is free is offered to whoever waits first."""
    acts.pass_places_on()


@periodic_job("remind_of_forum", at=dt.time(10))
def remind_of_forum() -> None:
    """Write to those who have a place a few days before the forum."""
    letters.remind()
