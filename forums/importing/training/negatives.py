"""Generated documents that are no resolutions, though they speak of forums, councils and decisions."""

import random

from forums.importing.labels import OTHER
from forums.importing.training import words_en, words_ru
from forums.importing.training.blocks import Block, block
from forums.importing.training.english import English
from forums.importing.training.russian import Russian

LAW = (
    "Заседания проводятся не реже одного раза в квартал.|Решения принимаются большинством голосов.|"
    "Порядок {gen} устанавливается положением.|Протокол подписывается председательствующим и хранится в архиве.|"
    "Граждане вправе участвовать в обсуждении.|Рекомендации слушаний публикуются.|"
    "Предложения направляются организатору не позднее чем за три дня.|"
    "Деятельность органов осуществляется в соответствии с законом.|Резолюция форума носит рекомендательный характер.|"
    "Материалы размещаются на официальном сайте.|Финансирование осуществляется за счёт бюджета.|"
    "Инициатива проведения принадлежит населению.|Совет избирается сроком на пять лет.|"
    "Органы местного самоуправления создают условия для {gen}.|Члены совета имеют право вносить предложения.|"
    "Заключение должно содержать сведения о количестве участников.|К полномочиям относятся:"
).split("|")
LAW_PARTS = (
    "дата оформления документа;|сведения об участниках;|выводы по результатам обсуждения;|порядок голосования;|"
    "перечень замечаний;|вопросы {gen};|рассмотрение жалоб;|утверждение сметы;"
).split("|")
LAW += (
    "Слушания протоколируются, запись хранится в аппарате.|"
    "Решение считается принятым, если за него проголосовало более половины присутствующих.|"
    "Рекомендации могут публиковаться в печати.|Материалы предназначаются только для членов палаты.|"
    "Организатор определяет дату и место.|Резолюция оформляется секретарём и рассылается участникам.|"
    "Повестка дня утверждается председателем.|Лица, нарушающие порядок, могут быть удалены.|"
    "Представители органов власти приглашаются на заседание.|Обращения рассматриваются в течение тридцати дней."
).split("|")
AGENDA = (
    "О ходе выполнения программы {gen}|Об исполнении бюджета за год|Об утверждении отчёта|"
    "О подготовке к отопительному сезону|Отчёт председателя о работе|Выборы счётной комиссии|"
    "О внесении изменений в решение от 12.03.2015 № 44|Разное|О плане работы на будущий год|"
    "Доклад «{theme}» (докладчик – {person})|Информация о ходе ремонта дорог|Обсуждение проекта резолюции"
).split("|")
NEWS = (
    "В {town} завершился форум, в котором приняли участие {num} человек.|"
    "«Мы рады видеть здесь столько неравнодушных людей», – сказал {person}.|"
    "По итогам будет принята резолюция с предложениями для органов власти.|"
    "На площадках обсудили вопросы {gen} и {gen}.|Участников приветствовал глава района.|"
    "Форум проходит уже в пятый раз.|Как сообщили в пресс-службе, рекомендации направят в правительство.|"
    "После пленарной части гости посетили выставку.|Он отметил, что {gen} остаётся главной задачей.|"
    "Победители получили дипломы и подарки.|Работа продолжилась на секциях.|"
    "По словам организаторов, интерес к встрече растёт.|Мероприятие собрало экспертов из {few} регионов.|"
    "Эксперты рекомендуют заранее запастись терпением.|Совет рассмотрел обращения граждан и решил продолжить работу."
).split("|")
NOTICE = (
    "Приглашаем принять участие в форуме!|Регистрация открыта до {day}.|Начало в 10:00, Дворец культуры.|"
    "Участие бесплатное.|Цель форума – обсуждение вопросов {gen}.|В программе:|пленарное заседание|"
    "работа секций по вопросам {gen}|выступления хоровых коллективов|выставка достижений|экскурсия по городу|"
    "Организаторы форума:|Правительство области;|Общественная палата;|Ждём вас по адресу: ул. Садовая, 5.|"
    "К участию приглашаются руководители организаций.|Подробности на сайте.|Телефон для справок: 12-34-56."
).split("|")
ABOUT_BODY = (
    "Совет образован в 2005 году.|Основные задачи совета:|защита прав граждан;|развитие {gen};|"
    "взаимодействие с органами власти;|Председатель – {person}.|В состав входят {num} человек.|"
    "Заседания проходят ежемесячно.|Приём граждан ведётся по средам.|Устав принят {day}."
).split("|")
RECIPE = (
    "Взять два стакана муки и просеять.|Добавить яйца и перемешать.|Поставить в духовку на час.|Подать с ягодами.|"
    "Нарезать яблоки.|Тесто раскатать и дать отдохнуть."
).split("|")
MANUAL = (
    "Нажать кнопку питания.|Снять крышку и проверить уровень масла.|Установить фильтр.|Подключить кабель к сети.|"
    "Протереть стекло сухой тканью."
).split("|")
STORY = (
    "Жил на краю деревни старый мельник.|Собрались соседи и стали думать, как быть.|"
    "Долго спорили и наконец решили идти к реке.|Утром выпал снег.|Дед махнул рукой и ушёл в дом.|"
    "Так и закончился этот день.|Кот сидел на печи и щурился.|Старуха велела внуку принести воды.|"
    "Ветер стих, и взошла луна."
).split("|")
SPEECH = (
    "Надо бы лодку починить.|А кто пойдёт?|Я пойду.|Не спорьте, завтра видно будет.|Возьмите с собой хлеба.|"
    "Ладно, уговорили.|Подождём до весны.|Тише, услышат!"
).split("|")
JOB = (
    "Ищем менеджера в отдел продаж:|опыт работы от года;|владеть английским языком;|уметь работать в команде;|"
    "вести переговоры с клиентами;|Мы предлагаем: достойную оплату, отпуск, обучение.|Обязанности:|готовить отчёты;|"
    "отвечать на звонки;|График пять через два.|Резюме присылайте на почту.|Необходимо высшее образование.|"
    "Условия: оформление по договору."
).split("|")
ERRANDS = (
    "Забрать пальто из чистки.|Купить молоко и сыр.|Написать сестре.|Полить цветы.|Записаться к врачу.|"
    "Вернуть книги.|Починить кран.|Отвезти кота к ветеринару."
).split("|")
EN_LAW = (
    "Meetings shall be held every quarter.|The minutes are signed by the chair and kept for ten years.|"
    "Members may submit proposals in writing.|Each member has one vote.|The council consists of nine persons.|"
    "Decisions are taken by a majority.|A quorum is five."
).split("|")
EN_NEWS = (
    "The {event} closed in {place} yesterday.|“It was a great success,” said {person}.|"
    "More than {num} people attended the sessions.|A resolution is expected next week.|"
    "Speakers talked about housing and health.|The mayor opened the event.|Visitors enjoyed music and food.|"
    "The organisers recommend booking early."
).split("|")
EN_AGENDA = (
    "Opening remarks|Approval of the minutes|Report of the treasurer|Any other business|Election of officers|"
    "Discussion of the draft resolution|Coffee break|Date of the next meeting"
).split("|")


