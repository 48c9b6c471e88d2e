"""What goes wrong while a document is read, said in words an editor can act upon."""

from forums.importing.messages import say


class UnreadableDocument(Exception):
    """The file cannot become a resolution.

    ``str(error)`` is one line in the editor's language that says what to do next.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return " ".join(say(self.message).split())
