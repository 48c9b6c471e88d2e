from .change import EventChange
from .event_page import EventPage
from .index import EventIndexPage

__all__ = [
    "EventChange",
    "EventIndexPage",
    "EventPage",
]
