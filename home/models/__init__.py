from .content_page import ContentPage
from .document_index_page import DocumentIndexPage
from .document_page import DocumentPage
from .event_change import EventChange
from .event_index_page import EventIndexPage
from .event_page import EventPage
from .feedback_page import FeedbackPage
from .home_page import HomePage
from .news_index_page import NewsIndexPage
from .news_page import NewsPage
from .site_map_page import SiteMapPage

__all__ = [
    "ContentPage",
    "DocumentIndexPage",
    "DocumentPage",
    "EventChange",
    "EventIndexPage",
    "EventPage",
    "FeedbackPage",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "SiteMapPage",
]
