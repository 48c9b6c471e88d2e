"""Illustrations drawn by code: calm flat landscapes of a town by a lake. Same name, same picture."""

import io
import random
from collections.abc import Callable

from PIL import Image, ImageDraw

Colour = tuple[int, int, int]
#: Sky above, sky below, far hills, near hills, ground, houses, accents.
PALETTES: list[list[Colour]] = [
    [
        (206, 226, 240),
        (247, 238, 222),
        (150, 180, 196),
        (98, 138, 140),
        (70, 104, 96),
        (236, 222, 200),
        (196, 92, 66),
    ],
    [
        (222, 232, 236),
        (250, 240, 228),
        (172, 190, 178),
        (118, 150, 120),
        (80, 112, 84),
        (240, 230, 214),
        (206, 140, 60),
    ],
    [
        (188, 208, 230),
        (240, 226, 226),
        (136, 156, 190),
        (92, 116, 156),
        (60, 82, 116),
        (232, 220, 212),
        (214, 108, 84),
    ],
    [
        (232, 222, 206),
        (252, 244, 230),
        (196, 178, 150),
        (150, 142, 116),
        (106, 108, 84),
        (244, 234, 216),
        (160, 80, 56),
    ],
]


class Scene:
    """A canvas with the few shapes that every picture is put together from."""

    def __init__(self, name: str, width: int, height: int) -> None:
        self.dice = random.Random(name)  # noqa: S311  (repeatable, not secret)
        self.width, self.height = width, height
        self.palette = self.dice.choice(PALETTES)
        self.image = Image.new("RGB", (width, height))
        self.pen = ImageDraw.Draw(self.image)

    def sky(self) -> None:
        top, bottom = self.palette[0], self.palette[1]
        for y in range(self.height):
            share = y / self.height
            self.pen.line(
                [(0, y), (self.width, y)],
                fill=tuple(round(a + (b - a) * share) for a, b in zip(top, bottom, strict=True)),
            )
        radius = self.height // 12
        x, y = self.dice.randint(self.width // 6, self.width * 5 // 6), self.height // 4
        self.pen.ellipse([x - radius, y - radius, x + radius, y + radius], fill=(255, 250, 236))

    def hills(self, level: float, colour: Colour, roughness: float) -> None:
        points, y = [(0, self.height)], level * self.height
        for step in range(13):
            y += self.dice.uniform(-roughness, roughness) * self.height
            points.append((step * self.width // 12, int(y)))
        self.pen.polygon([*points, (self.width, self.height)], fill=colour)

    def house(self, x: int, base: int, width: int, height: int) -> None:
        wall, roof = self.palette[5], self.palette[6]
        self.pen.rectangle([x, base - height, x + width, base], fill=wall)
        peak = base - height - width // 3
        self.pen.polygon([(x - 8, base - height), (x + width // 2, peak), (x + width + 8, base - height)], fill=roof)
        pane = max(width // 6, 8)
        for left in range(x + pane, x + width - pane, pane * 2):
            for top in range(base - height + pane, base - pane, pane * 2):
                self.pen.rectangle([left, top, left + pane, top + int(pane * 1.2)], fill=self.palette[3])

    def houses(self, base: float, count: int) -> None:
        step = self.width // count
        for number in range(count):
            width = self.dice.randint(step // 2, step * 4 // 5)
            height = self.dice.randint(self.height // 9, self.height // 4)
            self.house(number * step + step // 8, int(base * self.height), width, height)

    def tree(self, x: int, base: int, size: int) -> None:
        self.pen.rectangle([x - size // 14, base - size // 2, x + size // 14, base], fill=(110, 88, 70))
        self.pen.ellipse([x - size // 3, base - size, x + size // 3, base - size // 4], fill=self.palette[4])

    def trees(self, base: float, count: int) -> None:
        for _number in range(count):
            size = self.dice.randint(self.height // 9, self.height // 5)
            self.tree(self.dice.randint(0, self.width), int(base * self.height) + size // 6, size)

    def water(self, level: float) -> None:
        top = int(level * self.height)
        self.pen.rectangle([0, top, self.width, self.height], fill=(122, 164, 186))
        for _number in range(60):
            y = self.dice.randint(top + 10, self.height)
            x, length = self.dice.randint(0, self.width), self.dice.randint(40, 200)
            self.pen.line([(x, y), (x + length, y)], fill=(164, 196, 210), width=3)

    def hall(self) -> None:
        base, left, right = int(self.height * 0.8), self.width // 4, self.width * 3 // 4
        top = int(self.height * 0.45)
        self.pen.rectangle([left, top, right, base], fill=self.palette[5])
        self.pen.polygon(
            [(left - 30, top), (self.width // 2, int(self.height * 0.28)), (right + 30, top)],
            fill=self.palette[6],
        )
        for number in range(7):
            x = left + 30 + number * (right - left - 60) // 6
            self.pen.rectangle([x - 14, top + 20, x + 14, base], fill=self.palette[1])


def _town(scene: Scene) -> None:
    scene.hills(0.72, scene.palette[4], 0.01)
    scene.houses(0.82, 9)
    scene.trees(0.88, 12)


def _park(scene: Scene) -> None:
    scene.hills(0.7, scene.palette[4], 0.02)
    scene.trees(0.84, 26)


def _lake(scene: Scene) -> None:
    scene.houses(0.68, 12)
    scene.water(0.68)


def _hall(scene: Scene) -> None:
    scene.hills(0.78, scene.palette[4], 0.01)
    scene.hall()
    scene.trees(0.86, 8)


def _yard(scene: Scene) -> None:
    scene.houses(0.76, 4)
    scene.hills(0.76, scene.palette[4], 0.005)
    scene.trees(0.84, 7)


SCENES: dict[str, Callable[[Scene], None]] = {
    "town": _town,
    "park": _park,
    "lake": _lake,
    "hall": _hall,
    "yard": _yard,
}


def draw(name: str, scene: str, width: int, height: int) -> bytes:
    """A PNG of ``width`` × ``height`` pixels; ``name`` seeds the dice, ``scene`` is a key of :data:`SCENES`."""
    canvas = Scene(name, width, height)
    canvas.sky()
    canvas.hills(0.55, canvas.palette[2], 0.05)
    canvas.hills(0.64, canvas.palette[3], 0.03)
    SCENES[scene](canvas)
    buffer = io.BytesIO()
    canvas.image.quantize(96).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
