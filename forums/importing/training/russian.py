"""Sentences of invented Russian resolutions, made of the words in ``words_ru``."""

import random
import re

from forums.importing.training import words_ru as w

SLOT = re.compile(r"\{(\w+)\}")


class Russian:
    """Makes the parts of a text; every choice comes from one random source."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.town = rng.choice(w.TOWNS + w.REAL)
        self.land = rng.choice(w.LANDS)
        self.year = rng.randint(1990, 2025)

    def pick(self, options: list) -> str:
        return self.rng.choice(options)

    def fill(self, template: str) -> str:
        """Return *template* with its slots filled."""
        return SLOT.sub(lambda match: self._slot(match[1]), template)

    def _slot(self, name: str) -> str:
        rng = self.rng
        simple = {
            "gen": w.GENITIVE,
            "adj": w.ADJ,
            "obj": w.OBJECTS,
            "acc": w.ACC,
            "noun_gen": w.NOUN_GEN,
            "noun_loc": w.NOUN_LOC,
            "v": w.V,
            "gen_body": w.GEN_BODY,
            "person": w.PEOPLE,
            "theme": w.THEMES,
            "dat_na": w.NA,
        }
        if name in simple:
            return rng.choice(simple[name])
        if name == "inf":
            return rng.choice(w.PERFECTIVE + w.IMPERFECTIVE)
        if name == "dat":
            return self.dative()
        if name in ("body", "body_caps"):
            body = rng.choice(w.BODIES)[0]
            return body.upper() if name == "body_caps" else body
        made = {
            "town": self.town,
            "town_gen": f"{self.town}ского",
            "land": self.land,
            "num": str(rng.randint(12, 900)),
            "few": str(rng.randint(3, 30)),
            "day": self.day(),
        }
        return made[name]

    def dative(self) -> str:
        body = self.rng.choice(w.BODIES)[1]
        if self.rng.random() < 0.2:
            body += f" {self.land}"
        if self.rng.random() < 0.08:
            body += f" ({self.rng.choice(w.PEOPLE)})"
        return body

    def addressees(self) -> str:
        """Return one addressee or several, in the dative."""
        count = self.rng.choice((1, 1, 1, 1, 2, 3))
        names = [self.rng.choice(w.BODIES)[1] for _ in range(count)]
        first = ", ".join(names[:-1])
        text = f"{first} {self.rng.choice(('и', 'и', 'а также'))} {names[-1]}" if first else names[0]
        if self.rng.random() < 0.3:
            text += " " + self.rng.choice((self.land, f"города {self.town}", "всех уровней", "района"))
        return text

    # --- what is decided ----------------------------------------------------------------------------------

    def action(self) -> str:
        """Return what to do, as one infinitive or two."""
        rng = self.rng
        verb = rng.choice(w.PERFECTIVE if rng.random() < 0.6 else w.IMPERFECTIVE)
        adverb = rng.choice(("", "", "", "", "активно ", "шире ", "регулярно ", "ежегодно ", "незамедлительно ", "не "))
        text = f"{adverb}{verb} {rng.choice(w.OBJECTS)}"
        if rng.random() < 0.25:
            text += f" и {rng.choice(w.PERFECTIVE + w.IMPERFECTIVE)} {rng.choice(w.OBJECTS)}"
        if rng.random() < 0.2:
            text += f", {rng.choice(('включая', 'в том числе', 'а также', 'прежде всего'))} {rng.choice(w.OBJECTS)}"
        if rng.random() < 0.1:
            text += f" «{rng.choice(w.THEMES)}»"
        if rng.random() < 0.45:
            text += f" {rng.choice(w.ADJUNCTS)}"
        if rng.random() < 0.06:
            text += f"; {self.action()}"
        return text

    def item(self, kind: str) -> str:
        """Return a decision of a *kind*: action, noun, finite, addressed, asking or itself, without its last sign."""
        rng = self.rng
        if kind == "noun":
            text = self.fill(rng.choice(w.NOUN_ITEMS))
            return text + (f", {self.fill(rng.choice(w.NOUN_ITEMS))}" if rng.random() < 0.3 else "")
        if kind == "finite":
            return self.fill(rng.choice(w.FINITE_ITEMS))
        if kind == "addressed":
            together = f" совместно с {rng.choice(w.TOGETHER)}"
            return f"{self.dative()}{together if rng.random() < 0.25 else ''} {self.action()}"
        if kind == "asking":
            verb = rng.choice(
                (
                    "рекомендовать",
                    "поручить",
                    "предложить",
                    "просить",
                    "обратиться к",
                    "поручить",
                    "считать необходимым",
                )
            )
            if verb == "просить":
                return f"просить {rng.choice(w.ACC)} {self.action()}"
            if verb == "обратиться к":
                return f"обратиться к {self.dative()} с просьбой {self.action()}"
            return f"{verb} {self.action()}" if "считать" in verb else f"{verb} {self.dative()} {self.action()}"
        if kind == "itself":
            return self.fill(rng.choice(w.SELF))
        return self.action()

    def more(self) -> str:
        return self.fill(self.rng.choice(w.SENTENCES))

    # --- when, where, who -----------------------------------------------------------------------------------

    def day(self) -> str:
        rng = self.rng
        day, month = rng.randint(1, 28), rng.randint(0, 11)
        name = w.MONTHS[month]
        return rng.choice(
            (
                f"{day} {name} {self.year} года",
                f"{day} {name} {self.year} г.",
                f"{day}.{month + 1:02}.{self.year}",
                f"{day}–{day + 1} {name} {self.year} года",
                f"«{day}» {name} {self.year} г.",
                f"{day} {name} {self.year}",
                f"{day:02}.{month + 1:02}.{self.year % 100:02} г.",
            )
        )

    def place(self) -> str:
        rng = self.rng
        town = self.town
        return rng.choice(
            (
                f"г. {town}",
                f"г.{town}",
                f"город {town}",
                town,
                f"с. {town}",
                f"пос. {town}",
                f"г. {town}, {rng.choice(w.COUNTRIES)}",
                f"г. {town}, Дворец культуры",
                f"Место проведения: {town}",
                f"{town}, {rng.choice(w.COUNTRIES)}",
            )
        )

    def number(self) -> str:
        rng = self.rng
        value = rng.randint(1, 400)
        return rng.choice(
            (
                f"№ {value}",
                f"№{value}",
                f"N {value}",
                f"N {value}-{rng.randint(1, 40)}",
                f"№ {value}/{rng.randint(1, 99)}",
                f"N {value} СП",
            )
        )

    def ordinal(self) -> str:
        rng = self.rng
        return rng.choice(
            (
                "I",
                "II",
                "III",
                "IV",
                "V",
                "VI",
                "VII",
                "IX",
                "X",
                "XI",
                "XII",
                "XV",
                "XX",
                "первого",
                "второго",
                "третьего",
                "пятого",
                "2-го",
                "3-го",
                "7-го",
                "14-го",
                "ХII",
                "XII-го",
                "девятого",
            )
        )

    def event(self) -> tuple[str, str, str]:
        """Return an assembly's full name in the genitive, its short name and the number of its verb."""
        rng = self.rng
        genitive, short, gender = rng.choice(w.EVENTS)
        of = self.fill(rng.choice(w.OF))
        adjective = (
            rng.choice(w.EVENT_ADJ) + " " if rng.random() < 0.4 and gender in "mn" and " " not in genitive else ""
        )
        ordinal = self.ordinal() + " " if rng.random() < 0.45 and gender == "m" else ""
        return f"{ordinal}{adjective}{genitive} {of}", short, gender

    def who(self, genitive: str, short: str, gender: str) -> tuple[str, str]:
        """Return a subject and the number of its verb."""
        rng = self.rng
        kind = rng.random()
        if gender == "p" or kind < 0.4:
            return rng.choice(
                (f"участники {genitive}", "участники", f"делегаты {genitive}", "Мы, участники,", "собравшиеся")
            ), "p"
        return rng.choice((short, short.lower(), short.upper())), gender

    def turn(self, genitive: str, short: str, gender: str) -> str:
        """Return a clause that turns to the decisions, without its colon."""
        rng = self.rng
        if rng.random() < 0.2:
            return rng.choice(w.IMPERSONAL)
        subject, number = self.who(genitive, short, gender)
        verb = rng.choice(w.TURNS[number])
        before = self.fill(rng.choice(w.BEFORE_TURN)) + " " if rng.random() < 0.5 else ""
        text = f"{before}{subject} {verb}"
        return text[:1].upper() + text[1:]
