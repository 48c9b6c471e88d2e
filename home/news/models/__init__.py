from .index import NewsIndexPage
from .page import NewsPage

__all__ = [
    "NewsIndexPage",
    "NewsPage",
]
