from .contest import ContestPage
from .contest_choices import Audience, Level, TimeZone
from .contest_index import ContestIndexPage
from .contest_parts import ContestConsultation, ContestDocument, ContestWinner
from .contest_states import ContestState
from .council import CouncilPage
from .council_choices import CouncilKind
from .council_index import CouncilIndexPage
from .council_parts import CouncilDocument, CouncilOffice, CouncilPicture, CouncilReport
from .council_street import CouncilStreet
from .practice import PracticePage
from .practice_borrowing import PracticeBorrowing
from .practice_index import PracticeIndexPage
from .project import ProjectPage
from .project_choices import InitiatorKind, NeedKind, Source, Stage
from .project_index import ProjectIndexPage
from .project_parts import ProjectFunding, ProjectNeed, ProjectStage
from .project_people import (
    ProjectDocument,
    ProjectFigure,
    ProjectMember,
    ProjectPartner,
    ProjectRecommendation,
    ProjectUpdate,
)

__all__ = [
    "Audience",
    "ContestConsultation",
    "ContestDocument",
    "ContestIndexPage",
    "ContestPage",
    "ContestState",
    "ContestWinner",
    "CouncilDocument",
    "CouncilIndexPage",
    "CouncilKind",
    "CouncilOffice",
    "CouncilPage",
    "CouncilPicture",
    "CouncilReport",
    "CouncilStreet",
    "InitiatorKind",
    "Level",
    "NeedKind",
    "PracticeBorrowing",
    "PracticeIndexPage",
    "PracticePage",
    "ProjectDocument",
    "ProjectFigure",
    "ProjectFunding",
    "ProjectIndexPage",
    "ProjectMember",
    "ProjectNeed",
    "ProjectPage",
    "ProjectPartner",
    "ProjectRecommendation",
    "ProjectStage",
    "ProjectUpdate",
    "Source",
    "Stage",
    "TimeZone",
]
