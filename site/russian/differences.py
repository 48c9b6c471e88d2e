"""What became of the words of a text in another. Pure functions."""

from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: ``tag`` tells whether both texts have them, the old one only ("gone") or the new one ("new")."""

    tag: Literal["same", "gone", "new"]
    text: str


def word_differences(old: str, new: str, key: Callable[[str], str] = str) -> list[Piece]:
    """The words of both texts in the order of reading, those that are gone before those that stand in their place.

    Words are set apart by white space, and are the same where their ``key`` is; such words are given as ``new`` has
    them.
    """
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, [key(word) for word in before], [key(word) for word in after], autojunk=False)
    pieces = []
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", " ".join(after[other_start:other_end])))
            continue
        if end > start:
            pieces.append(Piece("gone", " ".join(before[start:end])))
        if other_end > other_start:
            pieces.append(Piece("new", " ".join(after[other_start:other_end])))
    return pieces
