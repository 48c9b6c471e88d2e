"""Proposals as open data, and the draft resolution as a Word document."""

import io
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from docx import Document

from core.mail import site_url
from core.tables import Column, Header, Table, Type

from .addresses import public_path
from .choices import Status
from .models import DraftItem, ProposalPeriod

#: Proposals as open data. Published: never rename or reorder a column; add only at the end.
OPEN_DATA = Table(
    (
        Column("number", gettext_lazy("Number"), Type.INTEGER, required=True, unique=True),
        Column("url", gettext_lazy("Address"), Type.URL, value=lambda item: site_url(public_path(item)), required=True),
        Column("what", gettext_lazy("What to do"), Type.TEXT, required=True),
        Column("why", gettext_lazy("Why"), Type.TEXT, required=True),
        Column("status", gettext_lazy("Status"), choices=Status, required=True),
        Column("topic", gettext_lazy("Topic"), value=lambda item: item.topic.title if item.topic else ""),
        Column(
            "territory",
            gettext_lazy("Part of the town"),
            value=lambda item: item.territory.title if item.territory else "",
        ),
        Column("addressee", gettext_lazy("To whom"), value=lambda item: item.addressee.title if item.addressee else ""),
        Column("place", gettext_lazy("Street or place")),
        Column("latitude", gettext_lazy("Latitude"), Type.NUMBER, value=lambda item: _number(item.latitude)),
        Column("longitude", gettext_lazy("Longitude"), Type.NUMBER, value=lambda item: _number(item.longitude)),
        Column("section", gettext_lazy("Section"), value=lambda item: item.track),
        Column("supporters", gettext_lazy("Supporters"), Type.INTEGER, value=lambda item: item.support, required=True),
        Column("received_on", gettext_lazy("Received on"), Type.DATE, value=lambda item: item.received_on),
    ),
    header=Header.NAMES,
    key="number",
)


def _number(value) -> float | None:
    return float(value) if value is not None else None


def draft_document(period: ProposalPeriod) -> bytes:
    """The draft resolution: a heading for each section, numbered items; comments name the proposals behind each."""
    document = Document()
    document.add_heading(_("Draft resolution. %(forum)s") % {"forum": period.forum.title}, level=0)
    items = DraftItem.objects.filter(period=period).select_related("addressee").prefetch_related("proposals")
    for place, (track, group) in enumerate(groupby(items, key=lambda item: item.track), start=1):
        document.add_heading(track or _("Without a section"), level=1)
        for number, item in enumerate(group, start=1):
            paragraph = document.add_paragraph(f"{place}.{number}. {item.text}")
            if labels := ", ".join(proposal.label for proposal in item.proposals.all()):
                words = _("From the proposals %(labels)s") % {"labels": labels}
                document.add_comment(paragraph.runs, text=words, author=_("Site"), initials="")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
