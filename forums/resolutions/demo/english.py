"""English of what the demo's forums adopted: Russian → English; the third's items have theirs beside them."""

COMMON = {
    "Новодумск": "Novodumsk",
    "Председатель организационного комитета Вымышленский С. Б.": "Chair of the organising committee S. B. Vymyshlensky",
    "Некоммерческим объединениям:": "To non-profit organisations:",
}

FIRST = COMMON | {
    "Резолюция I Общественного форума Новодумска": "Resolution of the 1st Public Forum of Novodumsk",
    (
        "Мы, участники I Общественного форума Новодумска, собрались, чтобы договориться о порядке в наших дворах и "
        "о том, как жителям и власти слышать друг друга."
    ): (
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
    "Резолюция II Общественного форума Новодумска": "Resolution of the 2nd Public Forum of Novodumsk",
    (
        "Участники II Общественного форума Новодумска отмечают: за год между властью, бизнесом и объединениями "
        "стало больше совместных дел. Открыта приёмная советов домов, жители приняли первые девять дворов."
    ): (
        "The participants of the 2nd Public Forum of Novodumsk note: in a year the authorities, business and "
        "associations have come to do more together. The reception room of the house councils is open, residents "
        "have accepted the first nine yards."
    ),
    (
        "Вместе с тем единой базы инициатив по-прежнему нет, а встречи с председателями ТОС прошли два раза вместо "
        "четырёх. Об этом мы говорим снова."
    ): (
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

THIRD = COMMON | {
    "Резолюция III Общественного форума Новодумска": "Resolution of the 3rd Public Forum of Novodumsk",
    "Мы, участники III Общественного форума Новодумска, обсудили, как сделать город удобным для каждого возраста.": (
        "We, the participants of the 3rd Public Forum of Novodumsk, discussed how to make the town comfortable for "
        "every age."
    ),
    "Мы благодарим тех, кто исполнил рекомендации прошлого года, и напоминаем о тех, что остались на бумаге.": (
        "We thank those who carried out last year's recommendations, and remind of those that stayed on paper."
    ),
    "Резолюция принята открытым голосованием: за — 301, против — 4, воздержались — 12.": (
        "The resolution was adopted by open vote: 301 for, 4 against, 12 abstained."
    ),
    "Сопредседатели форума Вымышленский С. Б., Отзывчивая-Придуманная В. И.": (
        "Co-chairs of the forum S. B. Vymyshlensky, V. I. Otzyvchivaya-Pridumannaya"
    ),
}
