"""The demo's words of residents: shown and answered, shown, waiting."""

import datetime as dt

from django.utils import timezone

from core.demo import DemoKit
from core.demo.pictures import draw
from core.models import Contact
from core.sent_pictures import drawn_anew
from forums.resolutions.models import Recommendation

from .choices import Seen, Status
from .models import Witness

#: Days ago, what is seen, the words, whether with a photograph, the answer and who gave it; the last one waits.
TOLD = (
    (
        20,
        Seen.NOT_DONE,
        "Была в приёмной в понедельник: про базу инициатив никто не слышал, на стенде о ней ничего нет.",
        False,
        "База открыта на сайте, стенд в приёмной обновим до конца месяца.",
        "Отдел открытости администрации",
    ),
    (6, Seen.DONE, "Нашёл свою инициативу в базе по номеру, видно, кто за неё отвечает.", True, "", ""),
    (1, Seen.NOT_DONE, "Письмо отправил две недели назад, в базе его пока нет.", False, "", ""),
)


def load(kit: DemoKit) -> None:
    """Three words about the newest forum's first recommendation that asks for something."""
    if Witness.objects.exists():
        return
    asking = Recommendation.objects.live().exclude(kind=Recommendation.Kind.DECLARATORY).in_locale(kit.russian)
    item = asking.order_by("-section__page__adopted_on", "section__sort_order", "sort_order").first()
    if item is None:
        return
    for place, (days, seen, text, has_picture, answer, who) in enumerate(TOLD):
        email = f"ochevidets-{place + 1}@novodumsk.example"
        author = Contact.objects.filter(email=email).first() or kit.add(Contact(email=email))
        told_at = timezone.now() - dt.timedelta(days=days)
        waits = place == len(TOLD) - 1
        picture = drawn_anew(draw("witness", "town", 1200, 800), "") if has_picture else b""
        kit.add(
            Witness(
                recommendation_key=item.translation_key,
                seen=seen,
                text=text,
                picture=picture,
                has_picture=has_picture,
                author=author,
                status=Status.RECEIVED if waits else Status.PUBLISHED,
                created_at=told_at,
                received_at=told_at,
                published_at=None if waits else told_at,
                answer=answer,
                answered_by=who,
                answered_at=told_at + dt.timedelta(days=3) if answer else None,
            )
        )
