"""The card of a practice: what fits on one sheet of A4, cut at whole words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.text import Truncator

from core.text import plain_text

if TYPE_CHECKING:
    from .models import PracticePage

#: Measured on paper: with every part this long the sheet is full and not overfull.
LENGTHS = {"problem": 380, "solution": 560, "repeat": 420}
MOST_STEPS = 7
MOST_FIGURES = 4
MOST_BORROWERS = 4


def card_of(practice: PracticePage) -> dict[str, Any]:
    """Shortened texts, the first steps and figures, and who took the practice up."""
    texts = {name: Truncator(plain_text(getattr(practice, name))).chars(limit) for name, limit in LENGTHS.items()}
    steps = [(_short(block.value["title"], 90), block.value["duration"]) for block in practice.steps]
    borrowers = [
        f"{borrowing.who} ({borrowing.city or borrowing.year})" for borrowing in practice.taken_up_by[:MOST_BORROWERS]
    ]
    return {
        **texts,
        "steps": steps[:MOST_STEPS],
        "more_steps": max(0, len(steps) - MOST_STEPS),
        "figures": list(practice.figures)[:MOST_FIGURES],
        "borrowers": "; ".join(borrowers),
    }


def _short(text: str, limit: int) -> str:
    return Truncator(text).chars(limit)
