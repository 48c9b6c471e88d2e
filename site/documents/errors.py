"""What goes wrong while a document is read, said in words an editor can act upon.

Messages are marked where they are written and translated where they are shown: the process that reads a file has no
Django settings, and hands its message over in English with the values apart.
"""

from django.conf import settings
from django.utils.translation import gettext


def mark(msgid: str) -> str:
    """Mark *msgid* for translation (import it as ``_``) without asking for settings."""
    return msgid


def say(msgid: str, **values: object) -> str:
    """Return *msgid* in the active language, or as it is where Django is not set up, with *values* filled in."""
    text = gettext(msgid) if settings.configured else msgid
    return text % values if values else text


class UnreadableDocument(Exception):
    """The file cannot be read, or not as what it is wanted for.

    ``str(error)`` is one line in the reader's language that says what to do next; *message* may hold ``%(name)s``
    for each of *values*.
    """

    def __init__(self, message: str, **values: str) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return " ".join(say(self.message, **self.values).split())
