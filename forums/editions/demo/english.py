"""English of the first, the second and the coming forum: Russian → English, pages and resolutions together."""

COMMON = {
    "Дворец культуры «Горизонт»": "Gorizont Palace of Culture",
    "г. Новодумск, ул. Набережная, 7": "7 Naberezhnaya Street, Novodumsk",
    "Новодумск": "Novodumsk",
    "Пандус у главного входа, лифт, сурдоперевод пленарных заседаний, места для колясок в первом ряду. "
    "Парковка со стороны улицы Набережной.": "A ramp at the main entrance, a lift, sign language at plenary "
    "sessions, places for wheelchairs in the first row. Parking on Naberezhnaya Street.",
    "Мастеровая-Придуманная О. П., центр поддержки НКО": "O. P. Masterovaya-Pridumannaya, NGO support centre",
    "Дворкина-Сочинённая М. А., ТОС «Северный двор»": "M. A. Dvorkina-Sochinyonnaya, TOS Severny Dvor",
    "Вымышленский С. Б., председатель оргкомитета": "S. B. Vymyshlensky, chair of the organising committee",
    "Председатель организационного комитета Вымышленский С. Б.": "Chair of the organising committee S. B. Vymyshlensky",
    "Малый зал": "Small Hall",
    "Большой зал": "Main Hall",
    "Лекторий": "Lecture room",
    "Зимний сад": "Winter garden",
    "Фойе": "Foyer",
    "Регистрация": "Registration",
    "Некоммерческим объединениям:": "To non-profit organisations:",
}

FIRST = COMMON | {
    "I Общественный форум Новодумска": "1st Public Forum of Novodumsk",
    "Резолюция I Общественного форума Новодумска": "Resolution of the 1st Public Forum of Novodumsk",
    "Соседи, которые договорились": "Neighbours who came to terms",
    "Первый форум собрал советы домов, ТОС и городские объединения, чтобы составить общий список просьб.": (
        "The first forum brought together house councils, TOS councils and the town's associations to make one "
        "common list of requests."
    ),
    "До первого форума каждый двор писал в администрацию сам. Решили попробовать иначе: собраться в один день, "
    "выслушать друг друга и выйти с общим списком того, что нужно городу.": (
        "Before the first forum every yard wrote to the administration by itself. This time all met on one day, "
        "heard one another out and left with a common list of what the town needs."
    ),
    "Разговор шёл за круглыми столами, без президиума. Каждую рекомендацию принимали отдельно: если за неё поднимали "
    "руки меньше половины зала, она в резолюцию не попадала.": (
        "The talk went on at round tables, without a platform party. Each recommendation was voted on by itself: "
        "with fewer than half of the hands raised, it stayed out of the resolution."
    ),
    "участников": "participants",
    "объединения": "associations",
    "рекомендаций": "recommendations",
    "Полный зал слушает выступающего": "A full hall listens to a speaker",
    "Зал Дворца культуры во время первого форума": "The Palace of Culture during the first forum",
    "Мы, участники I Общественного форума Новодумска, собрались, чтобы договориться о порядке в наших дворах и о том, "
    "как жителям и власти слышать друг друга.": (
        "We, the participants of the 1st Public Forum of Novodumsk, met to agree on order in our yards and on how "
        "residents and the authorities are to hear each other."
    ),
    "Мы видим, что соседские объединения делают много, но поодиночке, и опыт редко доходит до соседней улицы.": (
        "We see that neighbours' associations do much, but each alone, and what one has learnt seldom reaches the "
        "next street."
    ),
    "Обсудив работу соседских объединений, участники Форума рекомендуют:": (
        "Having discussed the work of neighbours' associations, the participants of the Forum recommend:"
    ),
    "Органам местного самоуправления Новодумска:": "To the local government of Novodumsk:",
    "Создать на сайте города единую базу общественных инициатив и отвечать на каждую.": (
        "Set up a single database of public initiatives on the town's site and answer each of them."
    ),
    "Проводить встречи главы города с председателями ТОС не реже одного раза в квартал.": (
        "Hold meetings of the head of the town with the chairs of TOS councils at least once a quarter."
    ),
    "Установить освещение на пешеходных дорожках к школам и детским садам.": (
        "Light the footpaths that lead to schools and kindergartens."
    ),
    "Приглашать жителей на приёмку дворов после ремонта.": "Invite residents to the acceptance of repaired yards.",
    "Выделить помещение для общественной приёмной советов домов.": (
        "Provide premises for a public reception room of the house councils."
    ),
    "Публиковать план благоустройства за два месяца до начала работ.": (
        "Publish the improvement plan two months before the works begin."
    ),
    "Предпринимателям города:": "To the town's entrepreneurs:",
    "Содержать в порядке территорию вокруг магазинов и мастерских.": "Keep the ground around shops and workshops tidy.",
    "Регулярно проводить для молодёжи дни открытых дверей на предприятиях.": (
        "Regularly hold open days at enterprises for young people."
    ),
    "Поддерживать дворовые праздники призами и оборудованием.": "Support yard festivals with prizes and equipment.",
    "Обмениваться опытом подготовки заявок на гранты и создать общий календарь конкурсов.": (
        "Share experience in preparing grant applications and set up a common calendar of contests."
    ),
    "Вовлекать школьников в добровольческие дела рядом с домом.": (
        "Involve school pupils in volunteering close to home."
    ),
    "Провести перепись деревьев и клумб в жилых кварталах.": (
        "Take a census of trees and flower beds in residential quarters."
    ),
    "Участники Форума решили:": "The participants of the Forum resolve:",
    "Признать территориальное общественное самоуправление главной опорой городских перемен.": (
        "To recognise territorial public self-government as the mainstay of change in the town."
    ),
    "Проводить Общественный форум ежегодно.": "To hold the Public Forum every year.",
}

