from .index import ProjectIndexPage
from .parts import ProjectFunding, ProjectNeed, ProjectStage
from .people import ProjectDocument, ProjectFigure, ProjectMember, ProjectPartner, ProjectRecommendation, ProjectUpdate
from .project import ProjectPage

__all__ = [
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
]
