from .published_address import PublishedAddress
from .recommendation import Recommendation
from .resolution import ResolutionPage
from .section import ResolutionSection

__all__ = [
    "PublishedAddress",
    "Recommendation",
    "ResolutionPage",
    "ResolutionSection",
]
