from .document import DocumentPage
from .index import DocumentIndexPage

__all__ = [
    "DocumentIndexPage",
    "DocumentPage",
]
