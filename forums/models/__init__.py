from .assignment import Assignment
from .body_member import BodyMember
from .forum import ForumPage
from .forum_index import ForumIndexPage
from .import_draft import ImportDraft
from .living_link import LivingLink
from .progress_report import Evidence, ProgressReport
from .published_address import PublishedAddress
from .recommendation import Recommendation
from .reminder import Reminder
from .resolution import ResolutionPage
from .response import Response
from .section import ResolutionSection

__all__ = [
    "Assignment",
    "BodyMember",
    "Evidence",
    "ForumIndexPage",
    "ForumPage",
    "ImportDraft",
    "LivingLink",
    "ProgressReport",
    "PublishedAddress",
    "Recommendation",
    "Reminder",
    "ResolutionPage",
    "ResolutionSection",
    "Response",
]
