"""What the demo tells of a practice."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Borrowed:
    """Who took a practice up: a council of the register by its slug, or another body with its city."""

    years_ago: int
    adaptation: str
    outcome: str
    council: str = ""
    borrower: str = ""
    city: str = ""


@dataclass(frozen=True)
class DemoPractice:
    """One practice; money is (source, name, sum)."""

    slug: str
    title: str
    summary: str
    topics: tuple[str, ...]
    problem: str
    solution: str
    steps: tuple[tuple[str, str, str], ...]
    figures: tuple[tuple[str, str, str], ...]
    money: tuple[tuple[str, str, int], ...]
    people: str
    duration: str
    repeat: str
    city: str = ""
    years_ago: int = 1
    territory: str = ""
    partners: tuple[str, ...] = ()
    borrowings: tuple[Borrowed, ...] = ()
    english: dict[str, str] = field(default_factory=dict)


TOPICS = {
    "ekologiya": ("Экология", "Ecology"),
    "blagoustroystvo": ("Благоустройство", "Improvement of yards and streets"),
    "sosedstvo": ("Соседство", "Neighbourhood"),
    "zhkh": ("ЖКХ", "Housing and utilities"),
    "obrazovanie": ("Образование", "Education"),
    "bezopasnost": ("Безопасность", "Safety"),
    "molodezh": ("Молодёжь", "Young people"),
    "dobrovolchestvo": ("Добровольчество", "Volunteering"),
    "sport": ("Спорт", "Sport"),
}
