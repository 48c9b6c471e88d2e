"""What the demo's forums adopted. The second repeats what was left undone; the third has its English beside it."""

from .kinds import Adopted, Item, Part

FIRST = Adopted(
    number=1,
    preamble=(
        "Мы, участники I Общественного форума Новодумска, собрались, чтобы договориться о порядке в наших дворах "
        "и о том, как жителям и власти слышать друг друга.",
        "Мы видим, что соседские объединения делают много, но поодиночке, и опыт редко доходит до соседней улицы.",
    ),
    parts=(
        Part(
            "local-government",
            "Органам местного самоуправления Новодумска:",
            (
                Item(
                    "Создать на сайте города единую базу общественных инициатив и отвечать на каждую.",
                    "one_off",
                    ("openness", "self-government"),
                ),
                Item(
                    "Проводить встречи главы города с председателями ТОС не реже одного раза в квартал.",
                    "recurring",
                    ("self-government", "openness"),
                ),
                Item("Установить освещение на пешеходных дорожках к школам и детским садам.", "one_off", ("yards",)),
                Item("Приглашать жителей на приёмку дворов после ремонта.", "ongoing", ("yards", "openness")),
                Item("Выделить помещение для общественной приёмной советов домов.", "one_off", ("self-government",)),
                Item(
                    "Публиковать план благоустройства за два месяца до начала работ.",
                    "recurring",
                    ("yards", "openness"),
                ),
            ),
            lead_in="Обсудив работу соседских объединений, участники Форума рекомендуют:",
        ),
        Part(
            "business",
            "Предпринимателям города:",
            (
                Item("Содержать в порядке территорию вокруг магазинов и мастерских.", "ongoing", ("yards",)),
                Item("Регулярно проводить для молодёжи дни открытых дверей на предприятиях.", "recurring", ("youth",)),
                Item("Поддерживать дворовые праздники призами и оборудованием.", "ongoing", ("culture",)),
            ),
        ),
        Part(
            "nonprofits",
            "Некоммерческим объединениям:",
            (
                Item(
                    "Обмениваться опытом подготовки заявок на гранты и создать общий календарь конкурсов.",
                    "one_off",
                    ("nonprofits",),
                ),
                Item("Вовлекать школьников в добровольческие дела рядом с домом.", "ongoing", ("youth", "education")),
                Item("Провести перепись деревьев и клумб в жилых кварталах.", "one_off", ("ecology",)),
            ),
        ),
        Part(
            "",
            "",
            (
                Item(
                    "Признать территориальное общественное самоуправление главной опорой городских перемен.",
                    "declaratory",
                    ("self-government",),
                ),
                Item("Проводить Общественный форум ежегодно.", "recurring", ("openness",)),
            ),
            lead_in="Участники Форума решили:",
            verb="resolve",
        ),
    ),
    closing=("Председатель организационного комитета Вымышленский С. Б.",),
)

SECOND = Adopted(
    number=2,
    preamble=(
        "Участники II Общественного форума Новодумска отмечают: за год между властью, бизнесом и объединениями стало "
        "больше совместных дел. Открыта приёмная советов домов, жители приняли первые девять дворов.",
        "Вместе с тем единой базы инициатив по-прежнему нет, а встречи с председателями ТОС прошли два раза вместо "
        "четырёх. Об этом мы говорим снова.",
    ),
    parts=(
        Part(
            "local-government",
            "Органам местного самоуправления Новодумского городского округа:",
            (
                Item(
                    "Создать единую базу общественных инициатив, о которой просил I форум.",
                    "one_off",
                    ("openness",),
                    (1, "1.1"),
                ),
                Item(
                    "Проводить ежеквартальные встречи с председателями ТОС и публиковать их протоколы.",
                    "recurring",
                    ("self-government", "openness"),
                    (1, "1.2"),
                ),
                Item(
                    "Шире использовать дискуссионные и проектные площадки при обсуждении городских программ.",
                    "ongoing",
                    ("openness",),
                ),
                Item(
                    "Приглашать общественность к обсуждению стратегии развития города до её утверждения.",
                    "ongoing",
                    ("openness",),
                ),
                Item(
                    "Создавать условия для общественных проектов: помещения, консультации, льготная печать.",
                    "ongoing",
                    ("nonprofits",),
                ),
                Item("Возродить обучающие семинары для советов домов по вопросам ЖКХ.", "one_off", ("education",)),
                Item(
                    "Регулярно размещать на сайте города сведения о конкурсах для объединений.",
                    "recurring",
                    ("nonprofits", "openness"),
                ),
                Item(
                    "Рассмотреть возможность создания городского благотворительного фонда.", "one_off", ("nonprofits",)
                ),
                Item(
                    "Сохранять исторические здания набережной и рассказывать о них на табличках.",
                    "ongoing",
                    ("culture",),
                ),
            ),
            lead_in="Заслушав доклады и выступления, участники Форума рекомендуют:",
        ),
        Part(
            "business",
            "Предпринимательскому сообществу:",
            (
                Item("Участвовать в благоустройстве территорий, прилегающих к предприятиям.", "ongoing", ("yards",)),
                Item("Регулярно проводить для молодёжи ярмарки вакансий.", "recurring", ("youth",)),
                Item("Создать клуб наставников для начинающих предпринимателей.", "one_off", ("youth", "education")),
                Item(
                    "Поддерживать проекты объединений вещами и услугами, не только деньгами.",
                    "ongoing",
                    ("nonprofits",),
                ),
            ),
        ),
        Part(
            "nonprofits",
            "Некоммерческим объединениям:",
            (
                Item(
                    "Изучить опыт ведения благотворительных марафонов в других городах и провести свой.",
                    "one_off",
                    ("nonprofits",),
                ),
                Item(
                    "Расширять участие в конкурсах на гранты вместе с соседними территориями.",
                    "ongoing",
                    ("nonprofits",),
                ),
                Item("Принять участие в городской экологической эстафете «Чистый берег».", "one_off", ("ecology",)),
                Item("Популяризировать добровольчество среди старшего поколения.", "ongoing", ("nonprofits",)),
                Item(
                    "Составить общий календарь конкурсов и обновлять его каждый месяц.",
                    "recurring",
                    ("nonprofits",),
                    (1, "3.1"),
                ),
            ),
        ),
        Part(
            "residents",
            "Жителям города:",
            (
                Item("Выбирать советы в каждом многоквартирном доме.", "ongoing", ("self-government",)),
                Item("Участвовать в общественных обсуждениях и приёмке дворов.", "ongoing", ("yards",), (1, "1.4")),
                Item("Сортировать отходы там, где стоят контейнеры.", "ongoing", ("ecology",)),
                Item("Беречь то, что сделано руками соседей.", "declaratory", ("yards",)),
            ),
        ),
    ),
    closing=("Принято большинством голосов участников.", "Председатель организационного комитета Вымышленский С. Б."),
)

