"""The demo's news: what happens in an invented town between two forums."""

import datetime as dt
from typing import Any

from django.utils import timezone

from core.demo import DemoKit, body

from .models import NewsIndexPage, NewsPage

#: Slug → scene and title of its picture; most news have none, as in life.
PICTURES = {
    "forum-date": ("hall", "Дворец культуры, где пройдёт форум"),
    "yard-opened": ("yard", "Двор на улице Мастеров после ремонта"),
    "shore-cleaned": ("lake", "Берег водохранилища после субботника"),
    "trees-planted": ("park", "Аллея, посаженная жителями"),
}
#: Slug, title, lead, body, topics, days to the news before it.
NEWS = [
    (
        "forum-date",
        "Назначен день нового форума",
        "Оргкомитет выбрал дату и главную тему. Запись участников уже идёт.",
        (
            "Форум пройдёт во Дворце культуры «Горизонт». Главная тема — чему соседние "
            "города могут научиться друг у друга.",
            ("h", "Что изменится"),
            "Секций станет пять вместо четырёх: добавится секция о доступной среде. Каждая начнётся с отчёта о том, "
            "что сделано по рекомендациям прошлого года.",
        ),
        ("openness", "self-government"),
        3,
    ),
    (
        "grants-open",
        "Открыт приём заявок на гранты для НКО",
        "Некоммерческие организации могут получить до 300 тысяч рублей на работу с жителями.",
        (
            "Заявку можно подать на бумаге или по электронной почте. Консультации идут "
            "каждую среду в ресурсном центре.",
            "Новое в этом году: отдельная номинация для организаций, которые работают меньше двух лет.",
        ),
        ("nonprofits",),
        4,
    ),
    (
        "yard-opened",
        "Двор на улице Мастеров сдан после ремонта",
        "Жители сами выбрали план, подписали акт и теперь следят за гарантией.",
        (
            "Во дворе появились дорожка без бордюров, навес и свет вдоль подъездов. Проект "
            "два года вёл совет ТОС «Мастера».",
            (
                "list",
                [
                    "Площадка рассчитана на детей от двух до двенадцати лет.",
                    "Парковку вынесли за красную линию: спорили о ней четыре собрания.",
                    "Гарантия подрядчика — пять лет, телефон висит на стенде.",
                ],
            ),
        ),
        ("yards", "self-government", "accessibility"),
        5,
    ),
    (
        "report-quarter",
        "Адресаты отчитались за квартал",
        "На сайте обновлены сведения об исполнении рекомендаций: по девяти из них появились новые отчёты.",
        (
            "Дольше всего нет ответа по единому календарю городских событий. Администрация "
            "обещает показать его до форума.",
            "Каждый отчёт сопровождается документом или фотографией. Если вы видите "
            "расхождение с жизнью, напишите нам.",
        ),
        ("openness",),
        6,
    ),
    (
        "youth-council",
        "Молодёжный совет набирает второй состав",
        "Подать анкету могут жители от 14 до 25 лет, опыт не нужен.",
        (
            "Совет собирается раз в две недели в центре «Сверстник». Прошлый состав добился "
            "ночного автобуса в дни концертов.",
        ),
        ("youth",),
        6,
    ),
    (
        "shore-cleaned",
        "Субботник на водохранилище собрал двести человек",
        "За три часа вывезли восемь грузовиков мусора и поставили таблички о вывозе.",
        (
            "Организаторы просят не оставлять мешки у воды: машина забирает их только от дороги.",
            "Следующий выход — через две недели, дата стоит в афише.",
        ),
        ("ecology", "yards"),
        7,
    ),
    (
        "school-budget",
        "Школы попробуют участвовать в бюджете",
        "В трёх школах ученики распределят по 100 тысяч рублей на то, что считают нужным.",
        (
            "Идеи собирают до конца месяца, потом их проверят на выполнимость, и все проголосуют тайно.",
            ("h", "Зачем это школе"),
            "Педагоги говорят, что спор о ста тысячах учит договариваться лучше, чем урок об этом.",
        ),
        ("education", "youth"),
        8,
    ),
    (
        "ramps-map",
        "Пандусы города проверили вместе с жителями",
        "Из ста сорока входов удобны шестьдесят два. Список передан владельцам зданий.",
        ("Проверяли по-простому: с коляской, с тростью и с сумкой на колёсах. У каждого входа записан ответственный.",),
        ("accessibility",),
        8,
    ),
    (
        "tos-chairs",
        "Председатели ТОС обменялись опытом",
        "Договорились о едином образце годового отчёта и о взаимной помощи с бухгалтерией.",
        ("Образец отчёта занимает две страницы. Его можно скачать в документах и заполнить за вечер.",),
        ("self-government",),
        9,
    ),
    (
        "trees-planted",
        "Аллея выпускников выросла на сорок лип",
        "Деревья приживаются: из посаженных прошлой весной погибли только две.",
        ("Полив расписан по дворам на всё лето. К аллее подвели временный водопровод.",),
        ("ecology", "education"),
        9,
    ),
    (
        "library-evenings",
        "Библиотека продлила часы для соседских встреч",
        "По вторникам и четвергам читальный зал открыт до девяти вечера.",
        ("Зал дают бесплатно любой группе жителей: достаточно записаться за день. Есть проектор и чайник.",),
        ("culture", "openness"),
        10,
    ),
    (
        "sport-courts",
        "Дворовый спорт: выбраны шесть площадок",
        "Площадки отремонтируют до осени. Места выбирали по заявкам жителей.",
        ("Заявок пришло девятнадцать. Все они опубликованы с оценками, чтобы было видно, почему выбраны эти шесть.",),
        ("sport", "yards"),
        11,
    ),
    (
        "museum-volunteers",
        "Музей ищет добровольцев, чтобы разобрать архив завода",
        "Нужно подписать четыре тысячи фотографий. Помочь могут те, кто там работал.",
        ("Разбирают архив по субботам. Приходите с родителями и дедами: они узнают цеха и людей.",),
        ("culture", "nonprofits"),
        12,
    ),
    (
        "practice-borrowed",
        "Новодумск перенял «часы тишины» у соседей",
        "В магазинах дважды в неделю приглушают свет и музыку для тех, кому шум мешает.",
        ("Правило придумали в другом городе, у нас его проверили два магазина, а теперь присоединились ещё пять.",),
        ("accessibility", "nonprofits"),
        12,
    ),
]
#: English words of some of the news: slug → Russian segment → English segment.
ENGLISH = {
    "forum-date": {
        "Назначен день нового форума": "The day of the new forum is set",
        "Оргкомитет выбрал дату и главную тему. Запись участников уже идёт.": (
            "The organisers have chosen the date and the main theme. Registration is open."
        ),
        "Форум пройдёт во Дворце культуры «Горизонт». Главная тема — чему соседние "
        "города могут научиться друг у друга.": (
            "The forum meets in the Gorizont Palace of Culture. Its main theme: what neighbouring "
            "towns can learn from one another."
        ),
        "Что изменится": "What will change",
        "Секций станет пять вместо четырёх: добавится секция о доступной среде. Каждая начнётся с отчёта о том, "
        "что сделано по рекомендациям прошлого года.": (
            "There will be five sections instead of four: one on accessibility is added. Each begins with a report "
            "on last year's recommendations."
        ),
    },
    "yard-opened": {
        "Двор на улице Мастеров сдан после ремонта": "The yard in Masterov Street is finished",
        "Жители сами выбрали план, подписали акт и теперь следят за гарантией.": (
            "Residents chose the plan, signed the acceptance and now watch over the guarantee."
        ),
        "Во дворе появились дорожка без бордюров, навес и свет вдоль подъездов. "
        "Проект два года вёл совет ТОС «Мастера».": (
            "The yard has got a kerb-free path, a shelter and lights. The Mastera council "
            "led the project for two years."
        ),
        "Площадка рассчитана на детей от двух до двенадцати лет.": "The playground is for children from two to twelve.",
        "Парковку вынесли за красную линию: спорили о ней четыре собрания.": (
            "The car park was moved beyond the building line, after four meetings of argument."
        ),
        "Гарантия подрядчика — пять лет, телефон висит на стенде.": (
            "The builder's guarantee is five years; the number is on the notice board."
        ),
    },
}


