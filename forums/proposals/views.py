"""Public views below a forum's page: the list with its files, one proposal, the forms, the log."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from core.caching import cacheable
from core.contacts import ask, contact_of
from core.contacts.consents import given_consents
from core.feeds import FeedEntry, feed_response
from core.listings import Listing
from core.shell import settings_of
from core.tables import csv_response, json_response, table_schema
from forums.editions.models import ForumPage

from .actions import GiveSupport, Submit
from .acts import receive_again
from .adopting import compare, recommendations_by_key
from .choices import SETTLED, Status
from .exports import OPEN_DATA
from .filters import ProposalFilterSet, name_terms, term_offers, words_in
from .forms import KnownSupportForm, NewProposalForm, ProposalForm, SupportForm
from .models import Event, Proposal, ProposalPeriod, ProposalSettings
from .similar import find_similar

PER_PAGE = 20
LOG_PER_PAGE = 50
#: Longer words than these are not compared.
MOST_TYPED = 1000


def period_of(forum: ForumPage, request: HttpRequest) -> ProposalPeriod:
    """The forum's collection of proposals; 404 where there is none, or the municipality wants none."""
    period = ProposalPeriod.of(forum)
    if period is None or not settings_of(request, ProposalSettings).enabled:
        raise Http404("no proposals to this forum")
    return period


def _public(period: ProposalPeriod) -> QuerySet:
    return (
        Proposal.objects.of(period)
        .public()
        .with_terms()
        .with_support()
        .select_related("period__forum")
        .order_by("-number")
    )


def _show(forum: ForumPage, request: HttpRequest, template: str, status: int = 200, **context: Any) -> HttpResponse:
    base = f"{forum.get_url(request)}proposals/"
    crumbs = [(forum.title, forum.get_url(request))]
    if template != "proposals/list.html":
        crumbs.append((_("Proposals"), base))
    shown = {"base": base, "crumbs": crumbs, "alternates": _alternates(forum, request), **context}
    response = forum.render(request, template=template, context_overrides=shown)
    response.status_code = status
    return response


def _alternates(forum: ForumPage, request: HttpRequest) -> dict[str, str]:
    """The same page in every language: what follows the forum's address is the same in all."""
    rest = request.path.removeprefix(forum.get_url(request) or "")
    return {version.locale.language_code: f"{version.get_url(request)}{rest}" for version in forum.language_versions}


# --- reading ----------------------------------------------------------------------------------------------------


@cacheable("status", "topic", "territory", "addressee", "track", "sort", "page")
def listing(forum: ForumPage, request: HttpRequest) -> HttpResponseBase:
    """The proposals that the query string asks for."""
    period = period_of(forum, request)
    words = words_in(forum.locale)
    proposals = _public(period)
    filters = ProposalFilterSet(request.GET, proposals, locale_id=forum.locale_id, offers=term_offers(proposals, words))
    found = Listing(filters.qs, request.GET, per_page=PER_PAGE, filters=filters.bound)
    name_terms(found.entries, words)
    return _show(forum, request, "proposals/list.html", period=period, listing=found)


@cacheable()
def detail(forum: ForumPage, request: HttpRequest, number: int) -> HttpResponseBase:
    """One proposal: its words, its history, what came of it."""
    period = period_of(forum, request)
    proposal = get_object_or_404(_public(period).select_related("file"), number=number)
    name_terms([proposal], words_in(forum.locale))
    return _show(
        forum,
        request,
        "proposals/detail.html",
        period=period,
        proposal=proposal,
        events=list(proposal.events.exclude(status=Status.UNCONFIRMED)),
        outcomes=_outcomes(proposal, forum),
        linked=list(proposal.linked.public().order_by("number")),
        meta_title=f"{_('Proposal %(label)s') % {'label': proposal.label}}. {proposal.short_text}",
        meta_description=proposal.why[:300],
    )


def _outcomes(proposal: Proposal, forum: ForumPage) -> list[dict[str, Any]]:
    """The clauses that came of the proposal, each with what became of its words."""
    if proposal.status not in SETTLED:
        return []
    adoptions = list(proposal.adoptions.filter(is_confirmed=True))
    found = recommendations_by_key([one.recommendation_key for one in adoptions], forum.locale)
    drafts = " ".join(item.text for item in proposal.draft_items.all()) or proposal.what
    return [
        {
            "recommendation": found[one.recommendation_key],
            "in_part": one.in_part,
            "pieces": compare(drafts, found[one.recommendation_key].text),
        }
        for one in adoptions
        if one.recommendation_key in found
    ]


def file(forum: ForumPage, request: HttpRequest, number: int) -> HttpResponseBase:
    """The picture or PDF of a public proposal."""
    proposal = get_object_or_404(Proposal.objects.of(period_of(forum, request)).public(), number=number)
    kept = getattr(proposal, "file", None)
    if kept is None:
        raise Http404("no file")
    response = HttpResponse(bytes(kept.content), content_type=kept.content_type)
    disposition = content_disposition_header(as_attachment=not kept.is_picture, filename=kept.name)
    response["Content-Disposition"] = disposition or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@cacheable("page")
def log(forum: ForumPage, request: HttpRequest) -> HttpResponseBase:
    """Every act, the newest first; no names, and of what is not public the number alone."""
    period = period_of(forum, request)
    events = Event.objects.filter(proposal__period=period, proposal__number__isnull=False)
    found = Listing(events.select_related("proposal").order_by("-at", "-pk"), request.GET, per_page=LOG_PER_PAGE)
    return _show(forum, request, "proposals/log.html", period=period, listing=found)


