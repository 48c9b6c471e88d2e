"""Plain text: the encoding is told from the bytes, the lines are kept as they stand."""

from forums.importing.documents import Document, Line


def read_text(data: bytes, name: str) -> Document:
    text = data.decode("utf-8-sig")
    from forums.importing.readers.lines import text_lines

    return Document(tuple(text_lines(text)), "txt", name)
