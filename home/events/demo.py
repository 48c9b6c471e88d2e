"""The demo's events: past, of this week, ahead, and a series."""

import datetime as dt
from typing import Any

from django.utils import timezone

from core.demo import DemoKit, body

from . import recurrence
from .models import EventChange, EventIndexPage, EventPage
from .recurrence import Repeat

Kind = EventPage.Kind
HALL = {"place": "Дворец культуры «Энергетик-Придуманный», малый зал", "address": "пл. Согласия, 3"}
LIBRARY = {"place": "Центральная библиотека, читальный зал", "address": "ул. Мастеров, 12"}
SHORE = {"place": "Северный берег водохранилища", "address": "от остановки «Лодочная станция»"}

#: Slug, days from today, hour, length in hours, title, in short, topics, further fields.
EVENTS: list[tuple[str, int, int, int, str, str, tuple[str, ...], dict[str, Any]]] = [
    (
        "discussion-club",
        -40,
        18,
        2,
        "Дискуссионный клуб «Четверг»",
        "Спорим о городе по правилам: три минуты на мнение, микрофон по кругу.",
        ("openness",),
        {"kind": Kind.CLUB, "repeat": Repeat.MONTHLY_WEEKDAY, "step_free": True, "hearing_loop": True, **LIBRARY},
    ),
    (
        "shore-cleanup",
        3,
        10,
        3,
        "Субботник на северном берегу",
        "Перчатки и мешки выдадим, чай будет. Можно с детьми.",
        ("ecology",),
        {"kind": Kind.CLEANUP, "access_note": "грунтовая дорожка, коляска проходит", **SHORE},
    ),
    (
        "embankment-hearing",
        5,
        17,
        2,
        "Слушания о плане набережной",
        "Покажем два варианта и посчитаем, во что обойдётся каждый.",
        ("yards", "openness"),
        {"kind": Kind.HEARING, "step_free": True, "sign_language": True, "accessible_toilet": True, **HALL},
    ),
    (
        "project-school",
        12,
        16,
        3,
        "Проектная сессия: от идеи до сметы",
        "Приходите с идеей для двора, уходите с черновиком заявки.",
        ("self-government", "nonprofits"),
        {"kind": Kind.SESSION, "registration_url": "https://novodumsk.example/register/", "step_free": True, **LIBRARY},
    ),
    (
        "job-fair",
        20,
        11,
        5,
        "Ярмарка вакансий для молодых специалистов",
        "Тридцать работодателей, места для практики и первый резюме-разбор.",
        ("youth", "education"),
        {"kind": Kind.JOB_FAIR, "step_free": True, **HALL},
    ),
    (
        "accounting-seminar",
        27,
        15,
        2,
        "Семинар: бухгалтерия НКО без страха",
        "Отчёт по гранту, целевые взносы, учёт добровольческого труда.",
        ("nonprofits",),
        {"kind": Kind.SEMINAR, **LIBRARY},
    ),
    (
        "yards-meeting",
        -12,
        18,
        2,
        "Собрание жителей микрорайона Северный",
        "Выбрали двор, который попадёт в программу следующего года.",
        ("yards",),
        {
            "kind": Kind.MEETING,
            "attendance": 84,
            **HALL,
            "outcome": "<p>За двор на улице Мастеров отдан 61 голос, за двор на Лодочной — 23. "
            "Протокол передан в администрацию.</p>",
        },
    ),
    (
        "culture-festival",
        -33,
        12,
        8,
        "Фестиваль дворов",
        "Двенадцать дворов, одна программа на всех: музыка, шахматы, обмен книгами.",
        ("culture",),
        {
            "kind": Kind.FESTIVAL,
            "attendance": 640,
            **SHORE,
            "outcome": "<p>Собрали 640 человек и 96 предложений к форуму. Три из них уже вошли в повестку.</p>",
        },
    ),
]

PROGRAMME = [
    ("17:00", "Что предлагает проектировщик", "Чертёжникова-Мнимая И. П.", "Два варианта и их цена."),
    ("17:40", "Вопросы из зала", "", "По три минуты на вопрос и ответ."),
    ("18:30", "Что запишем в протокол", "Ведущий слушаний", ""),
]


def lay_out(kit: DemoKit) -> None:
    """Make the section; leaves it in ``kit.shared["events"]``."""
    kit.shared["events"] = kit.page(
        kit.home,
        EventIndexPage,
        "events",
        title="Афиша",
        intro="Дискуссионные клубы, семинары, слушания и субботники. Вход свободный, если не сказано иное.",
        show_in_menus=True,
    )


def translate_section(kit: DemoKit) -> None:
    """The English twin of the section."""
    section = kit.shared["events"]
    english = "Discussion clubs, seminars, hearings and clean-ups. Free entry unless stated."
    kit.translate(section, {"Афиша": "Events", section.intro: english})


def load(kit: DemoKit) -> None:
    """Publish the events around ``kit.today``."""
    for slug, days, hour, hours, title, summary, topics, fields in EVENTS:
        _publish(kit, slug, days, hour, hours, title, summary, topics, fields)


def _publish(kit: DemoKit, slug, days, hour, hours, title, summary, topics, fields) -> None:
    parent = kit.shared["events"]
    if EventPage.objects.child_of(parent).filter(slug=slug).exists():
        return
    start = timezone.make_aware(dt.datetime.combine(_day(kit.today, slug, days), dt.time(hour)))
    programme = PROGRAMME if slug == "embankment-hearing" else []
    page = kit.page(
        parent,
        EventPage,
        slug,
        title=title,
        summary=summary,
        starts_at=start,
        ends_at=start + dt.timedelta(hours=hours),
        organiser=kit.shared["organisations"]["administration"],
        body=body("Вход свободный. Если нужна помощь при входе, позвоните накануне по телефону внизу страницы."),
        programme=[{"type": "item", "value": _line(*line)} for line in programme],
        **fields,
    )
    page.topics = [kit.shared["topics"][name] for name in topics]
    if page.repeat:
        page.changes = _changes(page)
    page.save_revision().publish()
    kit.backdate(page, timezone.make_aware(dt.datetime.combine(kit.today, dt.time(9))) - dt.timedelta(days=20))


def _changes(page: EventPage) -> list[EventChange]:
    """The next meeting comes two days later, the one after the following is left out."""
    now = timezone.now()
    days = list(recurrence.starts(page.repeat, page.starts_at, None, now, now + dt.timedelta(days=120)))
    return [
        EventChange(
            day=timezone.localdate(days[0]),
            moved_to=days[0] + dt.timedelta(days=2),
            note="в библиотеке переучёт",
            locale=page.locale,
        ),
        EventChange(day=timezone.localdate(days[2]), note="каникулы клуба", locale=page.locale),
    ]


def _day(today: dt.date, slug: str, days: int) -> dt.date:
    """The day of an event; the club's first meeting falls on a second Thursday."""
    day = today + dt.timedelta(days=days)
    if slug != "discussion-club":
        return day
    first = day.replace(day=1)
    return first + dt.timedelta(days=(3 - first.weekday()) % 7 + 7)


def _line(time: str, title: str, speaker: str, text: str) -> dict[str, str]:
    return {"time": time, "title": title, "speaker": speaker, "text": text}
