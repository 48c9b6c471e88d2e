"""Admin views: the queue of answers, the board of the draft resolution, what became of the proposals."""

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

from core.admin_screens import heading
from core.tables import file_response
from forums.editions.models import ForumPage
from forums.resolutions.models import Recommendation, ResolutionPage

from .acts import link, publish_decisions, put_into_discussion, step
from .admin_forms import DecisionForm, DraftItemForm, LinkForm, OutcomeForm
from .adopting import compare, settle, without_outcome
from .choices import Status
from .exports import draft_document
from .models import Adoption, Decision, DraftItem, Proposal, ProposalPeriod
from .permissions import MODERATE

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PER_PAGE = 20
moderators_only = permission_required(MODERATE, raise_exception=True)


def _show(request: HttpRequest, template: str, title: str, **context: Any) -> HttpResponse:
    shown = {
        **heading(title, "comment", _("Proposals"), reverse("proposals_admin:queue")),
        "periods": ProposalPeriod.objects.select_related("forum"),
        **context,
    }
    return render(request, template, shown)


# --- the queue --------------------------------------------------------------------------------------------------


@moderators_only
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Proposals that wait for an answer, the oldest first, each with its drafted decision."""
    waiting = Proposal.objects.waiting().with_terms().select_related("period__forum", "file")
    page = Paginator(waiting.prefetch_related("decisions", "linked"), PER_PAGE).get_page(request.GET.get("p"))
    drafts = Decision.objects.filter(published_at=None, proposal__status=Status.RECEIVED).count()
    return _show(
        request,
        "proposals/admin/queue.html",
        _("Proposals"),
        page_obj=page,
        rows=[_row(proposal) for proposal in page],
        drafts=drafts,
    )


def _row(proposal: Proposal, form: DecisionForm | None = None) -> dict[str, Any]:
    decisions = list(proposal.decisions.all())
    draft = next((one for one in decisions if one.published_at is None), None)
    return {
        "proposal": proposal,
        "draft": draft,
        "earlier": [one for one in decisions if one.published_at],
        "form": form or DecisionForm(instance=draft, prefix=f"p{proposal.pk}"),
        "link_form": LinkForm(proposal=proposal, prefix=f"l{proposal.pk}"),
    }


@moderators_only
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Draft a decision; it is published with the others."""
    proposal = get_object_or_404(Proposal.objects.waiting(), pk=pk)
    draft = proposal.decisions.filter(published_at=None).first() or Decision(proposal=proposal)
    draft.drafted_by = request.user
    form = DecisionForm(request.POST, instance=draft, prefix=f"p{pk}")
    if form.is_valid():
        form.save()
        messages.success(request, _("The decision about %(label)s is drafted.") % {"label": proposal.label})
        return redirect("proposals_admin:queue")
    rows = [_row(proposal, form)]
    return _show(request, "proposals/admin/queue.html", _("Proposals"), rows=rows, drafts=0)


@moderators_only
@require_POST
def publish(request: HttpRequest) -> HttpResponse:
    """Publish every drafted decision; each author gets one letter."""
    drafts = Decision.objects.filter(published_at=None, proposal__status=Status.RECEIVED)
    count = publish_decisions(drafts.select_related("proposal__author", "proposal__period__forum"))
    said = ngettext("%(n)s decision is published.", "%(n)s decisions are published.", count) % {"n": count}
    messages.success(request, said)
    return redirect("proposals_admin:queue")


