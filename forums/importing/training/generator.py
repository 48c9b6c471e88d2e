"""Invented documents with the roles of their pieces: thousands of layouts, none of them a real text."""

import hashlib
import random
import re
from collections.abc import Iterator
from typing import Any

from documents.lines import Line
from forums.importing.annotations import Role
from forums.importing.training import words_en, words_ru
from forums.importing.training.arrangements import decisions
from forums.importing.training.blocks import Block, block
from forums.importing.training.english import English
from forums.importing.training.items import Items
from forums.importing.training.labelled import Labelled
from forums.importing.training.layouts import draw, set_lines
from forums.importing.training.negatives import negative
from forums.importing.training.russian import Russian

PAGE_NUMBER = re.compile(r"- \d+ -")
COLUMN = 50
"""Long resolutions are not set in narrower columns."""
NEGATIVE = 0.22
ENGLISH = 0.27


def generate(count: int, seed: int, *, held_out: bool = False) -> Iterator[Labelled]:
    """Yield documents out of *count*, without those in layouts kept for tests, or only these; a seed repeats itself."""
    for number in range(count):
        document, signature = make(random.Random(f"{seed}/{number}"), f"generated-{seed}-{number}")
        if is_held_out(signature) is held_out:
            yield document


def generate_long(count: int, seed: int) -> Iterator[Labelled]:
    """Yield *count* resolutions of 60 to 200 items for five addressees, in layouts kept for tests."""
    made, number = 0, 0
    while made < count:
        number += 1
        rng = random.Random(f"{seed}/long/{number}")
        document, signature = make(rng, f"long-{seed}-{number}", long=True)
        if is_held_out(signature):
            made += 1
            yield document


def is_held_out(signature: str) -> bool:
    """Tell whether a layout is one of the tenth that training never sees."""
    return hashlib.sha256(signature.encode()).digest()[0] % 10 == 0


def make(rng: random.Random, name: str, *, long: bool = False) -> tuple[Labelled, str]:
    """Return one document and the signature of its layout: how it is set, its marks and the order of its parts."""
    layout = draw(rng)
    while long and 0 < layout.width < COLUMN:
        layout = draw(rng)
    if not long and rng.random() < NEGATIVE:
        blocks, arranged = negative(rng), "none"
    else:
        writer = Writer(rng, long=long)
        blocks = writer.blocks()
        arranged = f"{writer.items.marks}/{writer.items.ending}/{writer.items.arranged}"
    lines = set_lines(blocks, layout, rng)
    signature = f"{layout.kind}/{layout.width // 16}/{layout.indent > 0}/{layout.spaced}/{arranged}"
    return Labelled(name, _without_page_numbers(lines), _pieces(blocks)), signature


