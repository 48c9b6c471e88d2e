"""Paragraphs of a generated document before they are set on paper."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Block:
    """A paragraph: its pieces, each a role and a text, the mark before it and how it is set."""

    pieces: list[tuple[str, str]]
    mark: str = ""
    level: int = 0
    bold: bool = False
    centred: bool = False
    right: bool = False
    space: bool = False
    """An empty line stands above, whatever the layout."""
    tight: bool = False
    """No space stands between the mark and the text."""
    flags: dict[str, bool] = field(default_factory=dict)
    """What a reader says of a cell of a table."""

    @property
    def text(self) -> str:
        return " ".join(text for _, text in self.pieces)

    @property
    def written(self) -> str:
        return f"{self.mark}{'' if self.tight else ' '}{self.text}" if self.mark else self.text


def block(role: str, text: str, **style) -> Block:
    return Block([(role, text)], **style)
