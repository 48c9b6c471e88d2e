from .forum import ForumPage
from .forum_index import ForumIndexPage

__all__ = [
    "ForumIndexPage",
    "ForumPage",
]
