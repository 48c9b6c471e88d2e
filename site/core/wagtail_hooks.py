"""What the foundation itself registers."""

from .contacts import register_action
from .contacts.change_of_address import ChangeOfAddress

register_action(ChangeOfAddress())
