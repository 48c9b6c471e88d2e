"""What can happen to a proposal. Each act changes the status, writes a line of the log, and tells the search."""

import hashlib
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from core.mail import site_url, write_letter
from core.models import Contact
from core.search import offers_changed

from .addresses import public_path
from .choices import PUBLIC, Refusal, Status, Verdict
from .models import Decision, Event, Proposal

STATUS_OF = {
    Verdict.PUBLISH: Status.PUBLISHED,
    Verdict.RETURN: Status.RETURNED,
    Verdict.DECLINE: Status.DECLINED,
}


def step(proposal: Proposal, status: Status, note: str = "", office: str = "") -> None:
    """Set the status and write it into the history."""
    was_public = proposal.is_public
    proposal.status = status
    if status in PUBLIC and proposal.published_at is None:
        proposal.published_at = timezone.now()
    proposal.save(update_fields=["status", "published_at", "track"])
    Event.objects.create(proposal=proposal, status=status, note=note, office=office)
    if was_public or proposal.is_public:
        tell_search(proposal)


def tell_search(proposal: Proposal) -> None:
    """Proposals are found as parts of the forum's page, in every language."""
    key = proposal.period.forum.translation_key
    pages = Page.objects.filter(translation_key=key).values_list("pk", flat=True)
    offers_changed.send(sender=Proposal, page_ids=list(pages))


def receive(proposal: Proposal, author: Contact) -> None:
    """The author has confirmed the address: the proposal gets its number and goes to the moderators."""
    with transaction.atomic():
        proposal.number = proposal.period.next_number()
        proposal.author, proposal.received_at = author, timezone.now()
        proposal.save(update_fields=["number", "author", "received_at"])
        step(proposal, Status.RECEIVED)


def receive_again(proposal: Proposal) -> None:
    """The author has used the second try."""
    proposal.tries += 1
    proposal.save(update_fields=["tries"])
    step(proposal, Status.RECEIVED)


def put_into_discussion(proposal: Proposal, track: str) -> None:
    """A section of the forum takes the proposal up."""
    proposal.track = track
    if proposal.status == Status.PUBLISHED:
        step(proposal, Status.DISCUSSED, track)
    else:
        proposal.save(update_fields=["track"])


def link(proposal: Proposal, other: Proposal) -> None:
    """Two proposals are about the same: each keeps its address, text, number and supporters."""
    proposal.linked.add(other)
    for one, two in ((proposal, other), (other, proposal)):
        note = _("Linked with the proposal %(label)s") % {"label": two.label}
        Event.objects.create(proposal=one, status=one.status, note=note)


def publish_decisions(decisions: Iterable[Decision]) -> int:
    """Publish drafted decisions together; each author gets one letter about all of theirs. Gives their number."""
    done: dict[int | None, list[Decision]] = {}
    with transaction.atomic():
        for decision in decisions:
            mine = Decision.objects.filter(pk=decision.pk, published_at=None)
            proposal = decision.proposal
            if proposal.status != Status.RECEIVED or not mine.update(published_at=timezone.now()):
                continue
            note = decision.sentence
            if decision.category:
                note = f"{Refusal(decision.category).label}. {note}"
            step(proposal, STATUS_OF[Verdict(decision.verdict)], note, decision.office)
            done.setdefault(proposal.author_id, []).append(decision)
        for group in done.values():
            _write_to_author(group)
    return sum(map(len, done.values()))


def _write_to_author(decisions: list[Decision]) -> None:
    author = decisions[0].proposal.author
    if author is None:
        return
    keys = ",".join(str(decision.pk) for decision in decisions)
    with translation.override(author.language):
        lines = [_line(decision) for decision in decisions]
    write_letter(
        author.email,
        "proposals.decisions",
        gettext_lazy("What was decided about your proposal"),
        "proposals/mail/decisions",
        {"lines": lines},
        version=hashlib.sha256(keys.encode()).hexdigest(),
        language=author.language,
    )


def _line(decision: Decision) -> dict[str, str]:
    """What the letter says about one decision."""
    proposal = decision.proposal
    public = decision.verdict == Verdict.PUBLISH
    return {
        "label": proposal.label,
        "what": proposal.what,
        "verdict": str(STATUS_OF[Verdict(decision.verdict)].label),
        "reason": str(Refusal(decision.category).label) if decision.category else "",
        "sentence": decision.sentence,
        "office": decision.office,
        "url": site_url(public_path(proposal)) if public else "",
        "is_returned": "yes" if decision.verdict == Verdict.RETURN else "",
    }


def tell_outcome(proposal: Proposal) -> None:
    """Write to the author what the forum has made of the proposal; once for each outcome."""
    if proposal.author is None:
        return
    write_letter(
        proposal.author.email,
        f"proposals.outcome:{proposal.pk}",
        gettext_lazy("What the forum has made of your proposal"),
        "proposals/mail/outcome",
        {"proposal": proposal, "status": Status(proposal.status).label, "url": site_url(public_path(proposal))},
        version=proposal.status,
        language=proposal.author.language,
    )
