from .content import ContentPage
from .site_map import SiteMapPage

__all__ = [
    "ContentPage",
    "SiteMapPage",
]
