from .correction import Correction
from .published_address import PublishedAddress
from .recommendation import Recommendation
from .resolution import ResolutionPage
from .section import ResolutionSection

__all__ = [
    "Correction",
    "PublishedAddress",
    "Recommendation",
    "ResolutionPage",
    "ResolutionSection",
]
