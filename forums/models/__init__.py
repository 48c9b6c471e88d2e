from .forum import ForumPage
from .forum_index import ForumIndexPage
from .import_draft import ImportDraft
from .recommendation import Recommendation
from .resolution import ResolutionPage
from .section import ResolutionSection

__all__ = [
    "ForumIndexPage",
    "ForumPage",
    "ImportDraft",
    "Recommendation",
    "ResolutionPage",
    "ResolutionSection",
]
