from .contest import ContestPage
from .index import ContestIndexPage
from .parts import ContestConsultation, ContestDocument, ContestWinner

__all__ = [
    "ContestConsultation",
    "ContestDocument",
    "ContestIndexPage",
    "ContestPage",
    "ContestWinner",
]
