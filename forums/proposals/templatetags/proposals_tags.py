"""Template tags of proposals: ``{% load proposals_tags %}``."""

from django import template

from forums.proposals.addresses import public_path
from forums.proposals.adopting import proposals_of
from forums.proposals.models import Proposal
from forums.resolutions.models import Recommendation

register = template.Library()


@register.simple_tag
def proposals_behind(recommendation: Recommendation) -> list[tuple[str, Proposal]]:
    """``{% proposals_behind recommendation as found %}``: what it came of, each with its address."""
    return [(public_path(proposal), proposal) for proposal in proposals_of(recommendation)]