def feed(forum: ForumPage, request: HttpRequest) -> HttpResponseBase:
    """The latest proposals as Atom."""
    period = period_of(forum, request)
    url = f"{forum.full_url}proposals/"
    entries = [
        FeedEntry(
            uid=f"{url}{proposal.number}/",
            title=f"{proposal.label}. {proposal.what}",
            url=f"{url}{proposal.number}/",
            published=proposal.published_at,
            updated=proposal.published_at,
            summary=proposal.why,
        )
        for proposal in _public(period).order_by("-published_at")[:30]
    ]
    return feed_response(request, entries, title=f"{_('Proposals')}. {forum.title}", url=url)


def data_csv(forum: ForumPage, request: HttpRequest) -> HttpResponseBase:
    """All public proposals, one a line."""
    response = csv_response(OPEN_DATA, _public(period_of(forum, request)), "proposals.csv")
    return _open(response)


def data_json(forum: ForumPage, request: HttpRequest) -> HttpResponseBase:
    """The same as JSON."""
    return _open(json_response(OPEN_DATA, _public(period_of(forum, request)), "proposals.json"))


def data_schema(forum: ForumPage, request: HttpRequest) -> HttpResponseBase:
    """The columns as a Frictionless Table Schema."""
    period_of(forum, request)
    return _open(JsonResponse(table_schema(OPEN_DATA), json_dumps_params={"ensure_ascii": False, "indent": 1}))


def _open(response: Any) -> Any:
    """Scripts of other sites may read it: it is open data."""
    response["Access-Control-Allow-Origin"] = "*"
    return response


# --- writing ----------------------------------------------------------------------------------------------------


def new(forum: ForumPage, request: HttpRequest) -> HttpResponseBase:
    """The form; what is similar is shown once before it is sent."""
    period = period_of(forum, request)
    if not period.is_open:
        return _private(_show(forum, request, "proposals/closed.html", period=period))
    contact = contact_of(request)
    options: dict[str, Any] = {"request": request, "locale": forum.locale}
    if request.method != "POST":
        form = NewProposalForm(initial={"email": contact.email if contact else ""}, **options)
        return _private(_form(forum, request, period, form))
    form = NewProposalForm(request.POST, request.FILES, instance=Proposal(period=period), **options)
    if not form.is_valid():
        return _private(_form(forum, request, period, form, form.status))
    if not form.cleaned_data["looked"] and (found := find_similar(form.cleaned_data["what"], forum, period)):
        form.data = form.data.copy()
        form.data["looked"] = "1"
        return _private(_form(forum, request, period, form, similar=found))
    if not form.is_accepted():
        return _private(_form(forum, request, period, form, form.status))
    if form.is_from_robot:
        return redirect("contacts:sent")
    form.instance.language = forum.locale.language_code
    proposal = form.save()
    consents = given_consents(form.cleaned_data, processing="consent", name="show_name")
    return ask(request, Submit.name, {"proposal": proposal.pk}, form.cleaned_data["email"], consents)


def _form(
    forum: ForumPage, request: HttpRequest, period: ProposalPeriod, form: Any, status: int = 200, **context: Any
) -> HttpResponse:
    context |= {"appeal_url": settings_of(request, ProposalSettings).appeal_url}
    return _show(forum, request, "proposals/form.html", status, period=period, form=form, **context)


def similar(forum: ForumPage, request: HttpRequest) -> HttpResponseBase:
    """A piece of a page, as JSON: what is similar to the words that are being typed."""
    period = period_of(forum, request)
    found = find_similar(request.GET.get("q", "")[:MOST_TYPED], forum, period)
    context = {"similar": found, "base": f"{forum.get_url(request)}proposals/"}
    return _private(JsonResponse({"html": render_to_string("proposals/components/similar.html", context, request)}))


def edit(forum: ForumPage, request: HttpRequest, number: int) -> HttpResponseBase:
    """The second try of a returned proposal, for its author with an open session."""
    period = period_of(forum, request)
    contact = contact_of(request)
    proposal = Proposal.objects.of(period).filter(number=number, author=contact, status=Status.RETURNED).first()
    if contact is None or proposal is None:
        return redirect("contacts:page")
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ProposalForm(*given, instance=proposal, request=request, locale=forum.locale)
    if form.is_bound and form.is_valid() and form.is_accepted():
        receive_again(form.save())
        return redirect("contacts:page")
    reason = proposal.decisions.exclude(published_at=None).last()
    status = form.status if form.is_bound else 200
    return _private(_form(forum, request, period, form, status, reason=reason))


def support(forum: ForumPage, request: HttpRequest, number: int) -> HttpResponseBase:
    """The form that supports a proposal; without an address to type for those whose address is confirmed."""
    period = period_of(forum, request)
    proposal = get_object_or_404(Proposal.objects.of(period).supportable(), number=number)
    contact = contact_of(request)
    form_class: Any = KnownSupportForm if contact else SupportForm
    form = form_class(request.POST if request.method == "POST" else None, request=request)
    if form.is_bound and form.is_valid() and form.is_accepted():
        if form.is_from_robot:
            return redirect("contacts:sent")
        consents = given_consents(form.cleaned_data, processing="consent")
        return ask(request, GiveSupport.name, {"proposal": proposal.pk}, form.cleaned_data.get("email", ""), consents)
    status = form.status if form.is_bound else 200
    context = {"period": period, "proposal": proposal, "form": form, "contact": contact}
    return _private(_show(forum, request, "proposals/support.html", status, **context))


def _private(response: Any) -> Any:
    """Forms hold a token and a stamp of their own: nobody keeps a copy."""
    add_never_cache_headers(response)
    return response
