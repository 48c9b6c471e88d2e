"""A small table that uses every type, and items for it."""

import datetime as dt
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import models

from core.tables import Column, Header, Table, Type


class Stage(models.TextChoices):
    IDEA = "idea", "Идея, ещё не начатая"
    ONE_OFF = "one_off", "Разовая"


COLUMNS = (
    Column("id", "Код (не менять)", Type.UUID, required=True, unique=True, editable=False, hidden=True),
    Column("title", "Название", required=True, max_length=200, example="Детская площадка"),
    Column("text", "Описание", Type.TEXT),
    Column("stage", "Стадия", choices=Stage, description="Что с ним сейчас.", required=True),
    Column("houses", "Домов", Type.INTEGER),
    Column("share", "Доля", Type.NUMBER),
    Column("cost", "Стоимость, ₽", Type.MONEY, example=450000),
    Column("year", "Год", Type.YEAR),
    Column("since", "С какого дня", Type.DATE),
    Column("changed", "Изменено", Type.DATETIME),
    Column("open", "Открыто", Type.BOOLEAN),
    Column("topics", "Темы", Type.LIST),
    Column("url", "Страница", Type.URL),
    Column("email", "Почта", Type.EMAIL),
)


@pytest.fixture
def table() -> Table:
    return Table(COLUMNS, key="id")


@pytest.fixture
def named_table() -> Table:
    return Table(COLUMNS, header=Header.NAMES, key="id")


@pytest.fixture
def item() -> dict:
    return {
        "id": UUID("3f2504e0-4f89-41d3-9a0c-0305e82c3301"),
        "title": "Площадка на Лесной",
        "text": 'Первая строка\nвторая; с «кавычками» и "такими"',
        "stage": Stage.ONE_OFF,
        "houses": 12,
        "share": Decimal("-0.25"),
        "cost": Decimal("450000.50"),
        "year": 2026,
        "since": dt.date(2026, 5, 18),
        "changed": dt.datetime(2026, 5, 18, 14, 30, tzinfo=dt.UTC),
        "open": True,
        "topics": ["благоустройство", "дети"],
        "url": "https://forum.example/projects/1/",
        "email": "tos@forum.example",
    }
