"""Abbreviations of local self-government that residents type; editors go on from here."""

from django.db import migrations
from django.utils import timezone

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
    ("детсад", "детский сад"),
    ("роспись", "мурал"),
]


def add(apps, _schema_editor):
    model = apps.get_model("search", "Synonyms")
    now = timezone.now()
    model.objects.bulk_create(model(words="\n".join(phrases), changed_at=now) for phrases in FIRST)


class Migration(migrations.Migration):
    dependencies = [("search", "0002_engine_index")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
