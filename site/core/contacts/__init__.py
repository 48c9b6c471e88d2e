"""People without accounts: what is asked for in the name of an e-mail address is done when its owner confirms it.

- :func:`ask`: do an action for the visitor, at once or after a letter;
- :class:`Action`, :func:`register_action`: what a room can be asked for;
- :class:`Belongings`, :func:`register_belongings`: what a room keeps of a contact, for «My page»;
- :func:`contact_of`: whose address the visitor has confirmed within the hour.
"""

from .actions import Action, Done, register_action
from .belongings import Belongings, register_belongings
from .consents import consent_field, consent_withdrawn, give_consent
from .requests import ask
from .session import contact_of

__all__ = [
    "Action",
    "Belongings",
    "Done",
    "ask",
    "consent_field",
    "consent_withdrawn",
    "contact_of",
    "give_consent",
    "register_action",
    "register_belongings",
]
