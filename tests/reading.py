"""What a visitor reads: pages without their typography, links in letters."""

import re
from typing import Any

from django.core import mail

from core.mail.sending import send_due_letters

#: The path of the link that confirms, in whatever language.
CONFIRM = r"me/link/\S+/"


def words(response: Any) -> str:
    """The page with plain spaces: typography ties words together."""
    return response.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def link_in_letter(pattern: str = CONFIRM, to: str = "") -> str:
    """Send what is due; the path of the link like ``pattern`` in the last letter (to an address) that has one."""
    send_due_letters()
    link = re.compile(rf"https?://[^/\s]+(/\S*{pattern})")
    letters = (letter for letter in reversed(mail.outbox) if not to or letter.to == [to])
    return next(found[1] for letter in letters if (found := link.search(letter.body)))
