"""Public views below a forum's page: the form, and the owner's page behind the signed link."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.caching import private
from core.contacts import ask, contact_of
from core.contacts.consents import given_consents
from core.tables import file_response
from forums.editions.models import ForumPage

from . import acts
from .actions import Register
from .addresses import FORM, manage_path, read_token
from .choices import Status
from .forms import ChangeForm, RegistrationForm
from .letters import calendar_file
from .models import Registration, RegistrationPeriod


def _period_of(forum: ForumPage) -> RegistrationPeriod:
    """The forum's registration; 404 where there is none."""
    period = RegistrationPeriod.of(forum)
    if period is None:
        raise Http404("no registration for this forum")
    return period


def _show(forum: ForumPage, request: HttpRequest, template: str, status: int = 200, **context: Any) -> HttpResponse:
    """A page below the forum's, of one visitor's own."""
    shown = {"crumbs": [(forum.title, forum.get_url(request))], "alternates": {}, **context}
    response = forum.render(request, template=template, context_overrides=shown)
    response.status_code = status
    return private(response)


def register(forum: ForumPage, request: HttpRequest) -> HttpResponseBase:
    """The form; what is sent waits for the button behind the link in a letter."""
    period = _period_of(forum)
    alternates = {one.locale.language_code: f"{one.get_url(request)}{FORM}" for one in forum.language_versions}
    context: dict[str, Any] = {"period": period, "alternates": alternates}
    if not period.is_open:
        return _show(forum, request, "registration/closed.html", **context)
    contact = contact_of(request)
    if request.method != "POST":
        form = RegistrationForm(period=period, request=request, initial={"email": contact.email if contact else ""})
        return _show(forum, request, "registration/form.html", form=form, **context)
    form = RegistrationForm(request.POST, period=period, request=request)
    if not form.is_valid() or not form.is_accepted():
        return _show(forum, request, "registration/form.html", form.status, form=form, **context)
    if form.is_from_robot:
        return redirect("contacts:sent")
    registration = form.save(forum.locale.language_code)
    consents = given_consents(form.cleaned_data, processing="consent", **_consents_to_needs(form))
    return ask(request, Register.name, {"registration": registration.pk}, form.cleaned_data["email"], consents)


def _consents_to_needs(form: RegistrationForm) -> dict[str, str]:
    """The consent to what somebody needs, where they have written anything."""
    return {"needs": "needs_consent"} if form.cleaned_data.get("needs") else {}


# --- behind the link --------------------------------------------------------------------------------------------


def _registration(forum: ForumPage, token: str) -> Registration:
    """Whose link it is; 404 once it is erased, and below another forum."""
    known = Registration.objects.known().select_related("period__forum__locale", "section", "contact")
    registration = get_object_or_404(known, key=read_token(token), contact__isnull=False)
    if registration.period.forum.translation_key != forum.translation_key:
        raise Http404("a registration for another forum")
    return registration


def manage(forum: ForumPage, request: HttpRequest, token: str) -> HttpResponseBase:
    """The owner's page: take an offered place, change, cancel. Scanners of mail open links, so GET changes nothing."""
    registration = _registration(forum, token)
    form = ChangeForm(registration=registration)
    problem = ""
    if request.method == "POST":
        act = request.POST.get("act")
        try:
            if act == "take":
                acts.take_offer(registration.pk)
            elif act == "cancel" and not forum.is_finished:
                acts.cancel(registration.pk)
            elif act == "change":
                form = ChangeForm(request.POST, registration=registration)
                if not form.is_valid():
                    return _manage(forum, request, registration, form, status=422)
                acts.change(registration.pk, form.cleaned_data["section"], form.cleaned_data["party_size"])
            return redirect(request.path)
        except acts.NoRoom as error:
            problem = _no_room(error.free)
        except acts.TooLate:
            problem = _("This is no longer possible. Below is how your registration stands.")
        registration = _registration(forum, token)
    return _manage(forum, request, registration, form, problem, 409 if problem else 200)


def _no_room(free: int) -> str:
    """What somebody with a place is told who wanted a larger one."""
    kept = _("Nothing has changed: you keep the place that you have.")
    words = ngettext("There is %(n)s free place there.", "There are %(n)s free places there.", free) % {"n": free}
    if not free:
        words = _("There is no free place there.")
    return f"{words} {kept}"


def _manage(
    forum: ForumPage,
    request: HttpRequest,
    registration: Registration,
    form: ChangeForm,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    open_now = registration.period.is_open
    return _show(
        forum,
        request,
        "registration/manage.html",
        status,
        registration=registration,
        form=form,
        problem=problem,
        place_in_queue=_place_in_queue(registration),
        may_change=open_now and registration.status in (Status.PLACED, Status.WAITING),
        may_cancel=registration.is_active and not forum.is_finished,
        may_register=open_now and not registration.is_active,
        here=manage_path(registration),
        form_address=f"{forum.get_url(request)}{FORM}",
    )


def _place_in_queue(registration: Registration) -> int | None:
    if registration.status != Status.WAITING:
        return None
    ahead = Registration.objects.filter(section=registration.section, waiting_since__lt=registration.waiting_since)
    return ahead.waiting().count() + 1


def calendar(forum: ForumPage, request: HttpRequest, token: str) -> HttpResponseBase:
    """The entry for a calendar, as the last letter had it."""
    kept = calendar_file(_registration(forum, token))
    return private(file_response([kept.content], "text/calendar; charset=utf-8", kept.name))
