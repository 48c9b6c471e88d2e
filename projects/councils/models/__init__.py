from .council import CouncilPage
from .index import CouncilIndexPage
from .parts import CouncilDocument, CouncilOffice, CouncilPicture, CouncilReport
from .street import CouncilStreet

__all__ = [
    "CouncilDocument",
    "CouncilIndexPage",
    "CouncilOffice",
    "CouncilPage",
    "CouncilPicture",
    "CouncilReport",
    "CouncilStreet",
]
