from .assignment import Assignment
from .body_member import BodyMember
from .living_link import LivingLink
from .progress_report import Evidence, ProgressReport
from .reminder import Reminder
from .response import Response

__all__ = [
    "Assignment",
    "BodyMember",
    "Evidence",
    "LivingLink",
    "ProgressReport",
    "Reminder",
    "Response",
]
