from .index import NewsIndexPage
from .news_page import NewsPage

__all__ = [
    "NewsIndexPage",
    "NewsPage",
]
