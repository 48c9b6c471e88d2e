"""English of the demo's forums: Russian → English."""

COMMON = {
    "Дворец культуры «Горизонт»": "Gorizont Palace of Culture",
    "г. Новодумск, ул. Набережная, 7": "7 Naberezhnaya Street, Novodumsk",
    (
        "Пандус у главного входа, лифт, сурдоперевод пленарных заседаний, места для колясок в первом ряду. "
        "Парковка со стороны улицы Набережной."
    ): (
        "A ramp at the main entrance, a lift, sign language at plenary sessions, places for wheelchairs in the "
        "first row. Parking on Naberezhnaya Street."
    ),
    "Мастеровая-Придуманная О. П., центр поддержки НКО": "O. P. Masterovaya-Pridumannaya, NGO support centre",
    "Дворкина-Сочинённая М. А., ТОС «Северный двор»": "M. A. Dvorkina-Sochinyonnaya, TOS Severny Dvor",
    "Вымышленский С. Б., председатель оргкомитета": "S. B. Vymyshlensky, chair of the organising committee",
    "Малый зал": "Small Hall",
    "Большой зал": "Main Hall",
    "Лекторий": "Lecture room",
    "Зимний сад": "Winter garden",
    "Фойе": "Foyer",
    "Регистрация": "Registration",
}

FIRST = COMMON | {
    "I Общественный форум Новодумска": "1st Public Forum of Novodumsk",
    "Соседи, которые договорились": "Neighbours who came to terms",
    "Первый форум собрал советы домов, ТОС и городские объединения, чтобы составить общий список просьб.": (
        "The first forum brought together house councils, TOS councils and the town's associations to make one "
        "common list of requests."
    ),
    (
        "До первого форума каждый двор писал в администрацию сам. Решили попробовать иначе: собраться в один день, "
        "выслушать друг друга и выйти с общим списком того, что нужно городу."
    ): (
        "Before the first forum every yard wrote to the administration by itself. This time all met on one day, "
        "heard one another out and left with a common list of what the town needs."
    ),
    (
        "Разговор шёл за круглыми столами, без президиума. Каждую рекомендацию принимали отдельно: если за неё "
        "поднимали руки меньше половины зала, она в резолюцию не попадала."
    ): (
        "The talk went on at round tables, without a platform party. Each recommendation was voted on by itself: "
        "with fewer than half of the hands raised, it stayed out of the resolution."
    ),
    "участников": "participants",
    "объединения": "associations",
    "рекомендаций": "recommendations",
    "Полный зал слушает выступающего": "A full hall listens to a speaker",
    "Зал Дворца культуры во время первого форума": "The Palace of Culture during the first forum",
}

SECOND = COMMON | {
    "II Общественный форум Новодумска": "2nd Public Forum of Novodumsk",
    "Источники и ресурсы: что город может сам": "Sources and resources: what the town can do by itself",
    "Второй форум говорил о деньгах, людях и знаниях, которые уже есть в городе, и вернулся к несделанному.": (
        "The second forum spoke of the money, people and knowledge that the town already has, and came back to "
        "what had been left undone."
    ),
    (
        "Второй год подряд форум начался с отчёта: что стало с прошлогодними рекомендациями. Отвечали те, к кому "
        "они обращены. Два пункта пришлось повторить слово в слово."
    ): (
        "For the second year the forum began with a report: what became of last year's recommendations. Those to "
        "whom they are addressed answered. Two items had to be repeated word for word."
    ),
    "Впервые работали секции: об экологии, о молодёжи, о поддержке объединений.": (
        "For the first time there were sections: on ecology, on young people, on support of associations."
    ),
    "Город и объединения": "The town and its associations",
    "Гранты, помещения, обучение: что помогает объединениям работать дольше одного проекта.": (
        "Grants, premises, training: what helps associations to outlive a single project."
    ),
    "Зелёный город": "The green town",
    "Ландышев-Небывалый Г. К., клуб «Берег»": "G. K. Landyshev-Nebyvaly, Bereg club",
    "Река, парки, раздельный сбор: где достаточно добровольцев, а где нужен бюджет.": (
        "The river, parks, sorting of waste: where volunteers are enough and where a budget is needed."
    ),
    "Молодые решают": "The young decide",
    "Скорик-Вымышленный Д. А., молодёжный центр": "D. A. Skorik-Vymyshlenny, youth centre",
    "Работа, досуг и голос в городских решениях для тех, кому до 35.": (
        "Work, leisure and a voice in the town's decisions for those under 35."
    ),
    "участника": "participants",
    "объединение": "associations",
    "секции": "sections",
    "рекомендации": "recommendations",
    "Люди идут по дорожке парка": "People walk along a path in the park",
    "Обход парка участниками экологической секции": "The section on ecology goes round the park",
    "Молодые люди сидят за круглыми столами": "Young people sit at round tables",
    "Секция «Молодые решают»": "The section “The young decide”",
}

