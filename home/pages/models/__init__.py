from .content_page import ContentPage
from .site_map_page import SiteMapPage

__all__ = [
    "ContentPage",
    "SiteMapPage",
]
