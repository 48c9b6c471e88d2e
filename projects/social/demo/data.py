"""Projects of the invented town: what a project of the demo is made of, and those that have not ended."""

from dataclasses import dataclass, field

from core.demo import Words

say = Words()


@dataclass(frozen=True)
class DemoNeed:
    """What is needed: ``until`` and ``met`` are days from today."""

    kind: str
    text: str
    amount: int | None = None
    until: int | None = None
    met: int | None = None


@dataclass(frozen=True)
class DemoProject:
    """One project. ``stages`` are (stage, days from today, note), ``money`` (years ago, source, sum, contest's slug).

    ``initiator`` is a field of the page with a slug or a name; ``where`` a council whose district the project is in.
    """

    slug: str
    title: str
    summary: str
    initiator: tuple[str, str]
    stages: tuple[tuple[str, int, str], ...]
    topics: tuple[str, ...]
    goals: str = ""
    territory: str = ""
    where: str = ""
    address: str = ""
    audience: str = ""
    cost: int | None = None
    money: tuple[tuple[int, str, int, str], ...] = ()
    needs: tuple[DemoNeed, ...] = ()
    help: str = ""
    figures: tuple[tuple[str, str], ...] = ()
    updates: tuple[tuple[int, str, str], ...] = ()
    partners: tuple[tuple[str, str], ...] = ()
    scene: str = ""
    carries_out: tuple[str, ...] = field(default=())


WRITE_US = say(
    "Позвоните в совет или приходите на сход: всё, что нужно знать, расскажут на месте.",
    "Call the council or come to a meeting: you will be told everything on the spot.",
)
EQUIPMENT = say("Деньги пришли, заказано оборудование", "The money came, the equipment is ordered")
MEETING = say("Сход жителей одобрил проект", "The residents' meeting approved the project")

