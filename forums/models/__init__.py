from .forum import ForumIndexPage, ForumPage
from .recommendation import Recommendation, ResolutionSection
from .resolution import ResolutionPage

__all__ = ["ForumIndexPage", "ForumPage", "Recommendation", "ResolutionPage", "ResolutionSection"]