THIRD = Adopted(
    number=3,
    preamble=(
        "Мы, участники III Общественного форума Новодумска, обсудили, как сделать город удобным для каждого возраста.",
        "Мы благодарим тех, кто исполнил рекомендации прошлого года, и напоминаем о тех, что остались на бумаге.",
    ),
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
                    english="Approve rules for designing yards and parks together with residents.",
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
                    english="Support initiatives of older residents and neighbourhood clubs.",
                ),
                Item(
                    "Открыть городскую набережную для прогулок по всей длине.",
                    "one_off",
                    ("yards", "ecology"),
                    english="Open the embankment for walking along its whole length.",
                ),
                Item(
                    "Учитывать мнение школьного парламента при составлении плана летнего отдыха.",
                    "ongoing",
                    ("youth",),
                    english="Take the school parliament's opinion into account when planning summer holidays.",
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
                    english="Equip the entrances of shops and cafés for people with disabilities.",
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
                    english="Create jobs with flexible hours for parents and students.",
                ),
                Item(
                    "Сократить одноразовую упаковку и принимать её обратно.",
                    "ongoing",
                    ("ecology",),
                    english="Cut down on disposable packaging and take it back.",
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
                    english="Set up a service of volunteer helpers for neighbours with limited mobility.",
                ),
                Item(
                    "Проводить субботники на берегах водохранилища весной и осенью.",
                    "recurring",
                    ("ecology",),
                    english="Hold clean-ups on the shores of the reservoir in spring and autumn.",
                ),
                Item(
                    "Делиться опытом экологических проектов со школами.",
                    "ongoing",
                    ("ecology", "education"),
                    english="Share the experience of environmental projects with schools.",
                ),
                Item(
                    "Укреплять традиции дворовых праздников и семейных клубов культуры.",
                    "ongoing",
                    ("culture",),
                    english="Strengthen the traditions of yard festivals and family culture clubs.",
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
                    english="Take exercise together with children and grandchildren.",
                ),
                Item(
                    "Признать заботу о соседях главным правилом города.",
                    "declaratory",
                    ("self-government",),
                    english="Recognise care for neighbours as the town's first rule.",
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
                    english="Recognise the school parliament as a permanent participant of the Public Forum.",
                ),
                Item(
                    "Считать отчёт об исполнении рекомендаций обязательной частью каждого форума.",
                    "declaratory",
                    ("openness",),
                    english="Regard a report on the recommendations as a part of every forum.",
                ),
                Item(
                    "Провести IV Общественный форум и пригласить на него соседние города.",
                    "one_off",
                    ("openness",),
                    english="Hold the 4th Public Forum and invite the neighbouring towns.",
                ),
            ),
            lead_in="Участники Форума решили:",
            verb="resolve",
            lead_in_english="The participants of the forum resolve:",
        ),
    ),
    closing=(
        "Резолюция принята открытым голосованием: за — 301, против — 4, воздержались — 12.",
        "Сопредседатели форума Вымышленский С. Б., Отзывчивая-Придуманная В. И.",
    ),
)