SECOND = COMMON | {
    "II Общественный форум Новодумска": "2nd Public Forum of Novodumsk",
    "Резолюция II Общественного форума Новодумска": "Resolution of the 2nd Public Forum of Novodumsk",
    "Источники и ресурсы: что город может сам": "Sources and resources: what the town can do by itself",
    "Второй форум говорил о деньгах, людях и знаниях, которые уже есть в городе, и вернулся к несделанному.": (
        "The second forum spoke of the money, people and knowledge that the town already has, and came back to what "
        "had been left undone."
    ),
    "Второй год подряд форум начался с отчёта: что стало с прошлогодними рекомендациями. Отвечали те, к кому они "
    "обращены. Два пункта пришлось повторить слово в слово.": (
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
    "Участники II Общественного форума Новодумска отмечают: за год между властью, бизнесом и объединениями стало "
    "больше совместных дел. Открыта приёмная советов домов, жители приняли первые девять дворов.": (
        "The participants of the 2nd Public Forum of Novodumsk note: in a year the authorities, business and "
        "associations have come to do more together. The reception room of the house councils is open, residents "
        "have accepted the first nine yards."
    ),
    "Вместе с тем единой базы инициатив по-прежнему нет, а встречи с председателями ТОС прошли два раза вместо "
    "четырёх. Об этом мы говорим снова.": (
        "Yet there is still no single database of initiatives, and the chairs of TOS councils were met twice "
        "instead of four times. We speak of it again."
    ),
    "Принято большинством голосов участников.": "Adopted by a majority of the participants.",
    "Заслушав доклады и выступления, участники Форума рекомендуют:": (
        "Having heard the reports and speeches, the participants of the Forum recommend:"
    ),
    "Органам местного самоуправления Новодумского городского округа:": (
        "To the local government of Novodumsk Urban District:"
    ),
    "Создать единую базу общественных инициатив, о которой просил I форум.": (
        "Set up the single database of public initiatives that the 1st forum asked for."
    ),
    "Проводить ежеквартальные встречи с председателями ТОС и публиковать их протоколы.": (
        "Hold quarterly meetings with the chairs of TOS councils and publish their minutes."
    ),
    "Шире использовать дискуссионные и проектные площадки при обсуждении городских программ.": (
        "Make wider use of discussion and project platforms when the town's programmes are debated."
    ),
    "Приглашать общественность к обсуждению стратегии развития города до её утверждения.": (
        "Invite the public to discuss the town's development strategy before it is approved."
    ),
    "Создавать условия для общественных проектов: помещения, консультации, льготная печать.": (
        "Create conditions for public projects: premises, advice, printing at a reduced price."
    ),
    "Возродить обучающие семинары для советов домов по вопросам ЖКХ.": (
        "Revive the training seminars on housing and utilities for house councils."
    ),
    "Регулярно размещать на сайте города сведения о конкурсах для объединений.": (
        "Regularly publish contests for associations on the town's site."
    ),
    "Рассмотреть возможность создания городского благотворительного фонда.": (
        "Consider setting up a charitable foundation of the town."
    ),
    "Сохранять исторические здания набережной и рассказывать о них на табличках.": (
        "Preserve the historic buildings of the embankment and tell of them on plaques."
    ),
    "Предпринимательскому сообществу:": "To the business community:",
    "Участвовать в благоустройстве территорий, прилегающих к предприятиям.": (
        "Take part in improving the grounds next to enterprises."
    ),
    "Регулярно проводить для молодёжи ярмарки вакансий.": "Regularly hold job fairs for young people.",
    "Создать клуб наставников для начинающих предпринимателей.": "Set up a club of mentors for new entrepreneurs.",
    "Поддерживать проекты объединений вещами и услугами, не только деньгами.": (
        "Support associations' projects with goods and services, not with money alone."
    ),
    "Изучить опыт ведения благотворительных марафонов в других городах и провести свой.": (
        "Study how other towns hold charity marathons, and hold one here."
    ),
    "Расширять участие в конкурсах на гранты вместе с соседними территориями.": (
        "Take part in more grant contests together with neighbouring districts."
    ),
    "Принять участие в городской экологической эстафете «Чистый берег».": (
        "Take part in the town's ecological relay “Clean Bank”."
    ),
    "Популяризировать добровольчество среди старшего поколения.": "Promote volunteering among the older generation.",
    "Составить общий календарь конкурсов и обновлять его каждый месяц.": (
        "Draw up a common calendar of contests and update it every month."
    ),
    "Жителям города:": "To residents:",
    "Выбирать советы в каждом многоквартирном доме.": "Elect a council in every block of flats.",
    "Участвовать в общественных обсуждениях и приёмке дворов.": (
        "Take part in public debates and in the acceptance of yards."
    ),
    "Сортировать отходы там, где стоят контейнеры.": "Sort waste where there are containers for it.",
    "Беречь то, что сделано руками соседей.": "Take care of what neighbours made with their own hands.",
}

FOURTH = COMMON | {
    "IV Общественный форум Новодумска": "4th Public Forum of Novodumsk",
    "Соседние города: чему научиться друг у друга": "Neighbouring towns: what to learn from one another",
    "Впервые приглашены соседние города. Приходите с примером, который сработал у вас во дворе, школе или клубе.": (
        "For the first time neighbouring towns are invited. Bring an example that worked in your yard, school or club."
    ),
    "Четвёртый форум посвящён обмену: каждый участник приносит один рабочий пример и уносит три чужих. Заранее "
    "готовиться не нужно: форму рассказа на одну страницу раздадим на входе.": (
        "The fourth forum is about exchange: everyone brings one working example and takes home three. No need to "
        "prepare: a one-page form is handed out at the door."
    ),
    "Кого ждём": "Who is expected",
    "Советы домов и ТОС, объединения, предпринимателей, школьный парламент, гостей из соседних городов и всех, кто "
    "хочет понять, как менять город, в котором живёшь.": (
        "House and TOS councils, associations, entrepreneurs, the school parliament, guests from neighbouring towns "
        "and everyone who wants to know how to change the town one lives in."
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
