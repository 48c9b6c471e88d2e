"""The third forum of the invented town, in both languages: the one whose recommendations are being carried out."""

from .english import COMMON
from .kinds import Edition, Item, Part
from .third_programme import FIGURES, PICTURES, PROGRAMME, PROGRAMME_ENGLISH, TRACKS

INTRO = (
    "Третий форум длился два дня: в первый отчитывались за прошлое, во второй работали секции и принимали резолюцию."
)
BODY = (
    "<p>Утром первого дня на сцену вышли адресаты прошлогодних рекомендаций: по три минуты на каждую. Зал поднимал "
    "зелёные и жёлтые карточки: сделано или ещё нет.</p>",
    "<p>Новое в этом году — дети. Школьный парламент провёл свою секцию и добавил в резолюцию четыре пункта.</p>",
)
PREAMBLE = (
    "Мы, участники III Общественного форума Новодумска, обсудили, как сделать город удобным для каждого возраста.",
    "Мы благодарим тех, кто исполнил рекомендации прошлого года, и напоминаем о тех, что остались на бумаге.",
)
CLOSING = (
    "Резолюция принята открытым голосованием: за — 301, против — 4, воздержались — 12.",
    "Сопредседатели форума Вымышленский С. Б., Отзывчивая-Придуманная В. И.",
)