@moderators_only
@require_POST
def link_proposals(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that two proposals are about the same; neither changes."""
    proposal = get_object_or_404(Proposal, pk=pk)
    form = LinkForm(request.POST, proposal=proposal, prefix=f"l{pk}")
    if form.is_valid():
        link(proposal, form.cleaned_data["number"])
        messages.success(request, _("The proposals are linked."))
    else:
        messages.error(request, " ".join(form.errors.get("number", [])))
    return redirect("proposals_admin:queue")


@moderators_only
@require_safe
def file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file of a proposal that nobody else may see yet."""
    proposal = get_object_or_404(Proposal.objects.select_related("file"), pk=pk)
    kept = getattr(proposal, "file", None)
    if kept is None:
        raise Http404("no file")
    return file_response([bytes(kept.content)], kept.content_type, kept.name, attachment=not kept.is_picture)


# --- the board --------------------------------------------------------------------------------------------------


@moderators_only
def board(request: HttpRequest, pk: int) -> HttpResponse:
    """Proposals by section, and the items of the draft that are made of them."""
    period = get_object_or_404(ProposalPeriod.objects.select_related("forum"), pk=pk)
    item = DraftItem.objects.filter(period=period, pk=_number(request, "item")).first()
    form = DraftItemForm(instance=item, period=period)
    if request.method == "POST":
        if request.POST.get("act") == "take":
            return _take(request, period)
        if request.POST.get("act") == "delete" and item:
            item.delete()
            return redirect("proposals_admin:board", pk=pk)
        form = DraftItemForm(request.POST, instance=item or DraftItem(period=period), period=period)
        if form.is_valid():
            _keep(form)
            messages.success(request, _("The item is in the draft."))
            return redirect("proposals_admin:board", pk=pk)
    items = DraftItem.objects.filter(period=period).select_related("addressee").prefetch_related("proposals")
    proposals = Proposal.objects.of(period).public().with_support().order_by("track", "number")
    return _show(
        request,
        "proposals/admin/board.html",
        _("Draft resolution. %(forum)s") % {"forum": period.forum.title},
        period=period,
        items=items,
        form=form,
        item=item,
        proposals=proposals,
    )


def _number(request: HttpRequest, name: str) -> int | None:
    typed = request.POST.get(name) or request.GET.get(name) or ""
    return int(typed) if typed.isdecimal() and len(typed) < 10 else None


def _take(request: HttpRequest, period: ProposalPeriod) -> HttpResponse:
    """Put chosen proposals into the discussion of a section."""
    track = request.POST.get("track", "")
    chosen = [int(pk) for pk in request.POST.getlist("proposals") if pk.isdecimal() and len(pk) < 10]
    if track in period.tracks:
        for proposal in Proposal.objects.of(period).public().select_related("period__forum").filter(pk__in=chosen):
            put_into_discussion(proposal, track)
    return redirect("proposals_admin:board", pk=period.pk)


def _keep(form: DraftItemForm) -> None:
    """Store an item; its proposals are in the draft resolution from now on."""
    item = form.save()
    for proposal in item.proposals.select_related("period__forum"):
        if proposal.status in (Status.PUBLISHED, Status.DISCUSSED):
            proposal.track = proposal.track or item.track
            step(proposal, Status.DRAFTED, item.text)


@moderators_only
@require_safe
def draft(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The draft resolution as a Word document."""
    period = get_object_or_404(ProposalPeriod.objects.select_related("forum"), pk=pk)
    return file_response([draft_document(period)], DOCX, f"{period.forum.slug}-draft.docx")


# --- what became of them ----------------------------------------------------------------------------------------


@moderators_only
def outcomes(request: HttpRequest, pk: int) -> HttpResponse:
    """Link each proposal to what the forum has adopted, with the words compared."""
    period = get_object_or_404(ProposalPeriod.objects.select_related("forum"), pk=pk)
    items = _adopted(period)
    if request.method == "POST":
        return _settle(request, period, items)
    proposals = Proposal.objects.of(period).without_outcome().prefetch_related("adoptions", "draft_items")
    page = Paginator(proposals, PER_PAGE).get_page(request.GET.get("p"))
    by_key = {item.translation_key: item for item in items}
    return _show(
        request,
        "proposals/admin/outcomes.html",
        _("What became of the proposals. %(forum)s") % {"forum": period.forum.title},
        period=period,
        page_obj=page,
        rows=[_outcome_row(proposal, items, by_key) for proposal in page],
        has_resolution=bool(items),
    )


def _adopted(period: ProposalPeriod) -> list[Recommendation]:
    resolution = ResolutionPage.objects.child_of(period.forum).live().first()
    return resolution.recommendations if resolution else []


def _outcome_row(proposal: Proposal, items: list[Recommendation], by_key: dict[Any, Recommendation]) -> dict[str, Any]:
    found = [one for one in proposal.adoptions.all() if one.recommendation_key in by_key]
    words = " ".join(item.text for item in proposal.draft_items.all()) or proposal.what
    initial = {
        "recommendations": [str(one.recommendation_key) for one in found],
        "in_part": any(one.in_part for one in found),
    }
    return {
        "proposal": proposal,
        "form": OutcomeForm(items=items, initial=initial, prefix=f"p{proposal.pk}"),
        "found": [
            (by_key[one.recommendation_key], compare(words, by_key[one.recommendation_key].text)) for one in found
        ],
    }


def _settle(request: HttpRequest, period: ProposalPeriod, items: list[Recommendation]) -> HttpResponse:
    """Store the outcome of one proposal."""
    waiting = Proposal.objects.of(period).without_outcome().select_related("author", "period__forum")
    proposal = get_object_or_404(waiting, pk=_number(request, "proposal"))
    form = OutcomeForm(request.POST, items=items, prefix=f"p{proposal.pk}")
    if form.is_valid():
        adoptions = []
        for key in form.cleaned_data["recommendations"]:
            adoption, _created = Adoption.objects.get_or_create(proposal=proposal, recommendation_key=key)
            adoption.in_part = form.cleaned_data["in_part"]
            adoptions.append(adoption)
        settle(proposal, adoptions, form.cleaned_data["note"])
        messages.success(request, _("What became of %(label)s is public now.") % {"label": proposal.label})
    else:
        messages.error(request, _("Choose recommendations from the list."))
    return redirect("proposals_admin:outcomes", pk=period.pk)


def warn_of_open_proposals(request: HttpRequest, resolution: ResolutionPage) -> None:
    """Say which proposals have no outcome after a resolution was published."""
    forum = ForumPage.objects.parent_of(resolution).first()
    period = ProposalPeriod.of(forum) if forum else None
    if period is None or period.forum_id != forum.pk or not (waiting := without_outcome(period)):
        return
    numbers = ", ".join(str(proposal.number) for proposal in waiting)
    text = _("Proposals without an outcome: %(numbers)s. Say what became of them.") % {"numbers": numbers}
    button = messages.button(reverse("proposals_admin:outcomes", args=[period.pk]), _("What became of the proposals"))
    messages.warning(request, text, buttons=[button])
