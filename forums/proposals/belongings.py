"""What «My page» shows, exports and erases of proposals."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from core.contacts import Belongings
from core.extensions import Part
from core.models import Contact

from .addresses import form_path, public_path
from .choices import Status
from .models import Proposal, Support


class Proposals(Belongings):
    """Proposals of a contact, and those that the contact supports."""

    name = "proposals"

    def part(self, contact: Contact, request: HttpRequest) -> Part | None:
        own = Proposal.objects.filter(author=contact).select_related("period__forum").prefetch_related("decisions")
        supported = Proposal.objects.public().filter(supports__contact=contact).select_related("period__forum")
        lines = [_line(proposal) for proposal in own.order_by("-pk")]
        context = {"lines": lines, "supported": [(public_path(one), one) for one in supported]}
        return Part("proposals/components/on_my_page.html", context) if lines or context["supported"] else None

    def owners(self) -> QuerySet:
        authors = Proposal.objects.exclude(author=None).order_by().values_list("author_id", flat=True)
        supporters = Support.objects.exclude(contact=None).values_list("contact_id", flat=True)
        return Contact.objects.filter(pk__in=authors.union(supporters)).order_by().values_list("pk", flat=True)

    def export(self, contact: Contact) -> list[dict[str, Any]]:
        own = Proposal.objects.filter(author=contact).order_by("pk")
        fields = ("number", "status", "what", "why", "place", "author_name", "publish_name", "received_at")
        rows = [{**row, "role": "author"} for row in own.values(*fields)]
        for row in rows:
            row["received_at"] = row["received_at"].isoformat() if row["received_at"] else None
        supports = Support.objects.filter(contact=contact).select_related("proposal")
        return rows + [
            {
                "role": "supporter",
                "number": one.proposal.number,
                "what": one.proposal.what,
                "at": one.given_at.isoformat(),
            }
            for one in supports
        ]

    def erase(self, contact: Contact) -> None:
        """What was published stays without a name; what was not goes."""
        own = Proposal.objects.filter(author=contact)
        own.filter(status__in=[Status.UNCONFIRMED, Status.RECEIVED, Status.RETURNED]).delete()
        own.update(author=None, author_name="", publish_name=False)
        Support.objects.filter(contact=contact).update(contact=None)


def _line(proposal: Proposal) -> dict[str, Any]:
    decided = [one for one in proposal.decisions.all() if one.published_at]
    return {
        "proposal": proposal,
        "url": public_path(proposal) if proposal.is_public else "",
        "form": form_path(proposal) if proposal.status == Status.RETURNED else "",
        "words": decided[-1].sentence if decided and not proposal.is_public else "",
    }
