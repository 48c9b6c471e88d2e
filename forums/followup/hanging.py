"""What of the follow-up would be orphaned if pages were deleted."""

from collections.abc import Iterable, Iterator

from django.utils.translation import ngettext
from wagtail.models import Page

from core.bin import HANGING, Hanging
from core.extensions import extend
from forums.resolutions.models import Correction, Recommendation, ResolutionPage

from .models import Assignment, LivingLink, ProgressReport, Response


@extend(HANGING)
def records_of_resolutions(pages: Iterable[Page]) -> Iterator[Hanging]:
    """Records hang on keys of recommendations; they matter while no other language of the resolution is left."""
    for page in pages:
        if isinstance(page, ResolutionPage) and page.source.pk == page.pk:
            rows = Recommendation.objects.filter(section__page=page)
            keys = list(rows.values_list("translation_key", flat=True))
            counts = [model.objects.filter(recommendation_key__in=keys).count() for model in _MODELS]
            total = sum(counts) + Correction.objects.of_resolution(page.translation_key).count()
            if total:
                named = ngettext("%(n)s record of follow-up", "%(n)s records of follow-up", total) % {"n": total}
                yield Hanging(f"{page.title}: {named}", page)
            later = Recommendation.objects.filter(repeats__in=keys).exclude(section__page=page)
            for item in later.in_locale(page.locale).with_place():
                yield Hanging(f"{item.section.page.title}: {item}", item.section.page)


_MODELS = (ProgressReport, Response, Assignment, LivingLink)
