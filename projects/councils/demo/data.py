"""Councils of the invented town: facts in Russian, and the words an English page needs."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Head:
    """Who is in office: name, role, since how many years, whether consent to publication is recorded."""

    name: str
    english: str
    role: str = "chair"
    years: int = 2
    consent: bool = True


@dataclass(frozen=True)
class DemoCouncil:
    """One council; ``district`` is the number of its cell on the map of the town, None for a council without one."""

    slug: str
    title: str
    english: str
    summary: str
    summary_english: str
    territory: str
    streets: str
    head: Head
    kind: str = "tos"
    district: int | None = None
    residents: int = 0
    houses: int = 0
    age: int = 6
    address: tuple[str, str] = ("", "")
    reception: tuple[str, str] = ("", "")
    before: tuple[Head, ...] = ()
    others: tuple[Head, ...] = ()
    legal: bool = False
    dissolved: bool = False
    reports: tuple[tuple[str, str], ...] = field(default=())


TERRITORIES = {
    "centr": ("Центр", "Centre"),
    "zarechnyy": ("Заречный микрорайон", "Zarechny"),
    "ozyornyy": ("Озёрный микрорайон", "Ozyorny"),
    "lesnoy": ("Лесной посёлок", "Lesnoy"),
    "yuzhnyy": ("Южный микрорайон", "Yuzhny"),
}
TUESDAYS = ("по вторникам с 17:00 до 19:00", "Tuesdays, 17:00–19:00")
THURSDAYS = ("по четвергам с 18:00 до 20:00", "Thursdays, 18:00–20:00")
SATURDAYS = ("по субботам с 10:00 до 12:00", "Saturdays, 10:00–12:00")

COUNCILS = (
    DemoCouncil(
        "lesnoy",
        "ТОС «Лесной»",
        "Lesnoy TOS",
        "Посёлок у соснового бора: освещение улиц, противопожарные полосы, зимняя лыжня.",
        "The settlement by the pine wood: street lights, fire breaks, a ski track in winter.",
        "lesnoy",
        "ул. Сосновая\nул. Лесная, 1–38\nпер. Грибной, 2–16 (чётные)",
        Head("Боровикова-Придуманная Т. С.", "T. S. Borovikova-Pridumannaya", years=3),
        district=0,
        residents=2140,
        houses=312,
        age=9,
        address=("ул. Лесная, 12, бывшая контора лесничества", "12 Lesnaya Street, the old forestry office"),
        reception=SATURDAYS,
        before=(Head("Валежников-Небывалый П. И.", "P. I. Valezhnikov-Nebyvaly", years=6),),
        reports=(
            (
                "4 субботника, 1,2 км противопожарной полосы, 38 фонарей на солнечных батареях.",
                "4 clean-ups, 1.2 km of fire break, 38 solar street lamps.",
            ),
            ("Лыжня 3 км, участвовал 201 житель.", "A ski track of 3 km, 201 residents took part."),
        ),
    ),
    DemoCouncil(
        "severnyy",
        "ТОС «Северный двор»",
        "Severny Dvor TOS",
        "Девять дворов вокруг школы № 101: детские площадки, раздельный сбор, соседские праздники.",
        "Nine yards around School No. 101: playgrounds, sorted waste, neighbours' holidays.",
        "ozyornyy",
        "ул. Северная, 1–45 (нечётные)\nул. Школьная, 3, 5, 5а, 7\nпр-т Мира, 60–98 (чётные)",
        Head("Дворкина-Сочинённая М. А.", "M. A. Dvorkina-Sochinyonnaya", years=1),
        district=1,
        residents=4870,
        houses=64,
        age=5,
        address=("ул. Школьная, 5, кабинет 2", "5 Shkolnaya Street, room 2"),
        reception=TUESDAYS,
        before=(Head("Заборов-Вымышленный К. Л.", "K. L. Zaborov-Vymyshlenny", years=4),),
        others=(Head("Тетрадкина-Придуманная О. О.", "O. O. Tetradkina-Pridumannaya", role="secretary"),),
        legal=True,
        reports=(("3 площадки, 1 грант, 412 участников.", "3 playgrounds, 1 grant, 412 participants."),),
    ),
    DemoCouncil(
        "ozyornyy",
        "ТОС «Озёрный»",
        "Ozyorny TOS",
        "Берег городского озера: чистая вода, тропа здоровья, дежурства на пляже.",
        "The shore of the town's lake: clean water, a health path, watches on the beach.",
        "ozyornyy",
        "ул. Озёрная, 1–15 (нечётные), 2–20 (чётные)\nул. Береговая\nпер. Рыбачий, с 4 до конца",
        Head("Семёнова-Придуманная А. В.", "A. V. Semyonova-Pridumannaya", years=2),
        district=2,
        residents=3120,
        houses=96,
        age=8,
        address=("ул. Озёрная, 7, библиотека", "7 Ozyornaya Street, the library"),
        reception=THURSDAYS,
        before=(
            Head("Карасёв-Небывалый Г. Д.", "G. D. Karasyov-Nebyvaly", years=3),
            Head("Плотвичкина-Выдуманная Р. И.", "R. I. Plotvichkina-Vydumannaya", years=3),
        ),
        others=(
            Head("Удочкин-Вымышленный С. С.", "S. S. Udochkin-Vymyshlenny", role="deputy", consent=False),
            Head("Волнушкина-Сочинённая Е. П.", "E. P. Volnushkina-Sochinyonnaya", role="secretary"),
        ),
        legal=True,
        reports=(
            (
                "Тропа здоровья 1,8 км, 6 субботников, 312 участников, родник приведён в порядок.",
                "A health path of 1.8 km, 6 clean-ups, 312 participants, the spring put in order.",
            ),
            ("Дежурства на пляже, ни одного несчастного случая.", "Watches on the beach, not one accident."),
        ),
    ),
    DemoCouncil(
        "beryozovaya-roshcha",
        "ТОС «Берёзовая роща»",
        "Beryozovaya Roshcha TOS",
        "Старый парк и улицы вокруг него: уход за деревьями, летний лекторий, клуб соседей.",
        "The old park and the streets around it: care of trees, summer lectures, a neighbours' club.",
        "ozyornyy",
        "ул. Озёрная, 17–51 (нечётные), 22–60 (чётные)\nул. Парковая\nул. Садовая, 1–20",
        Head("Листвина-Придуманная Н. К.", "N. K. Listvina-Pridumannaya", years=4, consent=False),
        district=3,
        residents=2680,
        houses=143,
        age=4,
        address=("ул. Парковая, 3, клуб", "3 Parkovaya Street, the club"),
        reception=THURSDAYS,
    ),
    DemoCouncil(
        "centralnyy",
        "Управляющий микрорайоном «Центральный»",
        "Manager of the Tsentralny microdistrict",
        "Связывает жителей центра с городскими службами: дворы, дороги, отопление.",
        "Links the residents of the centre with the city's services: yards, roads, heating.",
        "centr",
        "площадь Согласия\nпр-т Мира, 1–59\nул. Карла Маркса, 1–30\nул. 8 Марта",
        Head("Площадкин-Вымышленный В. В.", "V. V. Ploshchadkin-Vymyshlenny", role="manager", years=2),
        kind="manager",
        district=4,
        residents=6410,
        houses=118,
        age=2,
        address=("площадь Согласия, 1, кабинет 104", "1 Soglasiya Square, room 104"),
        reception=TUESDAYS,
    ),
    DemoCouncil(
        "naberezhnyy",
        "ТОС «Набережный»",
        "Naberezhny TOS",
        "Набережная и пристань: праздник реки, прокат лодок, уборка берега.",
        "The embankment and the pier: the river's day, boats for hire, a clean shore.",
        "centr",
        "наб. Тихая\nул. Пристанская, 1–24\nул. Карла Маркса, 31–77",
        Head("Лодочкина-Выдуманная И. Ф.", "I. F. Lodochkina-Vydumannaya", years=2),
        district=5,
        residents=3890,
        houses=81,
        age=7,
        address=("ул. Пристанская, 2, дом речника", "2 Pristanskaya Street, the boatmen's house"),
        reception=SATURDAYS,
        before=(Head("Якорев-Небывалый Д. Д.", "D. D. Yakorev-Nebyvaly", years=5),),
    ),
    DemoCouncil(
        "masterovaya-sloboda",
        "ТОС «Мастеровая слобода»",
        "Masterovaya Sloboda TOS",
        "Район бывшего завода: мастерские для подростков, сквер на месте пустыря.",
        "The quarter of the former works: workshops for teenagers, a garden in place of waste ground.",
        "zarechnyy",
        "ул. Заводская\nул. Мастеровая, 2–40 (чётные)\nпер. Токарный, 1, 3, 5/2",
        Head("Станков-Придуманный Ю. Г.", "Y. G. Stankov-Pridumanny", years=1),
        district=6,
        residents=3350,
        houses=57,
        age=3,
        address=("ул. Заводская, 18, мастерские", "18 Zavodskaya Street, the workshops"),
        reception=TUESDAYS,
        legal=True,
    ),
    DemoCouncil(
        "zarechnyy",
        "ТОС «Заречный»",
        "Zarechny TOS",
        "Правый берег: мост и переправа, школьный маршрут, дружина порядка.",
        "The right bank: bridge and ferry, the way to school, a public order patrol.",
        "zarechnyy",
        "ул. Заречная, 1–60\n1-я Луговая\n2-я Луговая\nпер. Мостовой",
        Head("Бродов-Вымышленный А. А.", "A. A. Brodov-Vymyshlenny", years=3),
        district=7,
        residents=4410,
        houses=268,
        age=10,
        address=("ул. Заречная, 22, опорный пункт", "22 Zarechnaya Street, the patrol post"),
        reception=THURSDAYS,
    ),
    DemoCouncil(
        "dom-na-luchistoy",
        "Домовой комитет «Лучистая, 14»",
        "House committee of 14 Luchistaya",
        "Двенадцатиэтажный дом и его двор: общий чат, цветники, капитальный ремонт без долгов.",
        "A twelve-storey house and its yard: a common chat, flower beds, repairs without debts.",
        "yuzhnyy",
        "ул. Лучистая, 14, 14а",
        Head("Подъездова-Сочинённая Л. Л.", "L. L. Podyezdova-Sochinyonnaya", years=2),
        kind="house",
        district=8,
        residents=640,
        houses=2,
        age=2,
        address=("ул. Лучистая, 14, комната консьержа", "14 Luchistaya Street, the porter's room"),
        reception=SATURDAYS,
    ),
    DemoCouncil(
        "kirpichnyy",
        "ТОС «Кирпичный»",
        "Kirpichny TOS",
        "Частный сектор за кирпичным заводом: водопровод, дороги, освещение.",
        "Private houses behind the brickworks: water mains, roads, street lights.",
        "zarechnyy",
        "ул. Кирпичная\nул. Глинская, 1–44\nтупик Печной",
        Head("Черепицын-Придуманный О. О.", "O. O. Cherepitsyn-Pridumanny", years=5, consent=False),
        district=9,
        residents=1930,
        houses=407,
        age=6,
        address=("ул. Кирпичная, 1, магазин «Ромашка»", "1 Kirpichnaya Street, the shop"),
        reception=SATURDAYS,
    ),
    DemoCouncil(
        "yuzhnyy",
        "ТОС «Южный»",
        "Yuzhny TOS",
        "Молодой микрорайон: спорт во дворах, велодорожки, посадка аллеи.",
        "A young microdistrict: sport in the yards, cycle lanes, an avenue planted.",
        "yuzhnyy",
        "ул. Лучистая, 1–13, 15–40\nб-р Молодёжный\nул. 50 лет Первого Фонаря",
        Head("Солнцева-Выдуманная Д. Р.", "D. R. Solntseva-Vydumannaya", years=1),
        district=10,
        residents=7240,
        houses=48,
        age=3,
        address=("б-р Молодёжный, 9, центр соседства", "9 Molodyozhny Boulevard, the neighbours' centre"),
        reception=TUESDAYS,
        legal=True,
    ),
    DemoCouncil(
        "polevoy",
        "Уличный комитет улицы Полевой",
        "Street committee of Polevaya",
        "Одна длинная улица: колонки, заборы, дежурства от пожаров.",
        "One long street: pumps, fences, a watch against fires.",
        "yuzhnyy",
        "ул. Полевая",
        Head("Колоскова-Придуманная З. Н.", "Z. N. Koloskova-Pridumannaya", years=7),
        kind="house",
        district=11,
        residents=410,
        houses=132,
        age=7,
        address=("ул. Полевая, 66", "66 Polevaya Street"),
        reception=SATURDAYS,
    ),
    DemoCouncil(
        "dalniy",
        "Управляющий микрорайоном «Дальний»",
        "Manager of the Dalny microdistrict",
        "Новостройки на краю города, где ТОС ещё не создан: заявки жителей, встречи с застройщиком.",
        "New houses at the edge of town where there is no TOS yet: requests, meetings with the builder.",
        "yuzhnyy",
        "ул. Дальняя\nул. Рассветная, 1–19\nпроезд Новосёлов",
        Head("Новосёлов-Небывалый Р. Р.", "R. R. Novosyolov-Nebyvaly", role="manager", years=1),
        kind="manager",
        district=12,
        residents=5130,
        houses=36,
        age=1,
        address=("проезд Новосёлов, 3, кабинет 1", "3 Novosyolov Drive, room 1"),
        reception=THURSDAYS,
    ),
    DemoCouncil(
        "obshchestvennyy-sovet-zhkh",
        "Общественный совет по ЖКХ",
        "Public council on housing and utilities",
        "Следит за тарифами и капитальным ремонтом во всём городе, разбирает жалобы раз в месяц.",
        "Watches tariffs and repairs all over town, hears complaints once a month.",
        "centr",
        "",
        Head("Тарифов-Вымышленный Л. Я.", "L. Y. Tarifov-Vymyshlenny", years=2),
        kind="public",
        age=5,
        address=("площадь Согласия, 1, малый зал", "1 Soglasiya Square, the small hall"),
        reception=("первый понедельник месяца, 18:00", "first Monday of the month, 18:00"),
    ),
    DemoCouncil(
        "staraya-pristan",
        "ТОС «Старая пристань»",
        "Staraya Pristan TOS",
        "Объединял улицы у старой пристани, вошёл в ТОС «Набережный».",
        "United the streets at the old pier, became a part of Naberezhny TOS.",
        "centr",
        "ул. Пристанская, 1–24",
        Head("Причалова-Небывалая Ж. Ж.", "Z. Z. Prichalova-Nebyvalaya", years=8),
        district=5,
        residents=1200,
        houses=30,
        age=9,
        dissolved=True,
    ),
)
