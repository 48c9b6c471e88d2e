"""The demo's registrations: for the coming forum, and the figures of the last one, whose names are erased."""

import datetime as dt
from itertools import cycle

from django.utils import timezone

from core.demo import DemoKit
from core.models import Contact

from .choices import QuestionKind, Status
from .models import Question, Registration, RegistrationPeriod, Section

YARDS, MONEY = "Дворы без споров", "Деньги на идею"
S = Status
#: Name, section, people, status, what they need.
COMING = (
    ("Анна Придуманная", YARDS, 2, S.PLACED, ""),
    ("Пётр Дворкин-Небывалый", YARDS, 1, S.PLACED, ""),
    ("Нина Сидорова-Придуманная", YARDS, 2, S.PLACED, "Место в первом ряду: плохо слышу."),
    ("Гульнара Сочинённая", MONEY, 1, S.PLACED, ""),
    ("Олег Вымышленский", MONEY, 3, S.PLACED, ""),
    ("Ольга Весёлая-Придуманная", YARDS, 1, S.PLACED, ""),
    ("Тимур Затейников-Небывалый", YARDS, 3, S.PLACED, "Пандус для коляски."),
    ("Лидия Скорик-Вымышленная", MONEY, 1, S.PLACED, ""),
    ("Марина Лесная-Придуманная", YARDS, 1, S.CANCELLED, ""),
    ("Степан Понятных-Небывалый", YARDS, 2, S.PLACED, ""),
    ("Раиса Ландышева-Сочинённая", MONEY, 2, S.PLACED, "Нужен переводчик русского жестового языка."),
    ("Игорь Чертёжников-Придуманный", YARDS, 1, S.OFFERED, ""),
    ("Фаина Отзывчивая-Небывалая", YARDS, 1, S.WAITING, ""),
    ("Денис Школьников-Вымышленный", MONEY, 1, S.PLACED, ""),
    ("Клавдия Мастеровая-Сочинённая", YARDS, 2, S.WAITING, ""),
    ("Рустам Берегов-Придуманный", MONEY, 2, S.CANCELLED, ""),
    ("Эльвира Садовая-Небывалая", YARDS, 3, S.WAITING, ""),
    ("Юрий Мостовой-Придуманный", MONEY, 1, S.UNCONFIRMED, ""),
)
#: Sections of the coming forum: title, English title, places. The first one is full.
PLACES = ((YARDS, "Yards without quarrels", 12), (MONEY, "Money for an idea", 40))
#: Of the last forum's sections: places, people who had registered and came, those who did not, those who just came.
PAST = ((130, 105, 12, 8), (110, 90, 9, 6), (120, 104, 7, 4))
LARGEST = 3
HEARD = ("Из новостей = From the news", "От соседей = From neighbours", "Был на прошлых форумах = Was at earlier ones")


def load(kit: DemoKit) -> None:
    """The registrations for the coming forum and the last one, in ``kit.shared["forums"]``."""
    forums = kit.shared["forums"]
    if RegistrationPeriod.objects.filter(forum=forums[4]).exists():
        return
    _coming(kit, forums[4])
    _past(kit, forums[3])


def _at(day: dt.date, hour: int) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time(hour)))


def _coming(kit: DemoKit, forum) -> None:
    period = kit.add(
        RegistrationPeriod(
            forum=forum,
            opens_at=_at(kit.today - dt.timedelta(days=9), 9),
            closes_at=_at(forum.starts_on - dt.timedelta(days=3), 18),
            intro="Места есть не во всех секциях: выберите ту, в которой будете говорить. Обед и кофе бесплатны.",
        )
    )
    sections = {
        title: kit.add(Section(period=period, title=title, title_english=english, capacity=places, sort_order=place))
        for place, (title, english, places) in enumerate(PLACES)
    }
    lunch = kit.add(
        Question(
            period=period,
            text="Останетесь ли вы на обед?",
            text_english="Do you stay for lunch?",
            kind=QuestionKind.YES_NO,
            is_required=True,
        )
    )
    heard = kit.add(
        Question(
            period=period,
            sort_order=1,
            text="Откуда вы узнали о форуме?",
            text_english="How have you heard of the forum?",
            kind=QuestionKind.CHOICE,
            options="\n".join(HEARD),
        )
    )
    for place, ((name, title, people, status, needs), word) in enumerate(zip(COMING, cycle(HEARD), strict=False)):
        moment = _at(period.opens_at.date() + dt.timedelta(days=place // 2), 10 + place % 2)
        confirmed = status != S.UNCONFIRMED
        kit.add(
            Registration(
                period=period,
                section=sections[title],
                number=period.next_number() if confirmed else None,
                name=name,
                contact=kit.add(Contact(email=f"guest-{place}@novodumsk.example")) if confirmed else None,
                party_size=people,
                needs=needs,
                answers={str(lunch.pk): "no" if place % 4 == 3 else "yes", str(heard.pk): word.split(" =")[0]},
                status=status,
                created_at=moment,
                confirmed_at=moment if confirmed else None,
                waiting_since=moment if confirmed else None,
                offered_until=timezone.now() + dt.timedelta(hours=20) if status == S.OFFERED else None,
            )
        )


def _past(kit: DemoKit, forum) -> None:
    """The names were erased thirty days after the forum; what is counted stays."""
    erased_at = _at(forum.last_day + dt.timedelta(days=30), 3)
    period = kit.add(
        RegistrationPeriod(
            forum=forum,
            opens_at=_at(forum.starts_on - dt.timedelta(days=40), 9),
            closes_at=_at(forum.starts_on - dt.timedelta(days=2), 18),
            erased_at=erased_at,
        )
    )
    for place, (title, (places, came, missed, walk_ins)) in enumerate(zip(period.tracks, PAST, strict=True)):
        section = kit.add(Section(period=period, title=title, capacity=places, sort_order=place))
        for people, here, unregistered in ((came, True, False), (missed, False, False), (walk_ins, True, True)):
            for size in _parties(people):
                kit.add(
                    Registration(
                        period=period,
                        section=section,
                        number=period.next_number(),
                        party_size=size,
                        status=S.PLACED,
                        is_walk_in=unregistered,
                        confirmed_at=period.opens_at,
                        arrived_at=_at(forum.starts_on, 10) if here else None,
                    )
                )
    RegistrationPeriod.objects.filter(pk=period.pk).update(
        erased_count=period.registrations.filter(is_walk_in=False).count()
    )


def _parties(people: int) -> list[int]:
    """So many people in parties."""
    whole, rest = divmod(people, LARGEST)
    return [LARGEST] * whole + ([rest] if rest else [])
