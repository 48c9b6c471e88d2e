"""Synonyms: those that a new site begins with, and the editors' as the planner takes them, groups of key sequences."""

from functools import lru_cache

from django.db.models import Count, Max

from search.models import Synonyms
from search.query.parser import phrase_term

#: A new site's groups; editors go on from here in the admin.
FIRST = [
    ("ТОС", "территориальное общественное самоуправление"),
    ("НКО", "некоммерческая организация", "общественная организация"),
    ("СО НКО", "социально ориентированная некоммерческая организация", "социально ориентированная НКО"),
    ("ЖКХ", "жилищно-коммунальное хозяйство", "коммунальное хозяйство"),
    ("ЗАТО", "закрытое административно-территориальное образование"),
    ("ОМСУ", "ОМС", "орган местного самоуправления"),
    ("МСУ", "местное самоуправление"),
    ("СМИ", "средства массовой информации"),
    ("МКД", "многоквартирный дом"),
    ("УК", "управляющая компания"),
    ("ТКО", "ТБО", "твёрдые коммунальные отходы", "бытовые отходы"),
    ("ТСЖ", "товарищество собственников жилья"),
    ("ДТП", "дорожно-транспортное происшествие"),
    ("ФЗ", "федеральный закон"),
    ("грант", "субсидия"),
    ("волонтёр", "доброволец"),
    ("детсад", "детский сад", "садик"),
    ("мэр", "глава города"),
    ("капремонт", "капитальный ремонт"),
    ("роспись", "мурал", "расписать"),
    ("пенсионер", "пожилой", "пожилой человек", "старик"),
    ("инвалид", "маломобильный", "ограниченные возможности здоровья", "ОВЗ"),
    ("мусор", "отходы"),
    ("школьник", "ученик"),
    ("фотография", "фото", "снимок"),
    ("вакансия", "рабочее место"),
    ("освещение", "фонарь", "светильник"),
    ("врач", "доктор"),
    ("паркинг", "парковка", "стоянка"),
    ("велосипед", "велосипедный", "велодорожка", "веломаршрут"),
    ("праздник", "фестиваль"),
    ("клумба", "цветник"),
]

Group = tuple[tuple[str, ...], ...]


def groups(using: str = "default") -> tuple[Group, ...]:
    """Every group of synonyms as keys; read again when one was added, changed or removed."""
    stamp = Synonyms.objects.using(using).aggregate(newest=Max("changed_at"), number=Count("pk"))
    return _groups(using, stamp["newest"], stamp["number"])


@lru_cache(maxsize=8)
def _groups(using: str, newest: object, number: int) -> tuple[Group, ...]:
    found = []
    for synonyms in Synonyms.objects.using(using).all():
        terms = [phrase_term(phrase) for phrase in synonyms.phrases]
        group = tuple(dict.fromkeys(term.keys for term in terms if term))
        if len(group) > 1:
            found.append(group)
    return tuple(found)
