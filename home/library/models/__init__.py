from .document_page import DocumentPage
from .index import DocumentIndexPage

__all__ = [
    "DocumentIndexPage",
    "DocumentPage",
]
