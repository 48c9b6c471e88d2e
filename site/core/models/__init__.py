from .demo_record import DemoRecord
from .media import SiteDocument, SiteImage
from .pages import BasePage, SectionPage
from .pending_upload import PendingUpload, UploadChanged
from .settings import SiteSettings
from .vocabularies import Addressee, Organisation, Person, Territory, Topic
from .worker import PeriodicRun, WorkerBeat

__all__ = [
    "Addressee",
    "BasePage",
    "DemoRecord",
    "Organisation",
    "PendingUpload",
    "PeriodicRun",
    "Person",
    "SectionPage",
    "SiteDocument",
    "SiteImage",
    "SiteSettings",
    "Territory",
    "Topic",
    "UploadChanged",
    "WorkerBeat",
]
