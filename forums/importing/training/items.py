"""Clauses, addressees, topics and items of a generated resolution, in one manner of marks and line ends."""

import random
from typing import Any

from forums.importing.annotations import Role
from forums.importing.training import words_en, words_ru
from forums.importing.training.blocks import Block, block
from forums.importing.training.english import English

LETTERS_RU, LETTERS_EN = "абвгдежзиклмнопрст", "abcdefghijklmnopqrst"
ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split()
SPELT = 8
"""Longer lists are counted in digits."""
SPOKEN = "Первое Второе Третье Четвёртое Пятое Шестое Седьмое Восьмое".split()
MARKS = ("1.", "1.", "1.", "1.", "1)", "(1)", "•", "•", "–", "-", "-", "*", "—", "·", "a)", "", "", "", "I.", "word")


class Items:
    """Writes clauses, headings and items; one manner of marks and line ends for the whole document."""

    def __init__(
        self, voice: Any, rng: random.Random, council: bool, event: tuple[str, str, str], *, long: bool
    ) -> None:
        self.voice, self.rng, self.event = voice, rng, event
        self.english = isinstance(voice, English)
        self.council = council
        self.marks = rng.choice(("1.", "1.", "1.", "1.", "1)", "")) if council else rng.choice(MARKS)
        if self.english and self.marks == "word":
            self.marks = "1."
        self.ending = rng.choice((";", ";", ".", ".", "", ","))
        self.capital = self.ending == "." or rng.random() < 0.3
        self.tight = rng.random() < 0.06
        self.spaced = rng.random() < 0.3
        self.nested = rng.choice((0.0, 0.03, 0.1, 0.35))
        self.count = 0
        self.again = False
        self.long = long
        if long and not self.marks:
            self.marks = "1."
        self.kinds = self._kinds()
        self.arranged = ""
        """The arrangement chosen, by name."""

    def _kinds(self) -> list[str]:
        rng = self.rng
        if self.long:
            return ["action"] if self.english else rng.choice((["action"], ["action", "asking"]))
        if self.english:
            return rng.choice(
                (
                    ["action"],
                    ["action"],
                    ["operative"],
                    ["clause", "action"],
                    ["recommend"],
                    ["noun"],
                    ["that"],
                    ["should"],
                )
            )
        if self.council:
            return rng.choice(
                (
                    ["action", "asking", "addressed"],
                    ["action"],
                    ["asking", "action"],
                    ["addressed", "action"],
                    ["addressed", "asking", "action"],
                )
            )
        return rng.choice(
            (
                ["action"],
                ["action"],
                ["action"],
                ["action", "asking"],
                ["noun"],
                ["finite", "action"],
                ["finite"],
                ["addressed"],
                ["asking"],
            )
        )

    def size(self) -> int:
        if self.long:
            return self.rng.randint(12, 40)
        return (
            self.rng.choice((1, 2, 2, 3, 3, 4, 5, 6, 8, 12)) if self.rng.random() < 0.97 else self.rng.randint(15, 60)
        )

    # --- pieces ---------------------------------------------------------------------------------------------

    def mark(self, index: int, style: str | None = None) -> str:
        style = self.marks if style is None else style
        letters = LETTERS_EN if self.english else LETTERS_RU
        if style == "I.":
            return f"{ROMAN[index % len(ROMAN)]}."
        if style == "word":
            return f"{SPOKEN[index % len(SPOKEN)]}."
        if style == "a)":
            return f"{letters[index % len(letters)]})"
        return style.replace("1", str(index + 1)) if style[-1:] in ".)" else style

    def text(self, last: bool, kind: str | None = None) -> str:
        rng = self.rng
        text = self.voice.item(kind or rng.choice(self.kinds))
        if self.capital or (self.marks in ("1.", "I.", "word") and rng.random() < 0.9):
            text = text[:1].upper() + text[1:]
        if rng.random() < 0.16:
            text = text[:1].upper() + text[1:]
            more = [self.voice.more() for _ in range(rng.choice((1, 1, 2)))]
            if rng.random() < 0.4:
                again = self.voice.item(
                    rng.choice(("action", "operative")) if self.english else rng.choice(("action", "asking"))
                )
                more.append(again[:1].upper() + again[1:] + ".")
            return " ".join([text + ".", *more])
        sign = "." if last and self.ending else self.ending
        if self.english and not last and sign == ";" and rng.random() < 0.1:
            sign = "; and"
        return text + sign

    def items(
        self, count: int, *, lead: list[tuple[str, str]] | None, style: str | None = None, head: str = ""
    ) -> list[Block]:
        """Return *lead* as a paragraph, if there is one, and *count* items below it."""
        rng = self.rng
        result = [Block(list(lead))] if lead else []
        style = self.marks if style is None else style
        if count > SPELT and style in ("a)", "I.", "word"):
            style = "1)"
        for index in range(count):
            last = index == count - 1
            kind = "itself" if self.council and last and count > 1 and rng.random() < 0.4 else None
            number = self.count if self.count and not head else index
            mark = f"{head}{index + 1}." if head else self.mark(number, style)
            text = self.text(last, kind)
            made = block(
                Role.RECOMMENDATION,
                text,
                mark=mark,
                level=mark.count(".") - 1 if head else 0,
                tight=self.tight and mark[:1].isdigit(),
                space=self.spaced,
            )
            result.append(made)
            result += self._below(made, last)
        return result

    def _below(self, made: Block, last: bool) -> list[Block]:
        """Return sometimes what belongs to an item: a list under it, or one more paragraph."""
        rng = self.rng
        chance = rng.random()
        if chance < self.nested and not self.tight:
            ((role, text),) = made.pieces
            closing = rng.choice(
                (
                    ":",
                    ":",
                    ":",
                    ", в том числе:",
                    " по следующим направлениям:",
                    ". Определить такие темы:",
                    " в составе:",
                )
            )
            made.pieces = [(role, text.rstrip(".;,") + (":" if self.english else closing))]
            style = rng.choice(("-", "-", "a)", "–", "•", ""))
            if style == self.marks or (not style and not made.mark[:1].isdigit()):
                style = "a)" if self.marks != "a)" else "-"
            count, depth = rng.randint(2, 5), rng.choice((0, 1, 1))
            return [
                block(
                    Role.CONTINUATION,
                    self._detail() + ("." if index == count - 1 else ";"),
                    mark=self.mark(index, style),
                    level=depth,
                )
                for index in range(count)
            ]
        if chance < self.nested + 0.05 and made.mark[:1] and self.marks:
            ((role, text),) = made.pieces
            made.pieces = [(role, text.rstrip(".;,") + ".")]
            return [block(Role.CONTINUATION, self.voice.more(), space=rng.random() < 0.3)]
        return []

    def _detail(self) -> str:
        """Return a line of a list that only completes an item."""
        rng = self.rng
        words = words_en if self.english else words_ru
        if self.english or rng.random() < 0.5:
            return self.voice.item("noun")
        return rng.choice(
            (
                f"«{rng.choice(words.THEMES)}»",
                rng.choice(words.GENITIVE),
                rng.choice(words.PEOPLE) + " – председатель",
                rng.choice(words.OBJECTS),
            )
        )

    def _turn(self) -> str:
        text = self.voice.turn(*self.event)
        return text if self.rng.random() < 0.8 or self.english else text.upper()

    def lead(self, colon: str | None = None) -> list[tuple[str, str]]:
        """Return the pieces of a clause that turns to the decisions."""
        text = self._turn()
        sign = self.rng.choice((":", ":", ":", ":", ":", ":", "", " -")) if colon is None else colon
        for body in words_en.BODIES if self.english else ():
            if text.endswith(f"{body} to"):
                return [
                    (Role.LEAD_IN, text[: -len(body) - 3].strip()),
                    (Role.ADDRESSEE, body),
                    (Role.LEAD_IN, f"to{sign}"),
                ]
            if text.endswith(body):
                return [(Role.LEAD_IN, text[: -len(body)].strip()), (Role.ADDRESSEE, body + sign)]
        before = self.voice.fill(self.rng.choice((words_en if self.english else words_ru).PREAMBLE))
        own = (Role.LEAD_IN, text + sign)
        return (
            [(Role.PREAMBLE, before), own]
            if self.rng.random() < 0.12 and before.endswith(".") and not self.again
            else [own]
        )

    def asking_lead(self, sign: str = ":") -> list[tuple[str, str]]:
        """Return «участники рекомендуют | администрации города:»."""
        rng = self.rng
        if self.english:
            verb, after = rng.choice(
                (
                    ("recommends that", ""),
                    ("calls upon", " to"),
                    ("urges", " to"),
                    ("invites", " to"),
                    ("proposes that", ""),
                )
            )
            body = rng.choice(words_en.BODIES)
            pieces: list[tuple[str, str]] = [
                (Role.LEAD_IN, f"The {self.voice.name} {verb}"),
                (Role.ADDRESSEE, body if after else body + sign),
            ]
            return [*pieces, (Role.LEAD_IN, f"to{sign}")] if after else pieces
        subject, number = self.voice.who(*self.event)
        verbs = {
            "p": (
                "рекомендуют",
                "предлагают",
                "советуют",
                "просят",
                "поручают",
                "считают необходимым рекомендовать",
                "решили предложить",
            )
        }
        verb = rng.choice(
            verbs.get(number, ("рекомендует", "предлагает", "поручает", "советует", "постановляет рекомендовать"))
        )
        before = self.voice.fill(rng.choice(words_ru.BEFORE_TURN)) + " " if rng.random() < 0.3 else ""
        text = f"{before}{subject} {verb}"
        return [(Role.LEAD_IN, text[:1].upper() + text[1:]), (Role.ADDRESSEE, self.voice.addressees() + sign)]

    def heading(self) -> str:
        rng = self.rng
        if self.english:
            body = rng.choice(words_en.BODIES)
            return rng.choice(
                (
                    f"To {body}",
                    f"For {body}",
                    body[:1].upper() + body[1:],
                    body.removeprefix("the ").capitalize(),
                    body.upper(),
                )
            )
        text = rng.choice(words_ru.BODIES)[0] if rng.random() < 0.15 else self.voice.addressees()
        text = text[:1].upper() + text[1:] if rng.random() < 0.85 else text
        return text.upper() if rng.random() < 0.12 else text

    def topic(self) -> str:
        return self.voice.fill(self.rng.choice((words_en if self.english else words_ru).TOPICS))

    def run(self, count: int, style: str) -> list[tuple[str, str]]:
        """Return items that follow one another in one paragraph; the style "s" makes sentences of them."""
        result: list[tuple[str, str]] = []
        tight = self.rng.random() < 0.25
        for index in range(count):
            text = self.voice.item("action")
            sentence = style in ("1.", "s")
            sign = "." if index == count - 1 or sentence else ";"
            if sentence:
                text = text[:1].upper() + text[1:]
            mark = self.mark(index, style) if style not in ("", "s") else ""
            joint = "" if tight and mark[-1:] in ".)" else " "
            result.append((Role.RECOMMENDATION, f"{mark}{joint}{text}{sign}" if mark else text + sign))
        return result
