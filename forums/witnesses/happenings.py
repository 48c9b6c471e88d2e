"""What residents say of a recommendation, told to those that follow it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from core.following import Happening, Keys, Window, happenings_of, uuids

from .models import Witness


@happenings_of("recommendation")
def words_and_answers(keys: Keys, window: Window) -> Iterator[Happening]:
    found = Witness.objects.public().light().filter(recommendation_key__in=uuids(keys))
    for one in found.filter(**window.named("published_at")):
        title = _("A resident: %(seen)s") % {"seen": one.get_seen_display().lower()}
        yield Happening(str(one.recommendation_key), f"witness:{one.pk}", one.published_at, title, one.text)
    for one in found.filter(**window.named("answered_at")):
        title = _("Answer to a resident: %(who)s") % {"who": one.answered_by}
        yield Happening(str(one.recommendation_key), f"witness-answer:{one.pk}", one.answered_at, title, one.answer)
