"""Contests of the invented town that can be applied for now or soon: days are counted from the demo's today."""

from dataclasses import dataclass, field

from core.demo import Words

say = Words()
MOSCOW, HERE = "Europe/Moscow", "Asia/Yekaterinburg"


@dataclass(frozen=True)
class DemoWinner:
    """A winner; who has no name is a project, which a room above fills in."""

    name: str
    amount: int
    title: str = ""


@dataclass(frozen=True)
class DemoContest:
    """One contest; ``opens`` and ``closes`` are days from today, ``time`` is by the clock ``zone``."""

    slug: str
    title: str
    summary: str
    organiser: str
    level: str
    audiences: tuple[str, ...]
    topics: tuple[str, ...]
    closes: int
    how: str = ""
    opens: int | None = None
    time: str = "23:59"
    zone: str = HERE
    fund: int | None = None
    grant: tuple[int | None, int | None] = (None, None)
    expected: int | None = None
    results: int | None = None
    consultation: tuple[int, str] | None = None
    winners: tuple[DemoWinner, ...] = field(default=())


ORGANISERS = {
    "department-residents": ("Отдел по работе с жителями", "Residents' Department"),
    "department-youth": ("Управление молодёжной политики", "Youth Policy Office"),
    "regional-ministry": (
        "Министерство общественных связей Придуманного края",
        "Ministry of Public Relations of Pridumanny Territory",
    ),
    "federal-fund": ("Всероссийский фонд «Небывалые дела»", "Unheard-of Deeds National Fund"),
    "private-fund": ("Благотворительный фонд «Полынья»", "Polynya Charitable Fund"),
    "plant-fund": ("Фонд Новодумского завода придуманных изделий", "Fund of the Novodumsk Plant of Invented Goods"),
}

BY_MAIL = say(
    "Заполните заявку и смету, приложите протокол собрания. Отправьте одним письмом или принесите в кабинет 12.",
    "Fill in the application and the estimate, enclose the minutes of the meeting. Send them or bring them to room 12.",
)
ON_SITE = say(
    "Заявка заполняется на сайте фонда. Зарегистрируйтесь заранее: подтверждение аккаунта занимает до двух дней.",
    "The application is filled in on the fund's site. Register early: confirming an account takes up to two days.",
)
CONTACT = say("Отдел по работе с жителями, +7 (000) 000-00-17", "Residents' Department, +7 (000) 000-00-17")
ROOM = say("Администрация, кабинет 12", "City Hall, room 12")

CURRENT = (
    DemoContest(
        "dvory-2",
        say("Дворы, которые строят вместе", "Yards Built Together"),
        say(
            "Гранты ТОС и инициативным группам на благоустройство дворов: площадки, освещение, озеленение.",
            "Grants for TOS councils and initiative groups to improve yards: playgrounds, lighting, greenery.",
        ),
        "department-residents",
        "municipal",
        ("tos", "groups"),
        ("yards", "self-government"),
        3,
        BY_MAIL,
        opens=-25,
        time="18:00",
        fund=5_000_000,
        grant=(50_000, 500_000),
        expected=24,
        consultation=(1, ROOM),
    ),
    DemoContest(
        "nko-region",
        say("Субсидии некоммерческим организациям края", "Subsidies for the Territory's NGOs"),
        say(
            "Поддержка социальных проектов НКО: помощь пожилым, работа с детьми, добровольчество.",
            "Support for social projects of NGOs: help for the elderly, work with children, volunteering.",
        ),
        "regional-ministry",
        "regional",
        ("ngo",),
        ("nonprofits",),
        12,
        ON_SITE,
        opens=-10,
        zone=HERE,
        fund=60_000_000,
        grant=(None, 1_500_000),
        expected=50,
    ),
    DemoContest(
        "nebyvalye-dela",
        say("Небывалые дела: второй конкурс года", "Unheard-of Deeds: Second Contest of the Year"),
        say(
            "Федеральные гранты НКО на проекты, которые меняют жизнь в малых городах.",
            "Federal grants for NGOs whose projects change life in small towns.",
        ),
        "federal-fund",
        "federal",
        ("ngo",),
        ("nonprofits", "culture"),
        5,
        ON_SITE,
        opens=-30,
        zone=MOSCOW,
        fund=1_800_000_000,
        grant=(300_000, 3_000_000),
        expected=70,
    ),
    DemoContest(
        "molodye",
        say("Молодые придумали", "Young People's Ideas"),
        say(
            "Гранты молодым людям от 14 до 35 лет на городские события, мастерские и клубы.",
            "Grants for people aged 14 to 35 for town events, workshops and clubs.",
        ),
        "department-youth",
        "municipal",
        ("youth", "groups", "people"),
        ("youth",),
        19,
        BY_MAIL,
        opens=-5,
        time="17:30",
        fund=900_000,
        grant=(20_000, 100_000),
        expected=35,
    ),
    DemoContest(
        "polynya",
        say("Тёплый дом", "A Warm House"),
        say(
            "Частный фонд оплачивает пандусы, поручни и подъёмники для людей с инвалидностью.",
            "A private fund pays for ramps, handrails and lifts for disabled people.",
        ),
        "private-fund",
        "private",
        ("ngo", "people"),
        ("accessibility",),
        34,
        ON_SITE,
        zone=MOSCOW,
        grant=(None, 250_000),
    ),
    DemoContest(
        "zavod",
        say("Завод — соседям", "From the Plant to Its Neighbours"),
        say(
            "Небольшие гранты на спорт и праздники в микрорайонах рядом с заводом.",
            "Small grants for sport and feasts in the districts beside the plant.",
        ),
        "plant-fund",
        "private",
        ("tos", "groups", "ngo"),
        ("sport", "culture"),
        9,
        BY_MAIL,
        opens=-14,
        time="12:00",
        fund=600_000,
        grant=(10_000, 60_000),
        expected=20,
    ),
    DemoContest(
        "biznes",
        say("Социальный предприниматель", "Social Entrepreneur"),
        say(
            "Субсидии малому бизнесу, который даёт работу людям с ограничениями и помогает семьям.",
            "Subsidies for small businesses that employ people with disabilities and help families.",
        ),
        "regional-ministry",
        "regional",
        ("business",),
        ("nonprofits",),
        27,
        ON_SITE,
        opens=-2,
        fund=12_000_000,
        grant=(100_000, 700_000),
    ),
    DemoContest(
        "zelyonyy",
        say("Зелёный город", "Green Town"),
        say(
            "Саженцы, инструмент и деньги на уход за скверами. Приём заявок начнётся через несколько дней.",
            "Saplings, tools and money to look after gardens. Applications will be taken in a few days.",
        ),
        "department-residents",
        "municipal",
        ("tos", "groups", "ngo", "people"),
        ("ecology", "yards"),
        45,
        BY_MAIL,
        opens=6,
        time="18:00",
        fund=1_200_000,
        grant=(15_000, 120_000),
        expected=60,
    ),
    DemoContest(
        "nasledie",
        say("Наследие малых городов", "Heritage of Small Towns"),
        say(
            "Федеральные гранты на краеведение, музеи во дворах и восстановление старых вывесок.",
            "Federal grants for local history, yard museums and the restoration of old signs.",
        ),
        "federal-fund",
        "federal",
        ("ngo", "groups"),
        ("culture",),
        62,
        ON_SITE,
        opens=15,
        zone=MOSCOW,
        fund=300_000_000,
        grant=(100_000, 1_000_000),
    ),
)
