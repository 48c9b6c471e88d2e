from .binned_page import BinnedPage, FilledForm
from .contacts import Consent, Contact, ContactLink, RequestedAction
from .dead_link import DeadLink
from .demo_record import DemoRecord
from .mail import BouncingAddress, Letter, MailingRefusal
from .media import SiteDocument, SiteImage
from .pages import BasePage, SectionPage
from .pending_upload import PendingUpload, UploadChanged
from .public_forms import FormUse
from .settings import SiteSettings
from .vocabularies import Addressee, Organisation, Person, Territory, Topic
from .worker import PeriodicRun, WorkerBeat

__all__ = [
    "Addressee",
    "BasePage",
    "BinnedPage",
    "BouncingAddress",
    "Consent",
    "Contact",
    "ContactLink",
    "DeadLink",
    "DemoRecord",
    "FilledForm",
    "FormUse",
    "Letter",
    "MailingRefusal",
    "Organisation",
    "PendingUpload",
    "PeriodicRun",
    "Person",
    "RequestedAction",
    "SectionPage",
    "SiteDocument",
    "SiteImage",
    "SiteSettings",
    "Territory",
    "Topic",
    "UploadChanged",
    "WorkerBeat",
]
