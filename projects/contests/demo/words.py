"""Russian words with their English ones, side by side where the demo's data are written."""


class Words:
    """Call it with both languages; it gives the Russian and remembers the English for ``kit.translate``."""

    def __init__(self) -> None:
        self.english: dict[str, str] = {}

    def __call__(self, russian: str, english: str) -> str:
        self.english[russian] = english
        return russian
