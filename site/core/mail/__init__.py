"""Letters: written into a ledger once, sent by a task, tried again when the mail server is away.

``write_letter`` is all that a room needs; see :mod:`core.mail.letters`. :data:`mailing_refused` tells that somebody
wants no more of a mailing.
"""

from .letters import Attachment, write_letter
from .links import site_url
from .refusals import accept_mailing, mailing_refused, refuse_mailing, unsubscribe_path, unsubscribe_url

__all__ = [
    "Attachment",
    "accept_mailing",
    "mailing_refused",
    "refuse_mailing",
    "site_url",
    "unsubscribe_path",
    "unsubscribe_url",
    "write_letter",
]