NOTICE += (
    "Вас ждут:|Партнёры встречи:|На площадке откроются:|К участию зовут:|обсуждение вопросов {gen};|"
    "подведение итогов конкурса;|круглые столы и дискуссии;|мастер-классы для руководителей ТОС;|"
    "знакомство с опытом соседей;|Главная задача встречи – объединить тех, кому важны вопросы {gen}.|Друзья!|"
    "Дорогие земляки!|Открыта запись на съезд председателей ТОС, который состоится {day} в городе {town}.|"
    "Ассоциация «Соседи»;|Совет ветеранов {land};|Союз муниципалитетов;|Приходите сами и приводите друзей!|"
    "Количество мест ограничено.|До встречи на форуме!"
).split("|")


def negative(rng: random.Random) -> list[Block]:
    """Return the paragraphs of a law, an agenda, news, an announcement, a page about a body, or instructions."""
    if rng.random() < 0.18:
        return _english(rng)
    voice = Russian(rng)
    kind = rng.choice(
        (
            *[_law] * 4,
            *[_agenda] * 2,
            *[_news] * 3,
            *[_notice] * 4,
            _body,
            _body,
            _steps,
            _minutes,
            _story,
            _job,
            _errands,
        )
    )
    return kind(rng, voice)


def _line(voice, rng: random.Random, options: list[str], **style) -> Block:
    return block(OTHER, voice.fill(rng.choice(options)), **style)


