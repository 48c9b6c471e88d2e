"""What can be asked for in the name of an address: rooms register it in their ``wagtail_hooks.py``."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise

from core.extensions import extend, extensions_of
from core.models import Contact

EXTENSION = "actions of a contact"


@dataclass(frozen=True)
class Done:
    """What the visitor is told after an action, and where to read on."""

    message: str | Promise
    url: str = ""
    link: str | Promise = ""


class Action:
    """Something that is done when the owner of an address confirms it.

    ``name`` is stored with requests, for example ``proposals.submit``; ``subject`` is the subject of the letter and
    says what to do: "Confirm your proposal". ``payload`` is what the room gave to :func:`core.contacts.ask`, as JSON.
    """

    name = ""
    subject: str | Promise = ""

    def describe(self, payload: dict[str, Any]) -> str | Promise | None:
        """A line above the button; None when there is nothing to do any more."""
        raise NotImplementedError

    def perform(self, contact: Contact, payload: dict[str, Any], request: HttpRequest) -> Done:
        """Do it, in a transaction. It is called once for a request, however often the link is opened."""
        raise NotImplementedError

    def erase(self, payload: dict[str, Any]) -> None:
        """It was never confirmed: remove what the room has stored for it."""


def register_action(action: Action) -> Action:
    """Let ``action`` be asked for."""
    extend(EXTENSION)(lambda: action)
    return action


def action_named(name: str) -> Action | None:
    """The registered action, or None when its room is gone."""
    return next((action for make in extensions_of(EXTENSION) if (action := make()).name == name), None)
