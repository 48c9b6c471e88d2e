"""Which encoding a text is in: what its bytes admit, and which reading gives Russian words."""

import re

from documents.errors import UnreadableDocument
from documents.errors import mark as _

CANDIDATES = ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "iso8859-5")
COMMON = re.compile(r"[оеаинтсрвл]")
ODD = re.compile(r"[^\W\d_][А-ЯЁ][а-яё]|[а-яё][А-ЯЁ]|[\u2500-\u259fЂѓЃљњќћџўЎјҐґєїЄЇѕЅІјѕ°±²√■]")

NOT_TEXT = _("This is not a text file. Choose a .docx, .odt, .rtf, .pdf, .html, .txt or .md file.")


def decode(data: bytes) -> str:
    """Return the text in *data*; raise ``UnreadableDocument`` for what is no text at all."""
    text = _by_mark(data) or _wide(data)
    if text is None and b"\0" in data:
        raise UnreadableDocument(NOT_TEXT)
    if text is None:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            # a file cut inside its last letter is still UTF-8
            text = data[: error.start].decode("utf-8") if error.start >= len(data) - 3 > 0 else _single_byte(data)
    controls = sum(letter < " " and letter not in "\t\n\r\f\v\x1a\x1c\x1e\x1f" for letter in text[:20_000])
    if "\0" in text or controls > len(text[:20_000]) // 100:
        raise UnreadableDocument(NOT_TEXT)
    return text


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe\0\0", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            even = len(data) - len(data) % 2 if encoding == "utf-16" else len(data)
            try:
                return data[:even].decode(encoding).lstrip("\ufeff")
            except UnicodeDecodeError as error:
                raise UnreadableDocument(NOT_TEXT) from error
    return None


def _wide(data: bytes) -> str | None:
    """Read UTF-16 without a byte order mark: the high bytes of Russian text are 4, of Latin and spaces 0."""
    sample = data[:2000]
    if len(sample) < 4:
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if sum(byte in (0, 4, 0x20) for byte in high) > 0.97 * len(high) and (4 in high or 0 in high):
            try:
                text = data[: len(data) - len(data) % 2].decode(encoding)
            except UnicodeDecodeError:
                continue
            if "\0" not in text:
                return text
    return None


def _single_byte(data: bytes) -> str:
    readings = []
    for encoding in CANDIDATES:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            text = data.decode(encoding, errors="replace")
        sample = text[:20_000]
        score = len(COMMON.findall(sample)) - 5 * len(ODD.findall(sample)) - 20 * sample.count("\ufffd")
        readings.append((score, text))
    return max(readings, key=lambda reading: reading[0])[1]
