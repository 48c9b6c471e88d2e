from .change import EventChange
from .index import EventIndexPage
from .page import EventPage

__all__ = [
    "EventChange",
    "EventIndexPage",
    "EventPage",
]
