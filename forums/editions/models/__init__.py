from .forum import ForumPage
from .forum_index import ForumIndexPage
from .period import ForumPeriod

__all__ = [
    "ForumIndexPage",
    "ForumPage",
    "ForumPeriod",
]
