from .contacts import ContactsPage, Office
from .content import ContentPage
from .site_map import SiteMapPage

__all__ = [
    "ContactsPage",
    "ContentPage",
    "Office",
    "SiteMapPage",
]