THIRD = COMMON | {
    "III Общественный форум Новодумска": "3rd Public Forum of Novodumsk",
    "Город для каждого возраста": "A town for every age",
    (
        "Третий форум длился два дня: в первый отчитывались за прошлое, во второй работали секции и принимали "
        "резолюцию."
    ): (
        "The third forum lasted two days: the first for reports on the past, the second for sections and the "
        "resolution."
    ),
    (
        "Утром первого дня на сцену вышли адресаты прошлогодних рекомендаций: по три минуты на каждую. Зал "
        "поднимал зелёные и жёлтые карточки: сделано или ещё нет."
    ): (
        "On the first morning the addressees of last year's recommendations came on stage, three minutes for each. "
        "The hall raised green or yellow cards: done, not yet."
    ),
    "Новое в этом году — дети. Школьный парламент провёл свою секцию и добавил в резолюцию четыре пункта.": (
        "New this year: children. The school parliament held a section of its own and added four items to the "
        "resolution."
    ),
    "Запись итогового заседания": "Recording of the closing session",
    "Дворы и набережная": "Yards and embankment",
    "Каждому возрасту": "For every age",
    "Зелёный город": "Green town",
    "Чертёжникова-Придуманная Л. М., главный архитектор": "L. M. Chertyozhnikova-Pridumannaya, chief architect",
    "Отзывчивая-Придуманная В. И., клуб «Поколения»": "V. I. Otzyvchivaya-Pridumannaya, Pokoleniya club",
    "Ландышев-Небывалый Г. К., клуб «Берег»": "G. K. Landyshev-Nebyvaly, Bereg club",
    "Как проектировать дворы вместе.": "How to design yards together.",
    "Доступность, досуг, помощь соседям.": "Accessibility, leisure, help for neighbours.",
    "Водохранилище, отходы, школьные проекты.": "The reservoir, waste, school projects.",
    "участников": "participants",
    "объединения": "associations",
    "секции": "sections",
    "рекомендации": "recommendations",
    "Голосование за резолюцию": "Voting for the resolution",
    "Зал с поднятыми карточками": "A hall with raised cards",
    "Секция «Дворы и набережная» на выезде": "The section Yards and embankment in the field",
    "Люди рассматривают план двора": "People look at the plan of a yard",
    "Прогулка по набережной после форума": "A walk along the embankment after the forum",
    "Набережная водохранилища": "The embankment of the reservoir",
    "Регистрация и кофе": "Registration and coffee",
    "Что сделано за год: отвечают адресаты": "What was done in a year: the addressees answer",
    "Градова-Придуманная Н. Н.": "N. N. Gradova-Pridumannaya",
    "заместитель главы города": "deputy mayor",
    "О базе инициатив и приёмной советов домов": "On the database of initiatives and the house councils' office",
    "Небывалов А. А.": "A. A. Nebyvalov",
    "ООО «Небывалый дом»": "Nebyvaly Dom LLC",
    "О ярмарках вакансий": "On job fairs",
    "По три минуты на рекомендацию, затем вопросы из зала.": "Three minutes a recommendation, then questions.",
    "Как спроектировать двор за один вечер": "How to design a yard in an evening",
    "Город без порогов": "A town without thresholds",
    "Чистый берег: что могут школы": "A clean shore: what schools can do",
    "Школьный парламент: открытое заседание": "School parliament: an open session",
    "Итоги секций и принятие резолюции": "Results of the sections and adoption of the resolution",
    "Каждый пункт голосуется отдельно.": "Each item is voted on separately.",
    "День отчётов и секций": "Day of reports and sections",
    "День резолюции": "Day of the resolution",
}

FOURTH = COMMON | {
    "IV Общественный форум Новодумска": "4th Public Forum of Novodumsk",
    "Соседние города: чему научиться друг у друга": "Neighbouring towns: what to learn from one another",
    "Впервые приглашены соседние города. Приходите с примером, который сработал у вас во дворе, школе или клубе.": (
        "For the first time neighbouring towns are invited. Bring an example that worked in your yard, school or club."
    ),
    (
        "Четвёртый форум посвящён обмену: каждый участник приносит один рабочий пример и уносит три чужих. Заранее "
        "готовиться не нужно: форму рассказа на одну страницу раздадим на входе."
    ): (
        "The fourth forum is about exchange: everyone brings one working example and takes home three. No need to "
        "prepare: a one-page form is handed out at the door."
    ),
    "Кого ждём": "Who is expected",
    (
        "Советы домов и ТОС, объединения, предпринимателей, школьный парламент, гостей из соседних городов и всех, "
        "кто хочет понять, как менять город, в котором живёшь."
    ): (
        "House and TOS councils, associations, entrepreneurs, the school parliament, guests from neighbouring "
        "towns and everyone who wants to know how to change the town one lives in."
    ),
    "Дворы без споров": "Yards without quarrels",
    "Парковки, площадки, тишина: договорённости, которые держатся.": (
        "Parking, playgrounds, quiet: agreements that last."
    ),
    "Деньги на идею": "Money for an idea",
    "Гранты, марафоны, бизнес: из чего сложить бюджет проекта.": (
        "Grants, marathons, business: what a project's budget is made of."
    ),
    "Год после резолюции: отчёт адресатов": "A year after the resolution: the addressees report",
    "Пять дворов, которые договорились": "Five yards that came to terms",
    "Бюджет проекта на салфетке": "A project's budget on a napkin",
    "Общее заседание и принятие резолюции": "Plenary session and adoption of the resolution",
}