def _title(rng: random.Random, voice: Russian) -> list[Block]:
    genitive, _, _ = voice.event()
    options = (
        f"{rng.choice(words_ru.FORMS)} {genitive} от {voice.day()} {voice.number()}",
        f"О {rng.choice(('регламенте', 'порядке работы', 'положении'))} {genitive}",
        f"Положение о работе {genitive}",
        "УСТАВ",
        f"{rng.choice(words_ru.FORMS)} от {voice.day()} «О порядке проведения слушаний»",
        f"Статья {rng.randint(1, 90)}",
        f"{rng.choice(words_ru.FORMS)} (в ред. от {voice.day()}) «О регламенте {genitive}»",
        f"Глава {rng.randint(1, 9)}. Общие положения",
        f"Статья {rng.randint(1, 90)}. Порядок подготовки решений",
    )
    return [
        block(OTHER, text, centred=rng.random() < 0.3, bold=rng.random() < 0.3)
        for text in rng.sample(options, rng.randint(1, 3))
    ]


def _law(rng: random.Random, voice: Russian) -> list[Block]:
    result = _title(rng, voice)
    head = f"{rng.randint(2, 9)}." if rng.random() < 0.5 else ""
    for index in range(rng.randint(2, 9)):
        result.append(_line(voice, rng, LAW, mark=f"{head}{index + 1}."))
        if rng.random() < 0.25:
            result += [
                _line(voice, rng, LAW_PARTS, mark=rng.choice((f"{part + 1})", "-")))
                for part in range(rng.randint(2, 5))
            ]
        if rng.random() < 0.15:
            result.append(
                block(
                    OTHER,
                    f"Статья {rng.randint(2, 90)}. {rng.choice(('Полномочия', 'Созыв', 'Участники'))}",
                )
            )
    return result


def _agenda(rng: random.Random, voice: Russian) -> list[Block]:
    genitive, _, _ = voice.event()
    result = [
        block(
            OTHER,
            rng.choice(("ПОВЕСТКА ДНЯ", "Повестка дня", "Программа", "Проект повестки", "К сведению участников")),
            centred=rng.random() < 0.5,
        )
    ]
    if rng.random() < 0.6:
        result.append(block(OTHER, f"{genitive} {voice.day()}"))
    if rng.random() < 0.5:
        result.append(block(OTHER, f"Созывается заседание {genitive}. На рассмотрение вносятся вопросы:"))
    style = rng.choice(("1.", "1.", "-", "10:00"))
    for index in range(rng.randint(3, 12)):
        mark = "" if style == "10:00" else style.replace("1", str(index + 1))
        made = _line(voice, rng, AGENDA, mark=mark)
        if style == "10:00":
            made.pieces = [(OTHER, f"{9 + index % 9}:00 – {made.text}")]
        result.append(made)
        if rng.random() < 0.2:
            result.append(block(OTHER, f"Докладчик: {rng.choice(words_ru.PEOPLE)}"))
    return result


def _news(rng: random.Random, voice: Russian) -> list[Block]:
    title = voice.fill(rng.choice(NEWS)).rstrip(".")
    result = [block(OTHER, title)] if rng.random() < 0.7 else []
    if rng.random() < 0.4:
        result.insert(0, _line(voice, rng, words_ru.ABOVE))
    for _ in range(rng.randint(2, 7)):
        text = " ".join(voice.fill(rng.choice(NEWS)) for _ in range(rng.randint(1, 4)))
        result.append(block(OTHER, text, space=rng.random() < 0.5))
    return result


