"""Generated entries of realistic Russian: the words of a town, drawn by a fixed seed, common ones more often."""

import random
from itertools import accumulate

from search.evaluation.judged import Document

_PLACES = [
    "двор",
    "сквер",
    "парк",
    "набережная",
    "площадь",
    "улица",
    "переулок",
    "микрорайон",
    "посёлок",
    "школа",
    "библиотека",
    "стадион",
    "поликлиника",
    "остановка",
    "дорога",
    "тротуар",
    "мост",
    "родник",
    "пруд",
    "лес",
]
_STREETS = [
    "Рябиновая",
    "Заводская",
    "Юбилейная",
    "Береговая",
    "Тихая",
    "Садовая",
    "Кировская",
    "Ленинградская",
    "Строительная",
    "Победная",
    "Озёрная",
    "Сосновая",
    "Луговая",
    "Мирная",
    "Школьная",
    "Полевая",
    "Лесная",
    "Северная",
    "Южная",
    "Речная",
]
_WHO = [
    "администрация",
    "совет",
    "жители",
    "волонтёры",
    "предприниматели",
    "школьники",
    "ветераны",
    "спортсмены",
    "художники",
    "педагоги",
    "врачи",
    "садоводы",
    "студенты",
    "активисты",
    "депутаты",
    "строители",
    "библиотекари",
    "тренеры",
    "родители",
    "инженеры",
]
_DID = [
    "обсудили",
    "отремонтировали",
    "открыли",
    "посадили",
    "благоустроили",
    "осветили",
    "провели",
    "подготовили",
    "поддержали",
    "предложили",
    "собрали",
    "выбрали",
    "завершили",
    "начали",
    "показали",
    "проверили",
    "утвердили",
    "обновили",
    "перенесли",
    "организовали",
]
_WHAT = [
    "проект",
    "конкурс",
    "субботник",
    "праздник",
    "детскую_площадку",
    "спортивную_площадку",
    "освещение",
    "парковку",
    "дорожки",
    "клумбы",
    "субботнюю_ярмарку",
    "выставку",
    "лекцию",
    "турнир",
    "форум",
    "резолюцию",
    "рекомендацию",
    "грант",
    "субсидию",
    "отчёт",
]
_WHY = [
    "по просьбе жителей",
    "в рамках программы благоустройства",
    "на средства городского бюджета",
    "благодаря гранту",
    "по итогам голосования",
    "к юбилею города",
    "вместе с советом микрорайона",
    "при поддержке некоммерческих организаций",
    "для пожилых людей",
    "для семей с детьми",
    "в ходе подготовки к зиме",
    "после обращения в администрацию",
]
_PREFIXES = "гор мед тех эко сель строй дорож водо энерго тепло лесо агро хим инфо транс".split()  # noqa: SIM905
_ENDINGS = "проект комплекс служба центр сервис монтаж надзор ремонт хозяйство снаб пром связь".split()  # noqa: SIM905


def _rare_words() -> list[str]:
    return [first + second for first in _PREFIXES for second in _ENDINGS]


def _drawn(words: list[str], source: random.Random, number: int) -> list[str]:
    """Words by Zipf's law: the n-th is drawn n times more seldom than the first."""
    weights = list(accumulate(1 / (place + 1) for place in range(len(words))))
    return source.choices(words, cum_weights=weights, k=number)


def _thing(source: random.Random) -> str:
    return source.choice(_WHAT).replace("_", " ")


def sentence(source: random.Random) -> str:
    who, did, what = source.choice(_WHO).capitalize(), source.choice(_DID), _thing(source)
    place, street, why = source.choice(_PLACES), source.choice(_STREETS), source.choice(_WHY)
    rare = _drawn(_rare_words(), source, 1)[0]
    number = source.randint(2, 400)
    return f"{who} города {did} {what} {why}: {place}, {street} {number}, {rare} № {number}."


def generate(number: int, seed: int = 1) -> list[Document]:
    """``number`` entries with a title of a few words and six to twelve sentences; «город» stands in nearly all."""
    source = random.Random(seed)
    made = []
    for index in range(number):
        title = f"{_thing(source).capitalize()}: {source.choice(_PLACES)} на {source.choice(_STREETS)}"
        text = " ".join(sentence(source) for _ in range(source.randint(6, 12)))
        made.append(Document(f"g-{index}", title, text, "ru"))
    return made
