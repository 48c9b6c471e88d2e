from .borrowing import PracticeBorrowing
from .index import PracticeIndexPage
from .practice import PracticePage

__all__ = [
    "PracticeBorrowing",
    "PracticeIndexPage",
    "PracticePage",
]
