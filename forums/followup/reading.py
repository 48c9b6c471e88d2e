"""What the reading page of a resolution tells of its follow-up."""

from typing import Any

from django.utils import timezone

from forums.resolutions.models import ResolutionPage

from .dossiers import load_dossiers
from .subjects import subjects_of
from .tallies import columns_of, rows_by, tally


def follow_up_context(page: ResolutionPage) -> dict[str, Any]:
    """State by addressee and overall; every recommendation of ``page`` gets its ``dossier``. Three queries."""
    dossiers = load_dossiers(subjects_of(page), timezone.localdate())
    for dossier in dossiers:
        dossier.subject.recommendation.dossier = dossier
    return {
        "followup": {
            "tally": tally(dossiers),
            "by_addressee": rows_by(dossiers, lambda item: [item.subject.addressee]),
            "statuses": columns_of(dossiers),
        }
    }
