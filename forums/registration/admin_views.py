"""Admin views: the list with its files, letters to those who registered, erasure."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.models import Locale

from core.admin_screens import heading
from core.mail import write_letter
from core.tables import Sheet, csv_response, file_response, xlsx_response

from . import acts
from .admin_forms import LetterForm
from .erasure import erase
from .exports import act_pdf, badges_pdf, lists_pdf, table_of
from .figures import figures_of
from .filters import RegistrationFilterSet
from .letters import event_of
from .models import Registration, RegistrationPeriod
from .permissions import MANAGE
from .querysets import RegistrationQuerySet

PER_PAGE = 50
MOST_TYPED = 100
PDF = "application/pdf"
managers_only = permission_required(MANAGE, raise_exception=True)


def chosen_period(request: HttpRequest) -> RegistrationPeriod | None:
    """The forum that ``?forum=`` names; the newest one when it names none."""
    periods = RegistrationPeriod.objects.select_related("forum")
    typed = request.POST.get("forum") or request.GET.get("forum") or ""
    if typed:
        found = periods.filter(pk=int(typed)).first() if typed.isdecimal() and len(typed) < 10 else None
        if found is None:
            raise Http404("no such registration")
        return found
    return periods.first()


def named_period(request: HttpRequest) -> RegistrationPeriod:
    """The same where nothing can be shown without one: 404."""
    period = chosen_period(request)
    if period is None:
        raise Http404("no forum takes registrations yet")
    return period


def show(request: HttpRequest, template: str, title: str, status: int = 200, **context: Any) -> HttpResponse:
    """A screen of the room below «Регистрация»."""
    above = heading(title, "group", _("Registration"), reverse("registration_admin:list"))
    return render(request, template, above | context, status=status)


# --- the list ---------------------------------------------------------------------------------------------------


def _found(request: HttpRequest, period: RegistrationPeriod) -> tuple[RegistrationFilterSet, RegistrationQuerySet]:
    """The filters of the query string, and the registrations that they leave."""
    known = Registration.objects.of(period).known().order_by("number")
    sections = [(one.pk, one.title) for one in period.sections.all()]
    filters = RegistrationFilterSet(request.GET, known, locale_id=Locale.get_default().pk, offers={"section": sections})
    return filters, filters.qs.search(request.GET.get("q", "").strip()[:MOST_TYPED]).with_place()


@managers_only
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Who has registered, with filters, figures, and the ways to the files."""
    period = chosen_period(request)
    if period is None:
        return show(request, "registration/admin/list.html", _("Registration"), period=None)
    filters, found = _found(request, period)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("p"))
    questions = list(period.questions.all())
    return show(
        request,
        "registration/admin/list.html",
        _("Registration"),
        period=period,
        periods=RegistrationPeriod.objects.select_related("forum"),
        figures=figures_of(period),
        filters=filters.bound,
        q=request.GET.get("q", ""),
        page_obj=page,
        questions=questions,
        change=reverse(RegistrationPeriod.snippet_viewset.get_url_name("edit"), args=[period.pk]),
    )


@managers_only
@require_safe
def table_csv(request: HttpRequest) -> HttpResponseBase:
    """What the list shows, as CSV."""
    period = named_period(request)
    return csv_response(table_of(period), _found(request, period)[1], f"registration-{period.forum.slug}.csv")


@managers_only
@require_safe
def table_xlsx(request: HttpRequest) -> HttpResponseBase:
    """The same as a workbook."""
    period = named_period(request)
    sheet = Sheet(_("Registration"), table_of(period), _found(request, period)[1], frozen=2)
    return xlsx_response(f"registration-{period.forum.slug}.xlsx", sheet)


@managers_only
@require_safe
def lists(request: HttpRequest) -> HttpResponseBase:
    """Lists to print, of those who have a place among what the list shows."""
    period = named_period(request)
    found = _found(request, period)[1].placed()
    return file_response([lists_pdf(period, found)], PDF, f"lists-{period.forum.slug}.pdf", attachment=False)


@managers_only
@require_safe
def badges(request: HttpRequest) -> HttpResponseBase:
    """Badges to cut out, of the same."""
    period = named_period(request)
    found = _found(request, period)[1].placed()
    return file_response([badges_pdf(period, found)], PDF, f"badges-{period.forum.slug}.pdf", attachment=False)


@managers_only
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody rang and does not come."""
    registration = get_object_or_404(Registration.objects.known(), pk=pk)
    try:
        acts.cancel(pk)
        messages.success(request, _("The registration %(label)s is cancelled.") % {"label": registration.label})
    except acts.TooLate:
        messages.warning(request, _("The registration %(label)s was cancelled before.") % {"label": registration.label})
    return redirect(f"{reverse('registration_admin:list')}?forum={registration.period_id}")


# --- letters ----------------------------------------------------------------------------------------------------


@managers_only
def letter(request: HttpRequest) -> HttpResponse:
    """Write to all or to a section: the letter is shown before it is sent."""
    period = named_period(request)
    form = LetterForm(request.POST if request.method == "POST" else None, period=period)
    is_good = form.is_bound and form.is_valid()
    if is_good and request.POST.get("act") == "send":
        count = _send(form, period)
        said = ngettext("The letter goes to %(n)s address.", "The letter goes to %(n)s addresses.", count) % {
            "n": count
        }
        messages.success(request, said)
        return redirect(f"{reverse('registration_admin:list')}?forum={period.pk}")
    preview = {**form.cleaned_data, "count": form.recipients.count()} if is_good else None
    status = 422 if form.is_bound and not is_good else 200
    return show(
        request,
        "registration/admin/letter.html",
        _("Letter to those who registered"),
        status,
        period=period,
        form=form,
        preview=preview,
    )


def _send(form: LetterForm, period: RegistrationPeriod) -> int:
    """Write the letter to each recipient once; give how many got it now."""
    data = form.cleaned_data
    written = [
        write_letter(
            registration.contact.email,
            f"{event_of(period)}letter",
            data["subject"],
            "registration/mail/organiser",
            {"text": data["text"], "forum": period.forum.title},
            version=data["key"].hex,
            language=registration.language,
        )
        for registration in form.recipients
    ]
    return sum(one is not None for one in written)


# --- erasure ----------------------------------------------------------------------------------------------------


@managers_only
@require_POST
def erase_names(request: HttpRequest) -> HttpResponse:
    """Erase the names of a forum that is over, before or after their day."""
    period = named_period(request)
    if period.forum.is_finished:
        count = erase(period)
        said = ngettext("%(n)s registration is erased.", "%(n)s registrations are erased.", count) % {"n": count}
        messages.success(request, said)
    else:
        messages.error(request, _("The forum is not over: people still need their places."))
    return redirect(f"{reverse('registration_admin:list')}?forum={period.pk}")


@managers_only
@require_safe
def act(request: HttpRequest) -> HttpResponseBase:
    """The act of what was erased."""
    period = named_period(request)
    if period.erased_at is None:
        raise Http404("nothing was erased")
    return file_response([act_pdf(period)], PDF, f"erasure-{period.forum.slug}.pdf", attachment=False)
