"""Writing a letter: rendered in the recipient's language, put into the ledger, handed to the task."""

import base64
import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.validators import validate_email
from django.db import transaction
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string
from django.utils import timezone, translation

from core.models import Letter, SiteSettings

from .links import site_url
from .refusals import unsubscribe_url
from .tasks import deliver


@dataclass(frozen=True)
class Attachment:
    """A small file that goes with a letter."""

    name: str
    content: bytes
    content_type: str


def write_letter(
    recipient: str,
    event: str,
    subject: str,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    version: str = "1",
    kind: Letter.Kind = Letter.Kind.SERVICE,
    mailing: str = "",
    language: str = "",
    not_before: dt.datetime | None = None,
    attachments: Iterable[Attachment] = (),
    reply_to: str = "",
) -> Letter | None:
    """Write ``recipient`` about ``event`` once; None when that version of the letter is written already.

    ``template`` names a pair without extensions: ``proposals/mail/answer`` is ``…/answer.txt`` and, where there is
    one, ``…/answer.html``; without, the HTML is made of the text. A line of the text that is an address and nothing
    else becomes a link. ``subject`` may be lazy: it is said in ``language``. A ``mailing`` has a name, by which people
    refuse it. The letter is sent after the transaction; ``not_before`` puts it off. Answers go to the address
    ``reply_to``. Raises ``ValidationError`` when that is no address: nothing else may get into a header.
    """
    if reply_to:
        validate_email(reply_to)
    language = language or settings.LANGUAGE_CODE
    with translation.override(language):
        rendered = _render(recipient, str(subject), template, dict(context or {}), mailing)
    kept = [
        {"name": one.name, "type": one.content_type, "content": base64.b64encode(one.content).decode()}
        for one in attachments
    ]
    letter, created = Letter.objects.get_or_create(
        recipient=recipient,
        event=event,
        version=version,
        defaults={
            **rendered,
            "kind": kind,
            "mailing": mailing,
            "attachments": kept,
            "reply_to": reply_to,
            "next_try_at": not_before or timezone.now(),
        },
    )
    if not created:
        return None
    if not_before is None:
        transaction.on_commit(lambda: deliver.enqueue(letter.pk))
    return letter


def _render(recipient: str, subject: str, template: str, context: dict[str, Any], mailing: str) -> dict[str, str]:
    """Subject, text and HTML; a subject is one line whatever stands in it."""
    context |= {
        "subject": " ".join(subject.split())[:255],
        "site_settings": SiteSettings.of_default_site(),
        "root_url": site_url(),
        "unsubscribe": unsubscribe_url(recipient, mailing) if mailing else "",
    }
    said = render_to_string(f"{template}.txt", context)
    text = re.sub(r"\n{3,}", "\n\n", said).strip() + "\n"
    footer = re.sub(r"\n{3,}", "\n\n", render_to_string("core/mail/footer.txt", context)).strip()
    try:
        html = render_to_string(f"{template}.html", context)
    except TemplateDoesNotExist:
        html = render_to_string("core/mail/letter.html", context | {"paragraphs": _paragraphs(text)})
    return {"subject": context["subject"], "text": f"{text}\n-- \n{footer}\n", "html": html}


def _paragraphs(text: str) -> list[dict[str, Any]]:
    """The text's paragraphs; one that is only an address is a link."""
    found = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in paragraph.splitlines()]
        is_link = len(lines) == 1 and bool(re.fullmatch(r"https?://\S+", lines[0]))
        found.append({"lines": lines, "url": lines[0] if is_link else ""})
    return found
