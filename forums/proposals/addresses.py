"""Where proposals stand on the site: below the page of their forum."""

from .models import Proposal


def public_path(proposal: Proposal) -> str:
    """Path of the proposal's page under the forum's first-language page."""
    return f"{proposal.period.forum.url}proposals/{proposal.number}/"


def form_path(proposal: Proposal) -> str:
    """Path of the form in which the author uses the second try."""
    return f"{public_path(proposal)}edit/"
