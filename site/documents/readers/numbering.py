"""Numbers of real lists: how Word and LibreOffice count, level by level, and write what they counted."""

from dataclasses import dataclass, field

RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
LATIN = "abcdefghijklmnopqrstuvwxyz"
ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
BULLET = "•"


@dataclass(slots=True)
class Level:
    """One level of a list: the kind of its numbers, the pattern of its mark («%1.%2.»), where it starts."""

    kind: str = "decimal"
    text: str = "%1."
    start: int = 1
    restart: int | None = None
    legal: bool = False


@dataclass(slots=True)
class Counter:
    """The running numbers of one list."""

    values: dict[int, int] = field(default_factory=dict)

    def step(self, levels: dict[int, Level], depth: int) -> str:
        """Count one paragraph at *depth* and return its mark."""
        level = levels.get(depth, Level())
        self.values[depth] = self.values.get(depth, level.start - 1) + 1
        for deeper in [known for known in self.values if known > depth]:
            below = levels.get(deeper, Level())
            if below.restart != 0 and (below.restart is None or depth < below.restart):
                del self.values[deeper]
        return self.mark(levels, depth)

    def mark(self, levels: dict[int, Level], depth: int) -> str:
        level = levels.get(depth, Level())
        if level.kind == "bullet":
            return BULLET
        if level.kind == "none" and "%" not in level.text:
            return level.text.strip()
        text = level.text
        for position in range(9, 0, -1):
            if f"%{position}" in text:
                above = levels.get(position - 1, Level())
                value = self.values.get(position - 1, above.start)
                shown = Level() if level.legal else above
                text = text.replace(f"%{position}", format_number(shown, value))
        return text.strip()


def format_number(level: Level, value: int) -> str:
    """Write *value* as *level* writes its numbers."""
    if level.kind in ("lowerLetter", "upperLetter", "russianLower", "russianUpper"):
        alphabet = RUSSIAN if level.kind.startswith("russian") else LATIN
        letter = (
            alphabet[(value - 1) % len(alphabet)] * ((value - 1) // len(alphabet) + 1)
            if 0 < value < 300
            else str(value)
        )
        return letter.upper() if level.kind in ("upperLetter", "russianUpper") else letter
    if level.kind in ("lowerRoman", "upperRoman"):
        roman = _roman(value)
        return roman.upper() if level.kind == "upperRoman" else roman
    if level.kind == "none":
        return ""
    if level.kind == "decimalZero":
        return f"{value:02d}"
    return str(value)


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    result = ""
    for amount, letters in ROMAN:
        while value >= amount:
            result += letters
            value -= amount
    return result