def _without_page_numbers(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(line for line in lines if not PAGE_NUMBER.fullmatch(line.text))


def _pieces(blocks: list[Block]) -> tuple[tuple[str, str], ...]:
    result: list[tuple[str, str]] = []
    for made in blocks:
        (role, text), *rest = made.pieces
        result += [(role, f"{made.mark} {text}" if made.mark else text), *rest]
    return tuple(result)


class Writer:
    """Writes one resolution from head to tail."""

    def __init__(self, rng: random.Random, *, long: bool = False) -> None:
        self.rng = rng
        self.english = rng.random() < ENGLISH
        self.voice: Any = English(rng) if self.english else Russian(rng)
        self.words = words_en if self.english else words_ru
        self.genitive, self.short, self.gender = self.voice.event()
        self.council = not self.english and not long and rng.random() < 0.35
        self.centred = rng.random() < 0.5
        self.dated_below = rng.random() < 0.25
        self.items = Items(self.voice, rng, self.council, (self.genitive, self.short, self.gender), long=long)

    def blocks(self) -> list[Block]:
        rng = self.rng
        head = [] if rng.random() < 0.08 else self._head()
        body = decisions(self.items)
        return [
            *self._noise(self.words.ABOVE, Role.LETTERHEAD, 0.22),
            *head,
            *self._preamble(),
            *body,
            *self._tail(),
            *self._noise(self.words.BELOW, Role.CLOSING, 0.3),
        ]

    def _noise(self, words: list[str], role: Role, chance: float) -> list[Block]:
        """Return what a site puts around its texts."""
        rng = self.rng
        if rng.random() > chance:
            return []
        return [block(role, rng.choice(words), space=rng.random() < 0.4) for _ in range(rng.choice((1, 1, 2, 3, 5)))]

    # --- head -----------------------------------------------------------------------------------------------

    def _head(self) -> list[Block]:
        rng = self.rng
        result: list[Block] = []
        if not self.english and rng.random() < 0.3:
            for _ in range(rng.randint(1, 4)):
                text = self.voice.fill(rng.choice(words_ru.LETTERHEAD))
                result.append(
                    block(Role.LETTERHEAD, text, centred=self.centred and rng.random() < 0.7, right=rng.random() < 0.2)
                )
        if rng.random() < 0.15:
            result += self._page_title()
        result += self._title()
        dated = not self.dated_below and rng.random() < 0.8
        lines = self._dateline() if dated else []
        if lines and rng.random() < 0.2 and not self.english:
            result[-1:-1] = lines
        else:
            result += lines
        return result

    def _page_title(self) -> list[Block]:
        """Return the title that a site's page gives above the document itself."""
        rng = self.rng
        form = rng.choice(self.words.FORMS)
        text = f"{form.capitalize()} {self.genitive}"
        if rng.random() < 0.5:
            text += f" {'of' if self.english else 'от'} {self.voice.day()}"
        if rng.random() < 0.3:
            text += f" {self.voice.number()}"
        return [block(Role.TITLE, text, space=True, bold=rng.random() < 0.3)]

    def _title(self) -> list[Block]:
        rng = self.rng
        form = rng.choice(self.words.FORMS)
        style: dict[str, Any] = {"centred": self.centred, "bold": rng.random() < 0.4}
        event = self.genitive
        about = "" if self.english else self.voice.fill(rng.choice(words_ru.ABOUT))
        theme = rng.choice(self.words.THEMES)
        kind = rng.random()
        if about and rng.random() < 0.25:
            about += rng.choice(
                (
                    f" и {self.voice.fill('{gen}')}",
                    f" {self.voice.land}",
                    f" к {self.voice.dative()}",
                    f" {self.genitive}",
                )
            )
        if self.english:
            event = f"of {self.genitive}"
        if rng.random() < 0.2:
            event = event.upper()
        elif rng.random() < 0.3:
            event = event[:1].upper() + event[1:]
        result: list[Block] = []
        if kind < 0.3:
            text = f"{form} {event}"
            if rng.random() < 0.25:
                text += f" «{theme}»" if not self.english else f' "{theme}"'
            result = [block(Role.TITLE, text, **style)]
        elif kind < 0.72:
            result = [block(Role.TITLE, form, **style)]
            if rng.random() < 0.2 and self.council:
                result.insert(0, block(Role.TITLE, event.upper() if rng.random() < 0.5 else event, **style))
            elif rng.random() < 0.92:
                result.append(block(Role.TITLE, event, **style))
        elif self.english:
            subject = rng.choice(words_en.OBJECTS)
            result = [
                block(
                    Role.TITLE,
                    rng.choice(
                        (
                            f"{form} on {subject}",
                            f"{form} concerning {subject}",
                            theme,
                            self.voice.action(),
                            f"{theme} {form}",
                            subject,
                        )
                    ).title(),
                    **style,
                )
            ]
        else:
            result = [block(Role.TITLE, self.voice.fill("{body_caps}") if rng.random() < 0.5 else form, **style)]
            if result[0].text != form:
                result.append(block(Role.TITLE, form, **style))
        if about and len(result) == 1 and rng.random() < 0.25:
            numbered = f" {self.voice.number()}" if rng.random() < 0.5 else ""
            aim = rng.choice(
                (
                    "",
                    "",
                    f" {self.voice.dative()}",
                    f" к {self.voice.dative()} по вопросу строительства: школа, мост, сквер",
                )
            )
            result = [block(Role.TITLE, f"{form}{numbered} {about[:1].upper() + about[1:]}{aim}", **style)]
        elif about and (self.council or rng.random() < 0.2):
            result.append(
                block(Role.TITLE, about[:1].upper() + about[1:] if rng.random() < 0.8 else about.upper(), **style)
            )
        elif rng.random() < 0.25:
            quoted = rng.choice(
                (f"«{theme}»", f"«{theme}»", f"Тема: «{theme}»", f"на тему «{theme}»", f"«{theme.upper()}»")
            )
            result.append(block(Role.THEME, f'"{theme}"' if self.english else quoted, **style))
        result[0].space = rng.random() < 0.5
        if rng.random() < 0.1:
            result.append(block(Role.LETTERHEAD, self.voice.number(), centred=self.centred))
        return result

    def _dateline(self) -> list[Block]:
        rng = self.rng
        day, place = self.voice.day(), self.voice.place()
        dated, placed = (Role.DATE, day), (Role.PLACE, place)
        numbered = (Role.DATE, f"{'от ' if not self.english and rng.random() < 0.5 else ''}{day} {self.voice.number()}")
        style: dict[str, Any] = {"centred": self.centred and rng.random() < 0.6, "space": rng.random() < 0.4}
        kind = rng.random()
        if kind < 0.25:
            return [block(*dated, **style)]
        if kind < 0.45:
            return (
                [Block([(Role.DATE, f"{day},"), placed], **style)]
                if rng.random() < 0.5
                else [Block([dated, placed], **style)]
            )
        if kind < 0.6:
            return [Block([(Role.PLACE, f"{place},"), dated], **style)]
        if kind < 0.7:
            return [Block([(Role.DATE, f"({day},"), (Role.PLACE, f"{place})")], **style)]
        if kind < 0.85:
            return [block(*numbered, **style), *([block(*placed, **style)] if rng.random() < 0.5 else [])]
        pair = [block(*dated, **style), block(*placed, **style)]
        return pair if rng.random() < 0.6 else pair[::-1]

    def _preamble(self) -> list[Block]:
        rng = self.rng
        result = []
        if rng.random() < 0.06 and not self.english:
            result.append(
                block(
                    Role.PREAMBLE,
                    rng.choice(
                        (
                            "Уважаемые коллеги!",
                            "ПРЕАМБУЛА",
                            "Присутствовало: 34 человека.",
                            "СЛУШАЛИ: доклад председателя.",
                        )
                    ),
                )
            )
        if self.english and rng.random() < 0.2:
            return [
                block(Role.PREAMBLE, f"WHEREAS, {text[:1].upper() + text[1:]}{rng.choice((', and', ';', '; and'))}")
                for text in rng.sample(words_en.WHEREAS, rng.randint(1, 4))
            ]
        if self.english and rng.random() < 0.2:
            below = [
                block(Role.PREAMBLE, text, mark=rng.choice(("", "", "-", "•")))
                for text in rng.sample(words_en.NEEDS, rng.randint(2, 4))
            ]
            result += [
                block(
                    Role.PREAMBLE,
                    rng.choice(
                        (
                            "A number of themes run through this document:",
                            "We were guided by:",
                            "The concerns raised were:",
                        )
                    ),
                ),
                *below,
            ]
        count = rng.choice((0, 0, 1, 1, 2, 3, 5)) if not self.council else rng.choice((0, 0, 0, 1))
        if not self.english and rng.random() < 0.08:
            result.append(block(Role.PREAMBLE, self.voice.fill(rng.choice(words_ru.REPORT)), space=rng.random() < 0.5))
        for _ in range(count):
            parts = [self.voice.fill(rng.choice(self.words.PREAMBLE)) for _ in range(rng.randint(1, 4))]
            result.append(block(Role.PREAMBLE, " ".join(parts), space=rng.random() < 0.3))
        if not self.english and rng.random() < 0.12:
            result += self._noted()
        return result

    def _noted(self) -> list[Block]:
        """Return a list above the decisions: what was noted, or what stood on the agenda."""
        rng = self.rng
        agenda = rng.random() < 0.3
        heads = (
            ("Повестка дня:", "На обсуждение вынесено:")
            if agenda
            else ("Участники отметили:", "Сохраняются трудности:")
        )
        words = words_ru.ABOUT if agenda else words_ru.PREAMBLE
        style = rng.choice(("-", "–", "•", "1.", "1)"))
        result = [block(Role.PREAMBLE, rng.choice(heads))]
        for index in range(rng.randint(2, 4)):
            text = self.voice.fill(rng.choice(words)).rstrip(".")
            if style[0] == "1":
                made = block(Role.PREAMBLE, f"{text[:1].upper()}{text[1:]}.", mark=style.replace("1", str(index + 1)))
            else:
                made = block(Role.PREAMBLE, f"{text.lower()};", mark=style)
            result.append(made)
        return result

    # --- tail -----------------------------------------------------------------------------------------------

    def _tail(self) -> list[Block]:
        rng = self.rng
        result: list[Block] = []
        if rng.random() < 0.35:
            for _ in range(rng.choice((1, 1, 2))):
                result.append(
                    block(Role.CLOSING, self.voice.fill(rng.choice(self.words.CLOSING)), space=rng.random() < 0.5)
                )
        if rng.random() < 0.5:
            result += self._signature()
        if self.dated_below:
            lines = self._dateline()
            if rng.random() < 0.4:
                lines.append(block(Role.CLOSING, self.voice.number()))
            result += lines
        return result

    def _signature(self) -> list[Block]:
        rng = self.rng
        result = []
        bar = " |" if rng.random() < 0.08 else ""
        for index in range(rng.choice((1, 1, 1, 2))):
            office, person = rng.choice(self.words.SIGNS) + bar, rng.choice(self.words.PEOPLE) + bar
            gap = index == 0 and rng.random() < 0.7
            kind = rng.random()
            if kind < 0.45:
                of = rng.choice(("", " форума", " собрания", " района")) if not self.english else ""
                rule = rng.choice(("", "____________ "))
                result.append(
                    block(
                        Role.SIGNATURE,
                        f"{office}{of} {rule}{person}",
                        space=gap,
                    )
                )
            elif kind < 0.8:
                result += [block(Role.SIGNATURE, office, space=gap), block(Role.SIGNATURE, person)]
                if rng.random() < 0.3 and not self.english:
                    result.insert(-1, block(Role.SIGNATURE, f"{self.genitive}"))
            else:
                result.append(block(Role.SIGNATURE, person, space=gap))
        return result
