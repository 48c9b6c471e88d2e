"""What the demo tells of a council."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Head:
    """Who is in office: name, role, since how many years, whether consent to publication is recorded."""

    name: str
    english: str
    role: str = "chair"
    years: int = 2
    consent: bool = True


@dataclass(frozen=True)
class DemoCouncil:
    """One council; ``district`` is the number of its cell on the map of the town, None for a council without one."""

    slug: str
    title: str
    english: str
    summary: str
    summary_english: str
    territory: str
    streets: str
    head: Head
    kind: str = "tos"
    district: int | None = None
    residents: int = 0
    houses: int = 0
    age: int = 6
    address: tuple[str, str] = ("", "")
    reception: tuple[str, str] = ("", "")
    before: tuple[Head, ...] = ()
    others: tuple[Head, ...] = ()
    legal: bool = False
    dissolved: bool = False
    reports: tuple[tuple[str, str], ...] = field(default=())


TERRITORIES = {
    "centr": ("Центр", "Centre"),
    "zarechnyy": ("Заречный микрорайон", "Zarechny"),
    "ozyornyy": ("Озёрный микрорайон", "Ozyorny"),
    "lesnoy": ("Лесной посёлок", "Lesnoy"),
    "yuzhnyy": ("Южный микрорайон", "Yuzhny"),
}
TUESDAYS = ("по вторникам с 17:00 до 19:00", "Tuesdays, 17:00–19:00")
THURSDAYS = ("по четвергам с 18:00 до 20:00", "Thursdays, 18:00–20:00")
SATURDAYS = ("по субботам с 10:00 до 12:00", "Saturdays, 10:00–12:00")
