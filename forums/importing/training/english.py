"""Sentences of invented English resolutions, made of the words in ``words_en``."""

import random
import re

from forums.importing.training import words_en as w

CLAUSES = (
    "For the purposes of planning",
    "When making decisions",
    "Where appropriate",
    "Whether large or small",
    "In all districts",
)
SLOT = re.compile(r"\{(\w+)\}")


class English:
    """Makes the parts of a text; every choice comes from one random source."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.town = rng.choice(w.PLACES)
        self.year = rng.randint(1990, 2025)
        self.name = rng.choice(w.EVENTS)

    def fill(self, template: str) -> str:
        """Return *template* with its slots filled."""
        return SLOT.sub(lambda match: self._slot(match[1]), template)

    def _slot(self, name: str) -> str:
        rng = self.rng
        made = {
            "body": rng.choice(w.BODIES),
            "act": self.action(),
            "event": self.name,
            "place": self.town,
            "day": self.day(),
            "num": str(rng.randint(20, 900)),
            "few": str(rng.randint(3, 30)),
            "theme": rng.choice(w.THEMES),
        }
        return made[name]

    def addressees(self) -> str:
        count = self.rng.choice((1, 1, 1, 2))
        return " and ".join(self.rng.choice(w.BODIES) for _ in range(count))

    def action(self) -> str:
        rng = self.rng
        text = f"{rng.choice(w.ACTIONS)} {rng.choice(w.OBJECTS)}"
        if rng.random() < 0.25:
            text += f" and {rng.choice(w.ACTIONS)} {rng.choice(w.OBJECTS)}"
        if rng.random() < 0.4:
            adjunct = rng.choice(w.ADJUNCTS)
            text += adjunct if adjunct.startswith(",") else f" {adjunct}"
        return text

    def item(self, kind: str) -> str:
        """Return a decision of a *kind*, without its last sign."""
        rng = self.rng
        if kind == "operative":
            return self.fill(rng.choice(w.OPERATIVE))
        if kind == "noun":
            return rng.choice(w.OBJECTS)
        if kind == "that":
            asking = rng.choice(("we urge", "we ask", "this assembly calls on", "the delegates request", "we commend"))
            return f"{asking} {rng.choice(w.BODIES)} to {self.action()}"
        if kind == "recommend":
            return f"Recommend that {rng.choice(w.BODIES)} {self.action()}"
        if kind == "clause":
            return f"{rng.choice(CLAUSES)}, {self.action()}"
        if kind == "should":
            return f"{rng.choice(w.BODIES)} {rng.choice(('should', 'shall', 'must'))} {self.action()}"
        return rng.choice(("", "", "", "Do not ", "Be ready to ", "actively ", "to ")) + self.action()

    def more(self) -> str:
        return self.rng.choice(
            (
                "Progress should be reported every year.",
                "This work has begun in two districts.",
                "Costs are to be shared.",
                "Details are given in the annex.",
            )
        )

    def day(self) -> str:
        rng = self.rng
        day, month = rng.randint(1, 28), rng.choice(w.MONTHS)
        return rng.choice(
            (
                f"{day} {month} {self.year}",
                f"{month} {day}, {self.year}",
                f"{day}-{day + 2} {month} {self.year}",
                f"{day}th of {month}, {self.year}",
            )
        )

    def place(self) -> str:
        return self.rng.choice(
            (self.town, f"{self.town}, Norland", f"City of {self.town}", f"Venue: {self.town} Town Hall")
        )

    def number(self) -> str:
        return self.rng.choice(("No. ", "Resolution ", "No ")) + str(self.rng.randint(1, 300))

    def event(self) -> tuple[str, str, str]:
        rng = self.rng
        ordinal = rng.choice(("", "", "2nd ", "Third ", "12th ", "Seventh ", "IV "))
        return f"the {ordinal}{rng.choice(w.KINDS)} {self.name} {rng.choice(w.OF)}", f"The {self.name}", "s"

    def turn(self, *_: str) -> str:
        """Return a clause that turns to the decisions, without its colon."""
        rng = self.rng
        before = self.fill(rng.choice(w.PARTICIPLES)) + " " if rng.random() < 0.25 else ""
        text = self.fill(rng.choice(w.TURNS))
        return before + (text[:1].lower() + text[1:] if before else text)