THIRD = Edition(
    number=3,
    slug="forum-3",
    days_from_today=-65,
    length=2,
    theme="Город для каждого возраста",
    intro=INTRO,
    body=tuple(("paragraph", text) for text in BODY),
    tracks=TRACKS,
    programme=PROGRAMME,
    figures=FIGURES,
    pictures=PICTURES,
    recordings=(("Запись итогового заседания", "https://video.example/novodumsk/forum-3", "1:52"),),
    preamble=PREAMBLE,
    parts=(
        Part(
            "local-government",
            "Органам местного самоуправления Новодумского городского округа:",
            (
                Item(
                    "Запустить единую базу общественных инициатив и показать в ней судьбу каждой.",
                    "one_off",
                    ("openness",),
                    (2, "1.1"),
                    "Launch a single database of public initiatives and show in it what became of each.",
                ),
                Item(
                    "Утвердить порядок соучастного проектирования дворов и парков.",
                    "one_off",
                    ("yards", "openness"),
                    None,
                    "Approve rules for designing yards and parks together with residents.",
                ),
                Item(
                    "Сделать доступной среду у поликлиник, школ и остановок: пандусы, поручни, звуковые сигналы.",
                    "one_off",
                    ("accessibility",),
                    None,
                    "Make the surroundings of clinics, schools and bus stops accessible: ramps, rails, sound signals.",
                ),
                Item(
                    "Ежеквартально встречаться с председателями ТОС и публиковать протоколы встреч.",
                    "recurring",
                    ("self-government", "openness"),
                    (2, "1.2"),
                    "Meet the heads of TOS councils every quarter and publish the minutes.",
                ),
                Item(
                    "Проводить обучение советов домов и инициативных групп не реже двух раз в год.",
                    "recurring",
                    ("education", "self-government"),
                    (2, "1.6"),
                    "Train house councils and initiative groups at least twice a year.",
                ),
                Item(
                    "Поддерживать инициативы старшего поколения и клубы по месту жительства.",
                    "ongoing",
                    ("culture", "sport"),
                    None,
                    "Support initiatives of older residents and neighbourhood clubs.",
                ),
                Item(
                    "Открыть городскую набережную для прогулок по всей длине.",
                    "one_off",
                    ("yards", "ecology"),
                    None,
                    "Open the embankment for walking along its whole length.",
                ),
                Item(
                    "Учитывать мнение школьного парламента при составлении плана летнего отдыха.",
                    "ongoing",
                    ("youth",),
                    None,
                    "Take the school parliament's opinion into account when planning summer holidays.",
                ),
            ),
            lead_in="Заслушав отчёты адресатов и предложения секций, участники Форума рекомендуют:",
            written_english="To the local government of Novodumsk Urban District:",
            lead_in_english="Having heard the reports and the proposals of the sections, the participants recommend:",
        ),
        Part(
            "business",
            "Предпринимательскому сообществу города:",
            (
                Item(
                    "Регулярно проводить для молодёжи ярмарки вакансий и стажировок.",
                    "recurring",
                    ("youth",),
                    (2, "2.2"),
                    "Hold job and internship fairs for young people regularly.",
                ),
                Item(
                    "Оборудовать входы в магазины и кафе для людей с инвалидностью.",
                    "one_off",
                    ("accessibility",),
                    None,
                    "Equip the entrances of shops and cafés for people with disabilities.",
                ),
                Item(
                    "Участвовать в благоустройстве территорий рядом с предприятиями.",
                    "ongoing",
                    ("yards",),
                    (2, "2.1"),
                    "Take part in improving the surroundings of enterprises.",
                ),
                Item(
                    "Создать рабочие места с гибким графиком для родителей и студентов.",
                    "ongoing",
                    ("youth",),
                    None,
                    "Create jobs with flexible hours for parents and students.",
                ),
                Item(
                    "Сократить одноразовую упаковку и принимать её обратно.",
                    "ongoing",
                    ("ecology",),
                    None,
                    "Cut down on disposable packaging and take it back.",
                ),
            ),
            written_english="To the town's business community:",
        ),
        Part(
            "nonprofits",
            "Некоммерческим объединениям:",
            (
                Item(
                    "Провести городской благотворительный марафон и отчитаться о собранном.",
                    "one_off",
                    ("nonprofits",),
                    (2, "3.1"),
                    "Hold a charity marathon and report on what it raised.",
                ),
                Item(
                    "Создать службу добровольных помощников для маломобильных соседей.",
                    "one_off",
                    ("nonprofits", "accessibility"),
                    None,
                    "Set up a service of volunteer helpers for neighbours with limited mobility.",
                ),
                Item(
                    "Проводить субботники на берегах водохранилища весной и осенью.",
                    "recurring",
                    ("ecology",),
                    None,
                    "Hold clean-ups on the shores of the reservoir in spring and autumn.",
                ),
                Item(
                    "Делиться опытом экологических проектов со школами.",
                    "ongoing",
                    ("ecology", "education"),
                    None,
                    "Share the experience of environmental projects with schools.",
                ),
                Item(
                    "Укреплять традиции дворовых праздников и семейных клубов культуры.",
                    "ongoing",
                    ("culture",),
                    None,
                    "Strengthen the traditions of yard festivals and family culture clubs.",
                ),
            ),
            written_english="To non-profit organisations:",
        ),
        Part(
            "residents",
            "Жителям города:",
            (
                Item(
                    "Участвовать в обсуждениях проектов дворов и в их приёмке.",
                    "ongoing",
                    ("yards",),
                    (2, "4.2"),
                    "Take part in discussing yard projects and in accepting the works.",
                ),
                Item(
                    "Заниматься физкультурой вместе с детьми и внуками.",
                    "ongoing",
                    ("sport",),
                    None,
                    "Take exercise together with children and grandchildren.",
                ),
                Item(
                    "Признать заботу о соседях главным правилом города.",
                    "declaratory",
                    ("self-government",),
                    None,
                    "Recognise care for neighbours as the town's first rule.",
                ),
            ),
            written_english="To residents:",
        ),
        Part(
            "",
            "",
            (
                Item(
                    "Признать школьный парламент постоянным участником Общественного форума.",
                    "declaratory",
                    ("youth",),
                    None,
                    "Recognise the school parliament as a permanent participant of the Public Forum.",
                ),
                Item(
                    "Считать отчёт об исполнении рекомендаций обязательной частью каждого форума.",
                    "declaratory",
                    ("openness",),
                    None,
                    "Regard a report on the recommendations as a part of every forum.",
                ),
                Item(
                    "Провести IV Общественный форум и пригласить на него соседние города.",
                    "one_off",
                    ("openness",),
                    None,
                    "Hold the 4th Public Forum and invite the neighbouring towns.",
                ),
            ),
            lead_in="Участники Форума решили:",
            verb="resolve",
            lead_in_english="The participants of the forum resolve:",
        ),
    ),
    closing=CLOSING,
    english={
        **COMMON,
        "III Общественный форум Новодумска": "3rd Public Forum of Novodumsk",
        "Резолюция III Общественного форума Новодумска": "Resolution of the 3rd Public Forum of Novodumsk",
        "Город для каждого возраста": "A town for every age",
        INTRO: "The third forum lasted two days: the first for reports on the past, the second for sections and the "
        "resolution.",
        "Утром первого дня на сцену вышли адресаты прошлогодних рекомендаций: по три минуты на каждую. Зал поднимал "
        "зелёные и жёлтые карточки: сделано или ещё нет.": "On the first morning the addressees of last year's "
        "recommendations came on stage, three minutes for each. The hall raised green or yellow cards: done, not yet.",
        "Новое в этом году — дети. Школьный парламент провёл свою секцию и добавил в резолюцию четыре пункта.": "New "
        "this year: children. The school parliament held a section of its own and added four items to the resolution.",
        PREAMBLE[0]: "We, the participants of the 3rd Public Forum of Novodumsk, discussed how to make the town "
        "comfortable for every age.",
        PREAMBLE[1]: "We thank those who carried out last year's recommendations, and remind of those that stayed on "
        "paper.",
        CLOSING[0]: "The resolution was adopted by open vote: 301 for, 4 against, 12 abstained.",
        CLOSING[1]: "Co-chairs of the forum S. B. Vymyshlensky, V. I. Otzyvchivaya-Pridumannaya",
        "Запись итогового заседания": "Recording of the closing session",
        **PROGRAMME_ENGLISH,
    },
)
