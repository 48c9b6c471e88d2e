from .base_page import BasePage
from .demo_record import DemoRecord
from .media import SiteDocument, SiteImage
from .settings import SiteSettings
from .vocabularies import Addressee, Organisation, Person, Territory, Topic

__all__ = [
    "Addressee",
    "BasePage",
    "DemoRecord",
    "Organisation",
    "Person",
    "SiteDocument",
    "SiteImage",
    "SiteSettings",
    "Territory",
    "Topic",
]