RUNNING = (
    DemoProject(
        "ploshchadka-na-lesnoy",
        say("Площадка для малышей на Лесной", "A Playground for Toddlers in Lesnaya Street"),
        say(
            "Во дворе, где никогда не было качелей, появится площадка с песочницей, мягким покрытием и скамейками.",
            "A yard that never had a swing gets a playground with a sandpit, a soft surface and benches.",
        ),
        ("council", "lesnoy"),
        (
            ("idea", -320, MEETING),
            ("seeking", -240, ""),
            ("under_way", -120, EQUIPMENT),
            ("done", 40, say("Открытие площадки", "Opening of the playground")),
        ),
        ("yards",),
        say(
            "Сделать двор местом, где дети гуляют, а взрослые знакомятся.",
            "To make the yard a place where children play and grown-ups get acquainted.",
        ),
        "lesnoy",
        "lesnoy",
        say("Лесная ул., 5, двор", "5 Lesnaya Street, the yard"),
        say("семьи с маленькими детьми, 120 человек", "families with small children, 120 people"),
        560_000,
        ((0, "grant", 420_000, "dvory-1"), (0, "residents", 65_000, "")),
        (
            DemoNeed(
                "volunteers",
                say("Десять человек: красить забор и сажать кусты", "Ten people to paint the fence and plant shrubs"),
                until=20,
            ),
            DemoNeed(
                "things", say("Саженцы сирени и спиреи, двадцать штук", "Twenty lilac and spiraea saplings"), until=25
            ),
            DemoNeed("money", say("Мягкое покрытие", "A soft surface"), 75_000, 30),
        ),
        WRITE_US,
        ((say("485 000 ₽", "485,000 ₽"), say("собрано", "raised")),),
        (
            (
                -30,
                say("Привезли качели", "The swings have come"),
                say(
                    "Установка начнётся, как только просохнет земля.", "They will be put up as soon as the soil is dry."
                ),
            ),
            (
                -115,
                say("Выбрали поставщика", "The supplier is chosen"),
                say(
                    "Из трёх предложений жители выбрали деревянное оборудование.",
                    "Of three offers the residents chose wooden equipment.",
                ),
            ),
        ),
        (("plant-fund", say("дарит скамейки", "gives the benches")),),
        "yard",
        ("благоустройств", "лучших практик"),
    ),
    DemoProject(
        "shkola-sosedey",
        say("Школа соседей", "A School for Neighbours"),
        say(
            "Бесплатные занятия для активных жителей: как провести собрание, написать заявку, посчитать смету.",
            "Free classes for active residents: how to hold a meeting, write an application, reckon an estimate.",
        ),
        ("organisation", "public-chamber"),
        (("idea", -500, ""), ("under_way", -290, EQUIPMENT)),
        ("self-government", "nonprofits"),
        say(
            "Чтобы в каждом микрорайоне был человек, который умеет довести идею до дела.",
            "That every district should have somebody able to turn an idea into deeds.",
        ),
        address=say("Библиотека на площади Согласия", "The library in Soglasiya Square"),
        where="centralnyy",
        territory="centr",
        audience=say(
            "председатели советов и все, кто хочет ими стать", "chairs of councils and all who want to become one"
        ),
        cost=1_050_000,
        money=((1, "grant", 870_000, "nko-region-1"), (0, "municipal", 120_000, "")),
        needs=(
            DemoNeed("premises", say("Зал на 30 мест по субботам", "A hall with 30 seats on Saturdays")),
            DemoNeed(
                "volunteers", say("Бухгалтер, который объяснит смету", "An accountant to explain an estimate"), until=50
            ),
        ),
        help=WRITE_US,
        figures=(
            (say("64", "64"), say("выпускника", "graduates")),
            (say("11", "11"), say("заявок подано выпускниками", "applications by graduates")),
        ),
        updates=(
            (
                -14,
                say("Третий выпуск", "The third graduation"),
                say("Занятия закончили двадцать два человека.", "Twenty-two people finished the classes."),
            ),
        ),
        partners=(("youth-centre", say("ведёт занятия по проектам", "teaches project work")),),
        scene="hall",
        carries_out=("обучен", "семинар", "общественного самоуправления"),
    ),
    DemoProject(
        "sad-na-kryshe",
        say("Сад на набережной", "A Garden on the Embankment"),
        say(
            "Пустырь у реки станет садом с высокими грядками, до которых дотянется и человек на коляске.",
            "The wasteland by the river becomes a garden with raised beds, within reach of wheelchair users too.",
        ),
        ("council", "naberezhnyy"),
        (("idea", -90, MEETING), ("seeking", -45, "")),
        ("ecology", "accessibility"),
        territory="centr",
        where="naberezhnyy",
        address=say("Набережная, у старого причала", "The embankment, by the old pier"),
        audience=say("жители центра, 900 человек", "residents of the centre, 900 people"),
        cost=640_000,
        money=((0, "own", 40_000, ""),),
        needs=(
            DemoNeed("money", say("Доски и земля для двадцати грядок", "Planks and soil for twenty beds"), 300_000, 60),
            DemoNeed("volunteers", say("Плотники, хотя бы двое", "Carpenters, at least two"), until=45),
            DemoNeed("things", say("Бочки для воды", "Water barrels"), met=-5),
        ),
        help=WRITE_US,
        scene="lake",
        carries_out=("охраны окружающей среды", "экологи"),
    ),
    DemoProject(
        "teplaya-ostanovka",
        say("Тёплая остановка", "A Warm Bus Stop"),
        say(
            "Остановка, где зимой можно согреться, а летом зарядить телефон от солнца.",
            "A bus stop to warm up in winter and to charge a phone from the sun in summer.",
        ),
        ("group", say("Инициативная группа «Тёплый город»", "Warm Town initiative group")),
        (("idea", -20, ""),),
        ("yards", "youth"),
        territory="yuzhnyy",
        where="yuzhnyy",
        address=say("Остановка «Поликлиника»", "Poliklinika stop"),
        audience=say("пассажиры автобусов 3 и 7", "passengers of buses 3 and 7"),
        cost=380_000,
        needs=(
            DemoNeed("volunteers", say("Инженер-электрик для расчёта", "An electrical engineer for the reckoning")),
        ),
        help=WRITE_US,
    ),
    DemoProject(
        "muzyka-vo-dvorah",
        say("Музыка во дворах", "Music in the Yards"),
        say(
            "Летом по пятницам музыканты играют во дворах: по одному вечеру в каждом микрорайоне.",
            "On summer Fridays musicians play in the yards: an evening in each district.",
        ),
        ("organisation", "youth-centre"),
        (("seeking", -60, ""),),
        ("culture", "youth"),
        audience=say("все горожане", "everybody in town"),
        cost=150_000,
        money=((0, "business", 60_000, ""),),
        needs=(
            DemoNeed(
                "things", say("Колонки и удлинители напрокат", "Loudspeakers and extension leads for hire"), until=70
            ),
            DemoNeed("money", say("Оплата звукорежиссёра", "The sound engineer's pay"), 30_000, 40),
        ),
        help=WRITE_US,
        scene="town",
    ),
    DemoProject(
        "prokat-dobra",
        say("Прокат добра", "Kindness for Hire"),
        say(
            "Ходунки, кресла-коляски и костыли на время болезни — бесплатно и в тот же день.",
            "Walkers, wheelchairs and crutches for the time of an illness: free and on the same day.",
        ),
        ("person", "prokat-person"),
        (("idea", -150, ""), ("under_way", -100, "")),
        ("accessibility",),
        territory="zarechnyy",
        where="zarechnyy",
        address=say("Речная ул., 12", "12 Rechnaya Street"),
        audience=say("все, кому это понадобилось", "whoever needs it"),
        cost=90_000,
        money=((0, "residents", 90_000, ""),),
        needs=(
            DemoNeed("premises", say("Сухой склад двадцать метров", "A dry store of twenty square metres")),
            DemoNeed("things", say("Исправные ходунки и коляски", "Walkers and wheelchairs in good order")),
        ),
        help=WRITE_US,
        figures=((say("37", "37"), say("семей воспользовались", "families helped")),),
    ),
    DemoProject(
        "karta-dostupnosti",
        say("Карта доступности города", "A Map of Accessible Places"),
        say(
            "Волонтёры с рулеткой обходят магазины, аптеки и школы и честно пишут, где есть пандус, а где ступени.",
            "Volunteers with tape measures visit shops, chemists and schools and note every ramp and every step.",
        ),
        ("organisation", "public-chamber"),
        (("under_way", -70, ""),),
        ("accessibility", "openness"),
        cost=45_000,
        money=((0, "own", 45_000, ""),),
        needs=(
            DemoNeed("volunteers", say("Двадцать человек на один выходной", "Twenty people for one weekend"), until=14),
        ),
        help=WRITE_US,
        figures=((say("214", "214"), say("мест описано", "places described")),),
        carries_out=("единую базу", "базу"),
    ),
    DemoProject(
        "zimniy-katok",
        say("Каток, который заливают соседи", "The Rink That Neighbours Make"),
        say(
            "Лёд на школьном стадионе: вечером свет, по выходным прокат коньков.",
            "Ice on the school's sports ground: light in the evening, skates for hire at weekends.",
        ),
        ("council", "severnyy"),
        (("idea", -35, MEETING),),
        ("sport",),
        territory="ozyornyy",
        where="severnyy",
        address=say("Школьный стадион", "The school's sports ground"),
        audience=say("дети и родители", "children and parents"),
        cost=130_000,
        needs=(DemoNeed("things", say("Пожарный рукав и прожектор", "A fire hose and a floodlight"), until=90),),
        help=WRITE_US,
    ),
)
