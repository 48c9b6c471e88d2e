"""The decisions of a generated resolution: clauses, addressees, topics and items in many arrangements."""

import random
from collections.abc import Callable
from typing import Any

from forums.importing.annotations import Role
from forums.importing.training import words_en, words_ru
from forums.importing.training.blocks import Block, block
from forums.importing.training.english import English

LETTERS_RU, LETTERS_EN = "абвгдежзиклмнопрст", "abcdefghijklmnopqrst"
ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split()
SPOKEN = "Первое Второе Третье Четвёртое Пятое Шестое Седьмое Восьмое".split()
MARKS = ("1.", "1.", "1.", "1.", "1)", "(1)", "•", "•", "–", "-", "-", "*", "—", "·", "a)", "", "", "", "I.", "word")


class Lists:
    """Writes what is decided; one manner of marks and line ends for the whole document."""

    def __init__(self, voice: Any, rng: random.Random, council: bool, event: tuple[str, str, str], *, long: bool) -> None:
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
        self.kinds = self._kinds()
        self.nested = rng.choice((0.0, 0.03, 0.1, 0.3))
        self.count = 0
        self.again = False
        self.long = long
        self.arranged = ""
        """The arrangement chosen, by name."""

    def blocks(self) -> list[Block]:
        """Return the paragraphs of the decisions, one list or several."""
        if self.english and not self.long and self.rng.random() < 0.15:
            return self._resolved()
        if self.english and not self.long and self.rng.random() < 0.12:
            return self._items(self._size(), lead=None) if self.marks else self._plain()
        arrangement = self.rng.choice((self._sections, self._numbered_sections)) if self.long else self._arrangement()
        self.arranged = arrangement.__name__.strip("_")
        result = arrangement()
        if self.long:
            return result
        if self.rng.random() < 0.25:
            self.count, self.again = 0, True
            again = self.rng.choice((self._plain, self._inside, self._sections))()
            again[0].space = self.rng.random() < 0.5
            result += again
        return result

    def _arrangement(self) -> Callable[[], list[Block]]:
        if self.council:
            return self.rng.choice((self._plain, self._plain, self._plain, self._headed_by_asking, self._inside))
        options = [
            self._plain, self._plain, self._plain, self._inside, self._inside, self._sections, self._sections, self._sections,
            self._numbered_sections, self._numbered_sections, self._topics, self._in_paragraph, self._beside, self._sentence,
            self._prose, self._table,
        ]  # fmt: skip
        if not self.english:
            options += [self._headed_by_asking, self._asked_first, self._asked_to_hold]
        return self.rng.choice(options)

    def _kinds(self) -> list[str]:
        rng = self.rng
        if self.english:
            return rng.choice((["action"], ["action"], ["operative"], ["clause", "action"], ["recommend"], ["noun"], ["that"], ["should"]))
        if self.council:
            return rng.choice((["action", "asking", "addressed"], ["action"], ["asking", "action"], ["addressed", "action"], ["addressed", "asking", "action"]))
        return rng.choice((["action"], ["action"], ["action"], ["action", "asking"], ["noun"], ["finite", "action"], ["finite"], ["addressed"], ["asking"]))

    def _size(self) -> int:
        if self.long:
            return self.rng.randint(12, 40)
        return self.rng.choice((1, 2, 2, 3, 3, 4, 5, 6, 8, 12)) if self.rng.random() < 0.97 else self.rng.randint(15, 60)

    # --- pieces ---------------------------------------------------------------------------------------------

    def _mark(self, index: int, style: str | None = None) -> str:
        style = self.marks if style is None else style
        letters = LETTERS_EN if self.english else LETTERS_RU
        if style == "I.":
            return f"{ROMAN[index % len(ROMAN)]}."
        if style == "word":
            return f"{SPOKEN[index % len(SPOKEN)]}."
        if style == "a)":
            return f"{letters[index % len(letters)]})"
        return style.replace("1", str(index + 1)) if style[-1:] in ".)" else style

    def _text(self, last: bool, kind: str | None = None) -> str:
        rng = self.rng
        text = self.voice.item(kind or rng.choice(self.kinds))
        if self.capital or self.marks in ("1.", "I.", "word") and rng.random() < 0.9:
            text = text[:1].upper() + text[1:]
        if rng.random() < 0.16:
            text = text[:1].upper() + text[1:]
            more = [self.voice.more() for _ in range(rng.choice((1, 1, 2)))]
            if rng.random() < 0.4:
                again = self.voice.item(rng.choice(("action", "operative")) if self.english else rng.choice(("action", "asking")))
                more.append(again[:1].upper() + again[1:] + ".")
            return " ".join([text + ".", *more])
        sign = "." if last and self.ending else self.ending
        if self.english and not last and sign == ";" and rng.random() < 0.1:
            sign = "; and"
        return text + sign

    def _items(self, count: int, *, lead: list[tuple[str, str]] | None, style: str | None = None, head: str = "") -> list[Block]:
        """Return *lead* as a paragraph, if there is one, and *count* items below it."""
        rng = self.rng
        result = [Block(list(lead))] if lead else []
        style = self.marks if style is None else style
        for index in range(count):
            last = index == count - 1
            kind = "itself" if self.council and last and count > 1 and rng.random() < 0.4 else None
            number = self.count if self.count and not head else index
            mark = f"{head}{index + 1}." if head else self._mark(number, style)
            text = self._text(last, kind)
            made = block(Role.RECOMMENDATION, text, mark=mark, level=mark.count(".") - 1 if head else 0,
                         tight=self.tight and mark[:1].isdigit(), space=self.spaced)  # fmt: skip
            result.append(made)
            result += self._below(made, last)
        return result

    def _below(self, made: Block, last: bool) -> list[Block]:
        """Return sometimes what belongs to an item: a list under it, or one more paragraph."""
        rng = self.rng
        chance = rng.random()
        if chance < self.nested and not self.tight:
            (role, text), = made.pieces
            closing = rng.choice((":", ":", ":", ", в том числе:", " по следующим направлениям:", ". Определить такие темы:", " в составе:"))
            made.pieces = [(role, text.rstrip(".;,") + (":" if self.english else closing))]
            style = rng.choice(("-", "-", "a)", "–", "•", ""))
            if style == self.marks or (not style and not made.mark[:1].isdigit()):
                style = "a)" if self.marks != "a)" else "-"
            count = rng.randint(2, 4)
            return [
                block(Role.CONTINUATION, self._detail() + ("." if index == count - 1 else ";"), mark=self._mark(index, style), level=1)
                for index in range(count)
            ]
        if chance < self.nested + 0.05 and made.mark[:1] and self.marks:
            (role, text), = made.pieces
            made.pieces = [(role, text.rstrip(".;,") + ".")]
            return [block(Role.CONTINUATION, self.voice.more(), space=rng.random() < 0.3)]
        return []

    def _detail(self) -> str:
        """Return a line of a list that only completes an item."""
        rng = self.rng
        words = words_en if self.english else words_ru
        if self.english or rng.random() < 0.5:
            return self.voice.item("noun")
        return rng.choice((f"«{rng.choice(words.THEMES)}»", rng.choice(words.GENITIVE), rng.choice(words.PEOPLE) + " – председатель", rng.choice(words.OBJECTS)))

    def _turn(self) -> str:
        text = self.voice.turn(*self.event)
        return text if self.rng.random() < 0.8 or self.english else text.upper()

    def _lead(self, colon: str | None = None) -> list[tuple[str, str]]:
        """Return the pieces of a clause that turns to the decisions."""
        text = self._turn()
        sign = self.rng.choice((":", ":", ":", ":", ":", ":", "", " -")) if colon is None else colon
        for body in words_en.BODIES if self.english else ():
            if text.endswith(f"{body} to"):
                return [(Role.LEAD_IN, text[: -len(body) - 3].strip()), (Role.ADDRESSEE, body), (Role.LEAD_IN, f"to{sign}")]
            if text.endswith(body):
                return [(Role.LEAD_IN, text[: -len(body)].strip()), (Role.ADDRESSEE, body + sign)]
        before = self.voice.fill(self.rng.choice((words_en if self.english else words_ru).PREAMBLE))
        own = (Role.LEAD_IN, text + sign)
        return [(Role.PREAMBLE, before), own] if self.rng.random() < 0.12 and before.endswith(".") and not self.again else [own]

    def _asking_lead(self, sign: str = ":") -> list[tuple[str, str]]:
        """Return «участники рекомендуют | администрации города:»."""
        rng = self.rng
        if self.english:
            verb, after = rng.choice((("recommends that", ""), ("calls upon", " to"), ("urges", " to"), ("invites", " to"), ("proposes that", "")))
            body = rng.choice(words_en.BODIES)
            pieces = [(Role.LEAD_IN, f"The {self.voice.name} {verb}"), (Role.ADDRESSEE, body if after else body + sign)]
            return [*pieces, (Role.LEAD_IN, f"to{sign}")] if after else pieces
        subject, number = self.voice.who(*self.event)
        verbs = {"p": ("рекомендуют", "предлагают", "советуют", "просят", "поручают", "считают необходимым рекомендовать", "решили предложить")}
        verb = rng.choice(verbs.get(number, ("рекомендует", "предлагает", "поручает", "советует", "постановляет рекомендовать")))
        before = self.voice.fill(rng.choice(words_ru.BEFORE_TURN)) + " " if rng.random() < 0.3 else ""
        text = f"{before}{subject} {verb}"
        return [(Role.LEAD_IN, text[:1].upper() + text[1:]), (Role.ADDRESSEE, self.voice.addressees() + sign)]

    # --- arrangements ---------------------------------------------------------------------------------------

    def _plain(self) -> list[Block]:
        lead = self._lead()
        rng = self.rng
        if rng.random() < 0.12 and not self.english and len(lead) == 1 and " " in lead[0][1]:
            subject, _, verb = lead[0][1].rpartition(" ")
            if self.again:
                return self._items(self._size(), lead=lead)
            verb_block = block(Role.LEAD_IN, verb.upper(), centred=rng.random() < 0.5, space=rng.random() < 0.6)
            above = [block(Role.PREAMBLE, subject)]
            if rng.random() < 0.5:
                above += [block(Role.PREAMBLE, text, centred=rng.random() < 0.3) for text in (self.event[1], self.event[0])[: rng.randint(1, 2)]]
            return [*above, verb_block, *self._items(self._size(), lead=None)]
        return self._items(self._size(), lead=lead)

    def _inside(self) -> list[Block]:
        return self._items(self._size(), lead=self._asking_lead())

    def _heading(self) -> str:
        rng = self.rng
        if self.english:
            body = rng.choice(words_en.BODIES)
            return rng.choice((f"To {body}", f"For {body}", body[:1].upper() + body[1:], body.removeprefix("the ").capitalize(), body.upper()))
        if rng.random() < 0.15:
            text = rng.choice(words_ru.BODIES)[0]
        else:
            text = self.voice.addressees()
        text = text[:1].upper() + text[1:] if rng.random() < 0.85 else text
        return text.upper() if rng.random() < 0.12 else text

    def _sections(self) -> list[Block]:
        """Headings that name addressees, each above its items; numbers go on or begin anew."""
        rng = self.rng
        result = [Block(self._lead())] if rng.random() < 0.85 else []
        style = {"bold": rng.random() < 0.3, "centred": rng.random() < 0.1, "space": rng.random() < 0.5}
        colon = rng.choice((":", ":", ":", ""))
        goes_on = rng.random() < 0.25
        marked = self.marks or rng.random() < 0.5
        bulleted = rng.random() < 0.06 and self.marks in ("1.", "", "1)", "-")
        for _ in range(5 if self.long else rng.randint(2, 5)):
            text = self._heading() + (colon if marked or style["bold"] else ":")
            result.append(block(Role.ADDRESSEE, text, mark="•" if bulleted else "", **style))
            size = self._size()
            result += self._items(size, lead=None)
            self.count = self.count + size if goes_on and self.marks[:1] == "1" else 0
        return result

    def _numbered_sections(self) -> list[Block]:
        """«1. Администрации города:» above 1.1, above bullets or above items without marks."""
        rng = self.rng
        result = [Block(self._lead())] if rng.random() < 0.9 else []
        roman = rng.random() < 0.3
        below = rng.choice(("deep", "deep", "-", "•", "a)", "", "1)"))
        colon = rng.choice((":", ":", ":", "", "."))
        style = {"bold": rng.random() < 0.3, "space": rng.random() < 0.4}
        topical = rng.random() < 0.2
        for index in range(5 if self.long else rng.randint(2, 5)):
            head = self._topic() if topical else self._heading()
            role = Role.LEAD_IN if topical else Role.ADDRESSEE
            mark = f"{ROMAN[index]}." if roman else f"{index + 1}."
            result.append(block(role, head + (colon if below else ":"), mark=mark, **style))
            if below == "deep":
                result += self._items(self._size(), lead=None, head=f"{index + 1}.")
            else:
                result += self._items(max(2, self._size()), lead=None, style="1." if roman and below == "1)" else below)
        return result

    def _headed_by_asking(self) -> list[Block]:
        """«1. Принять к сведению. 2. Рекомендовать администрации: 2.1. …»"""
        rng = self.rng
        result = [Block(self._lead())]
        index = 0
        below = rng.choice(("deep", "deep", "-", "a)", "–"))
        for _ in range(rng.randint(2, 4)):
            index += 1
            if rng.random() < 0.4:
                result.append(block(Role.RECOMMENDATION, self._text(last=False) if self.kinds != ["noun"] else "Принять доклад к сведению.", mark=f"{index}."))
                continue
            verb = rng.choice(("Рекомендовать", "Предложить", "Поручить", "Просить", "Обратиться к"))
            result.append(Block([(Role.LEAD_IN, verb), (Role.ADDRESSEE, self.voice.addressees() + ":")], mark=f"{index}."))
            if below == "deep":
                result += self._items(rng.randint(1, 5), lead=None, head=f"{index}.")
            else:
                result += self._items(rng.randint(2, 5), lead=None, style=below)
        return result

    def _topic(self) -> str:
        return self.voice.fill(self.rng.choice((words_en if self.english else words_ru).TOPICS))

    def _topics(self) -> list[Block]:
        rng = self.rng
        result = [Block(self._lead())] if rng.random() < 0.9 else []
        colon = rng.choice((":", "", "", "."))
        style = {"bold": rng.random() < 0.4, "centred": rng.random() < 0.15, "space": rng.random() < 0.6}
        goes_on = rng.random() < 0.4
        for _ in range(rng.randint(2, 4)):
            result.append(block(Role.LEAD_IN, self._topic() + (colon if self.marks else ":"), **style))
            size = max(2, self._size())
            result += self._items(size, lead=None)
            self.count = self.count + size if goes_on and self.marks[:1] == "1" else 0
        return result

    def _run(self, count: int, style: str) -> list[tuple[str, str]]:
        """Return items that follow one another in one paragraph."""
        result = []
        for index in range(count):
            text = self.voice.item("action")
            sign = "." if index == count - 1 else (";" if style != "1." else ".")
            if style == "1.":
                text = text[:1].upper() + text[1:]
            mark = self._mark(index, style) if style else ""
            joint = "" if self.tight and mark[-1:] == "." else " "
            result.append((Role.RECOMMENDATION, f"{mark}{joint}{text}{sign}" if mark else text + sign))
        return result

    def _in_paragraph(self) -> list[Block]:
        """A clause and its whole list in one paragraph."""
        rng = self.rng
        style = rng.choice(("1)", "1)", "a)", "1.", "", "", "•", "–"))
        lead = self._asking_lead() if rng.random() < 0.5 else self._lead(":")
        result = [Block([*lead, *self._run(rng.randint(2, 6), style)])]
        if rng.random() < 0.3:
            result.append(Block([*self._asking_lead(), *self._run(rng.randint(2, 4), style)]))
        return result

    def _beside(self) -> list[Block]:
        """«Администрации города: создать …; провести …» or «Администрации города – создать …»."""
        rng = self.rng
        result = [Block(self._lead())]
        sign = rng.choice((":", ":", " –", " -"))
        style = rng.choice(("", "", "", "1)", "a)")) if sign == ":" else ""
        mark = rng.choice(("1.", "-", "•", "", "")) if not style else rng.choice(("", "-", "1."))
        for index in range(rng.randint(2, 5)):
            head = self._heading()
            run = self._run(1 if sign != ":" else rng.randint(1, 3) if not style else rng.randint(2, 4), style)
            result.append(Block([(Role.ADDRESSEE, head + sign), *run], mark=self._mark(index, mark) if mark else ""))
        return result

    def _sentence(self) -> list[Block]:
        """The decision inside a sentence: «участники рекомендуют | Думе | утвердить отчёт»."""
        rng = self.rng
        result = []
        for _ in range(rng.choice((1, 1, 2, 3))):
            if self.english:
                lead = self._asking_lead("")
                result.append(Block([*lead, (Role.RECOMMENDATION, self.voice.action() + ".")]))
                continue
            lead = self._asking_lead("")
            result.append(Block([*lead, (Role.RECOMMENDATION, self.voice.action() + ".")]))
        return result

    def _prose(self) -> list[Block]:
        """The first decision behind the clause, the others as paragraphs without marks."""
        rng = self.rng
        kind = "that" if self.english else "finite"
        items = [self.voice.item(rng.choice((kind, "action"))) for _ in range(rng.randint(2, 5))]
        texts = [f"{text[:1].upper()}{text[1:]}." for text in items]
        if rng.random() < 0.5:
            first = texts[0][:1].lower() + texts[0][1:]
            return [Block([*self._lead(":"), (Role.RECOMMENDATION, first)]), *(block(Role.RECOMMENDATION, text) for text in texts[1:])]
        return [Block(self._lead(":")), *(block(Role.RECOMMENDATION, text, space=self.spaced) for text in texts)]

    def _asked_first(self) -> list[Block]:
        """«Администрации города | рекомендуется:»"""
        rng = self.rng
        result = []
        verb = rng.choice(("рекомендуется", "предлагается", "рекомендовано", "необходимо", "следует"))
        for index in range(rng.randint(1, 3)):
            mark = f"{index + 1}." if rng.random() < 0.3 else ""
            head = self.voice.addressees()
            result.append(Block([(Role.ADDRESSEE, head[:1].upper() + head[1:]), (Role.LEAD_IN, f"{verb}:")], mark=mark))
            result += self._items(max(2, self._size()), lead=None, style="-" if mark else None)
        return result

    def _asked_to_hold(self) -> list[Block]:
        """«Администрации города | считать главными направлениями работы:» above nouns."""
        rng = self.rng
        what = rng.choice(("считать главными направлениями работы:", "по-прежнему уделять особое внимание таким вопросам:", "сосредоточить усилия на следующем:",
                           "обеспечить решение следующих задач:", "при составлении планов предусмотреть:", "определить приоритетами:"))  # fmt: skip
        self.kinds = ["noun"]
        head = self.voice.addressees()
        asked = Block([(Role.ADDRESSEE, head[:1].upper() + head[1:]), (Role.LEAD_IN, what)], space=rng.random() < 0.5)
        lead = [Block(self._lead())] if rng.random() < 0.8 else []
        return [*lead, asked, *self._items(max(2, self._size()), lead=None)]

    def _table(self) -> list[Block]:
        """A table with a heading row and a column that says to whom."""
        rng = self.rng
        names = ("No.", "To whom", "Recommendation") if self.english else ("№", "Кому", "Рекомендация")
        heads = [block(Role.CLOSING, name, flags={"column_heading": True, "in_table": True}) for name in names]
        result = [Block(self._lead()), *heads]
        for index in range(rng.randint(2, 6)):
            if rng.random() < 0.7 or not index:
                result.append(block(Role.ADDRESSEE, self._heading(), flags={"in_table": True, "to_whom": True}))
            result.append(block(Role.RECOMMENDATION, self._text(last=False), mark=f"{index + 1}", flags={"in_table": True}))
            if rng.random() < 0.3:
                result.append(block(Role.CONTINUATION, rng.choice(("1 мая 2019 г.", "до 1 июня", "постоянно", "IV квартал")) if not self.english else "June 2020", flags={"in_table": True, "in_item": True}))
        return result

    def _resolved(self) -> list[Block]:
        """WHEREAS … , RESOLVED, That …"""
        rng = self.rng
        result = []
        opening = rng.choice(("RESOLVED", "Resolved", "Therefore be it RESOLVED", "NOW, THEREFORE, BE IT RESOLVED", "BE IT RESOLVED"))
        for index in range(rng.randint(1, 5)):
            lead = opening if not index else rng.choice(("Be it further RESOLVED", "RESOLVED", "Be it finally resolved", "Resolved further"))
            that = rng.choice((", That", " that", ", that"))
            text = self.voice.item(rng.choice(("that", "should"))) + rng.choice((".", ", and", ";", "; and"))
            result.append(Block([(Role.LEAD_IN, lead + that), (Role.RECOMMENDATION, text)], space=self.spaced))
        return result
