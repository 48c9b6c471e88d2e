"""The town drawn from the forum's own data: one window for each recommendation, lit where something is being done.

Houses differ, and stand the same way for the same count. Only sizes and places here; colours are in ``css/front.css``.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle

from django.utils.translation import gettext as _

from forums.followup.choices import Status
from forums.followup.tallies import Tally

WIDTH, HEIGHT = 1440, 300
PANE_WIDTH, PANE_HEIGHT, STEP_X, STEP_Y, MARGIN = 18, 24, 32, 40, 14
#: Columns of windows and the shape of the roof, house by house.
HOUSES = (
    (2, "gable"),
    (3, "flat"),
    (2, "tower"),
    (4, "hip"),
    (2, "gable"),
    (3, "arch"),
    (2, "flat"),
    (3, "gable"),
    (2, "tower"),
    (4, "flat"),
)
#: The house that gets the next floor: it makes some high and leaves others low.
NEXT_FLOOR = (2, 0, 3, 5, 8, 1, 2, 7, 4, 8, 6, 3, 9, 2, 5)
#: Between two houses; the share of the width that the row takes; the height of the highest roof.
GAP, FILLED, HIGHEST_ROOF = 34, 0.72, 80
#: More windows than these would be too small to see.
MOST = 300
DARK = "dark"
LIT = {Status.DONE: "done", Status.IN_PROGRESS: "going", Status.ACCEPTED: "promised"}


@dataclass(frozen=True)
class Window:
    x: int
    y: int
    light: str


@dataclass
class House:
    """A wall with a roof; ``outline`` is the path of both."""

    x: int
    columns: int
    roof: str
    floors: int = 0
    windows: list[Window] = field(default_factory=list)

    @property
    def width(self) -> int:
        return 2 * MARGIN + self.columns * STEP_X - (STEP_X - PANE_WIDTH)

    @property
    def top(self) -> int:
        return HEIGHT - max(self.floors, 1) * STEP_Y - MARGIN

    @property
    def outline(self) -> str:
        left, right, top, middle = self.x, self.x + self.width, self.top, self.x + self.width // 2
        eaves, chimney = f"L{left} {top}L{left - 6} {top}", top - 26
        roofs = {
            "gable": f"{eaves}L{middle} {top - self.width // 2}L{right + 6} {top}L{right} {top}",
            "hip": f"{eaves}L{left + 22} {top - 30}L{right - 22} {top - 30}L{right + 6} {top}L{right} {top}",
            "tower": f"L{left} {top}L{left} {top - 16}L{middle} {top - 74}L{right} {top - 16}L{right} {top}",
            "arch": f"L{left} {top}A{self.width // 2} {self.width // 3} 0 0 1 {right} {top}",
            "flat": f"L{left} {top}L{left} {top - 8}L{left + 20} {top - 8}L{left + 20} {chimney}L{left + 34} {chimney}"
            f"L{left + 34} {top - 8}L{right} {top - 8}L{right} {top}",
        }
        return f"M{left} {HEIGHT}{roofs[self.roof]}L{right} {HEIGHT}Z"


@dataclass
class Skyline:
    """The houses, and by how much they are drawn larger so that few of them fill the width as well."""

    houses: list[House]
    scale: float
    shift: float

    @property
    def lights(self) -> list[tuple[str, str]]:
        """The lights that are to be seen, each with what it means, the brightest first."""
        seen = {window.light for house in self.houses for window in house.windows}
        meanings = {light: str(status.label) for status, light in LIT.items()} | {DARK: _("The rest")}
        return [(light, meaning) for light, meaning in meanings.items() if light in seen]

    @property
    def trees(self) -> list[tuple[int, int]]:
        """The middle and the size of a tree beside every other house, and before and after them all."""
        first, last = self.houses[0], self.houses[-1]
        between = [(house.x + house.width + GAP // 2, 30 + 7 * (place % 3)) for place, house in enumerate(self.houses)]
        return [(first.x - 26, 44), (first.x - 70, 30), *between[::2], (last.x + last.width + 60, 40)]


def skyline(tally: Tally) -> Skyline | None:
    """Houses with a window for each of the counted recommendations; None for an empty tally."""
    count = min(tally.total, MOST)
    if not count:
        return None
    houses = _laid_out(count)
    lights = iter(_spread([LIT.get(part.status, DARK) for part in tally.parts for _each in range(part.count)][:count]))
    for house in houses:
        for floor in range(house.floors):
            for column in range(house.columns):
                if light := next(lights, ""):
                    x = house.x + MARGIN + column * STEP_X
                    house.windows.append(Window(x, house.top + MARGIN + floor * STEP_Y, light))
    across = houses[-1].x + houses[-1].width
    scale = min(FILLED * WIDTH / across, HEIGHT / (HEIGHT - min(house.top for house in houses) + HIGHEST_ROOF))
    return Skyline(houses, round(scale, 2), round((WIDTH - across * scale) / 2))


def _laid_out(count: int) -> list[House]:
    """Houses in a row, with floors for ``count`` windows."""
    number = max(4, min(len(HOUSES), count // 4))
    houses = [House(0, columns, roof, 1) for columns, roof in HOUSES[:number]]
    floors = cycle(place for place in NEXT_FLOOR if place < number)
    while sum(house.floors * house.columns for house in houses) < count:
        houses[next(floors)].floors += 1
    x = 0
    for house in houses:
        house.x = x
        x += house.width + GAP
    return houses


def _spread(lights: list[str]) -> Iterator[str]:
    """The same lights, neighbours set apart: a step that shares no divisor with their number visits each once."""
    count = len(lights)
    step = next(step for step in (7, 11, 13, 17, 1) if step == 1 or count % step)
    return (lights[place * step % count] for place in range(count))