def _notice(rng: random.Random, voice: Russian) -> list[Block]:
    mark = rng.choice(("", "", "•", "-", "✅", "☑", "1."))
    return [
        _line(voice, rng, NOTICE, mark=mark.replace("1", str(index)) if index > 2 and rng.random() < 0.6 else "")
        for index in range(rng.randint(4, 14))
    ]


def _body(rng: random.Random, voice: Russian) -> list[Block]:
    _, short, _ = voice.event()
    lines = [_line(voice, rng, ABOUT_BODY, mark=rng.choice(("", "", "-", "•"))) for _ in range(rng.randint(4, 10))]
    return [block(OTHER, f"{short} {voice.fill(rng.choice(words_ru.OF))}"), *lines]


def _steps(rng: random.Random, voice: Russian) -> list[Block]:
    words = rng.choice((RECIPE, MANUAL))
    title = rng.choice(("Пирог с яблоками", "Инструкция", "Как собрать стол", "Порядок действий", "Рецепт недели"))
    style = rng.choice(("1.", "1)", "-", ""))
    return [
        block(OTHER, title),
        *(_line(voice, rng, words, mark=style.replace("1", str(index + 1))) for index in range(rng.randint(3, 8))),
    ]


def _story(rng: random.Random, voice: Russian) -> list[Block]:
    result = []
    for _ in range(rng.randint(3, 9)):
        if rng.random() < 0.45:
            result.append(_line(voice, rng, SPEECH, mark=rng.choice(("—", "–", "-"))))
        else:
            result.append(block(OTHER, " ".join(rng.sample(STORY, rng.randint(1, 3)))))
    return result


def _job(rng: random.Random, voice: Russian) -> list[Block]:
    mark = rng.choice(("-", "•", "", "–"))
    lines = (voice.fill(rng.choice(JOB)) for _ in range(rng.randint(3, 9)))
    return [block(OTHER, text, mark=mark if text.endswith(";") else "") for text in lines]


def _errands(rng: random.Random, voice: Russian) -> list[Block]:
    title = rng.choice(("Дела на неделю", "Не забыть", "План на субботу", "Покупки", "Заметки"))
    style = rng.choice(("1.", "1)", "-", ""))
    return [
        block(OTHER, title),
        *(
            block(OTHER, rng.choice(ERRANDS), mark=style.replace("1", str(index + 1)))
            for index in range(rng.randint(3, 9))
        ),
    ]


def _minutes(rng: random.Random, voice: Russian) -> list[Block]:
    genitive, _, _ = voice.event()
    result = [block(OTHER, f"Отчёт о работе {genitive}"), block(OTHER, voice.day())]
    for index in range(rng.randint(2, 6)):
        person = rng.choice(words_ru.PEOPLE)
        result.append(
            block(
                OTHER,
                f"{person} рассказал о {rng.choice(words_ru.ADJ)} смотрах. {voice.fill(rng.choice(NEWS))}",
                mark=f"{index + 1}." if rng.random() < 0.3 else "",
            )
        )
    return result


def _english(rng: random.Random) -> list[Block]:
    voice = English(rng)
    kind = rng.choice(("law", "news", "agenda"))
    if kind == "law":
        return [
            block(OTHER, rng.choice(("Rules of procedure", "Chapter 2", "Article 7. Meetings", "Constitution"))),
            *(block(OTHER, rng.choice(EN_LAW), mark=f"{index + 1}.") for index in range(rng.randint(3, 8))),
        ]
    if kind == "news":
        fill = {"{person}": rng.choice(words_en.PEOPLE)}
        texts = [
            " ".join(rng.choice(EN_NEWS).replace("{person}", fill["{person}"]) for _ in range(rng.randint(1, 3)))
            for _ in range(rng.randint(2, 6))
        ]
        return [block(OTHER, voice.fill(text)) for text in texts]
    return [
        block(OTHER, rng.choice(("Agenda", "Programme", "Schedule"))),
        *(
            block(OTHER, rng.choice(EN_AGENDA), mark=rng.choice(("", f"{index + 1}.")))
            for index in range(rng.randint(4, 9))
        ),
    ]
