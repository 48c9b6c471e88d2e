from .council import CouncilPage
from .index import CouncilIndexPage
from .parts import CouncilDocument, CouncilOffice, CouncilPicture, CouncilReport, CouncilStreet

__all__ = [
    "CouncilDocument",
    "CouncilIndexPage",
    "CouncilOffice",
    "CouncilPage",
    "CouncilPicture",
    "CouncilReport",
    "CouncilStreet",
]