def lay_out(kit: DemoKit) -> None:
    """Make the section; leaves it in ``kit.shared["news"]``."""
    kit.shared["news"] = kit.page(
        kit.home,
        NewsIndexPage,
        "news",
        title="Новости",
        intro="Что происходит между форумами: конкурсы, встречи, отчёты об исполнении рекомендаций.",
        show_in_menus=True,
    )


def translate_section(kit: DemoKit) -> None:
    """The English twin of the section."""
    section = kit.shared["news"]
    english = "What happens between forums: contests, meetings, reports on recommendations."
    kit.translate(section, {"Новости": "News", section.intro: english})


def load(kit: DemoKit) -> None:
    """Publish the news, the freshest yesterday, each some days before the one above it."""
    topics = kit.shared["topics"]
    day = kit.today - dt.timedelta(days=1)
    for slug, title, summary, words, topic_slugs, days_to_next in NEWS:
        fields: dict[str, Any] = {"title": title, "summary": summary, "date": day, "body": body(*words)}
        if slug in PICTURES:
            scene, caption = PICTURES[slug]
            fields["picture"] = kit.picture(f"news-{slug}", caption, scene=scene)
        moment = timezone.make_aware(dt.datetime.combine(day, dt.time(10, 30)))
        is_new = not NewsPage.objects.child_of(kit.shared["news"]).filter(slug=slug).exists()
        page = kit.page(kit.shared["news"], NewsPage, slug, **fields)
        if is_new:
            page.topics = [topics[name] for name in topic_slugs]
            page.save_revision().publish()
            kit.backdate(page, moment)
            if slug in ENGLISH:
                kit.translate(page, ENGLISH[slug])
        day -= dt.timedelta(days=days_to_next)
