"""Texts as a local journalist writes them, and which recommendations each is about. Scored, never read by the scorer.

``cases.json`` was written before the scorer, about two real resolutions, which are kept beside the repository, and the
demo's. Of it a third (by hash) and everything about the demo's second resolution never took part in setting weights.
``berezogorsk``, ``tihomirsk`` and ``ozernoye`` are invented resolutions on things that the others do not ask for. By
them the floors were set; what the first two ask for was added to the notions, of what the third asks for none knows.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from documents import read
from forums.importing import parse
from forums.resolutions.demo.texts import FIRST, SECOND, THIRD
from forums.suggestions.scoring import MOST, Asked, Scorer, Told

HERE = Path(__file__).parent
SEEDS = HERE.parents[3] / "shared" / "seeds"
DOCUMENTS = {
    "ozersk": SEEDS / "000_98c79471f7e30afd.txt",
    "tolyatti": SEEDS / "004_ac325a7377af8a2a.txt",
    "berezogorsk": HERE / "berezogorsk.md",
    "tihomirsk": HERE / "tihomirsk.md",
    "ozernoye": HERE / "ozernoye.md",
}
DEMO = {"novodumsk-1": FIRST, "novodumsk-2": SECOND, "novodumsk-3": THIRD}
NEVER_TUNED = "novodumsk-2"


@dataclass(frozen=True)
class Case:
    """``numbers`` are all the right answers; none for a text that concerns nothing."""

    id: str
    resolution: str
    numbers: frozenset[str]
    told: Told

    @property
    def is_held_out(self) -> bool:
        return self.resolution == NEVER_TUNED or int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % 3 == 0


@dataclass(frozen=True)
class Figures:
    """Shares of texts whose right recommendation is first, is among three; of texts about nothing that get nothing."""

    first: float
    in_three: float
    silent: float


@cache
def cases(file: str = "cases.json") -> tuple[Case, ...]:
    rows = json.loads((HERE / file).read_text(encoding="utf-8"))
    return tuple(
        Case(row["id"], row["resolution"], frozenset(row["numbers"]), Told(row["title"], row["text"])) for row in rows
    )


@cache
def asked(resolution: str) -> tuple[Asked, ...]:
    """The recommendations of a resolution, as the command reads them."""
    if resolution in DEMO:
        return tuple(
            Asked(f"{part}.{number}", item.text, item.kind, section.written)
            for part, section in enumerate(DEMO[resolution].parts, 1)
            for number, item in enumerate(section.items, 1)
        )
    path = DOCUMENTS[resolution]
    if not path.exists():
        pytest.skip("the real resolutions are kept beside the repository, not in it")
    found = parse(read(path.read_bytes(), path.name))
    return tuple(
        Asked(item.number, item.text, item.kind, section.addressee or "")
        for section in found.sections
        for item in section.items
    )


def measure(scored: list[Case], encoder=None) -> Figures:
    """Figures over the texts of ``scored``; each resolution meets its own and those about nothing."""
    first = in_three = about = silent = nothing = 0
    for resolution in {case.resolution for case in scored} - {""}:
        scorer = Scorer(asked(resolution), encoder)
        own = [case for case in scored if case.resolution in (resolution, "")]
        for case, suggestions in zip(own, scorer.suggest([case.told for case in own]), strict=True):
            keys = [suggestion.key for suggestion in suggestions]
            assert len(keys) <= MOST
            if case.resolution:
                about += 1
                first += bool(keys) and keys[0] in case.numbers
                in_three += not case.numbers.isdisjoint(keys)
            else:
                nothing += 1
                silent += not keys
    return Figures(first / about, in_three / about, silent / nothing)
