"""Messages of the import, translated when Django is set up and plain English when it is not.

The parser is a library of pure functions that must also work where no settings are configured, so
it marks its messages with :func:`mark` (which collects them for translation) and turns them into
text with :func:`say` only when a value is built.
"""

from django.conf import settings
from django.utils.translation import gettext


def mark(msgid: str) -> str:
    """Mark *msgid* for translation (import it as ``_``) without asking for settings."""
    return msgid


def say(msgid: str, **values: object) -> str:
    """Return *msgid* in the active language with *values* filled in (``%(name)s``)."""
    text = gettext(msgid) if settings.configured else msgid
    return text % values if values else text
