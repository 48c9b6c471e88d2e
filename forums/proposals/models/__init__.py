from .drafting import Adoption, DraftItem
from .period import ProposalPeriod, ProposalSettings
from .proposal import Decision, Event, Proposal, ProposalFile, Support

__all__ = [
    "Adoption",
    "Decision",
    "DraftItem",
    "Event",
    "Proposal",
    "ProposalFile",
    "ProposalPeriod",
    "ProposalSettings",
    "Support",
]
