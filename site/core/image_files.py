"""Pictures as files: whether one is whole, and the same without what it tells of place and owner. Pure functions."""

import io
import struct
import warnings
from typing import IO

from PIL import Image

#: What Pillow raises for files that are cut short, false or hostile.
UNREADABLE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    struct.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)
ORIENTATION = 0x0112
#: Said of a picture that Pillow will not even open for its size.
TOO_MANY = 10**9
_JPEG_START, _JPEG_SCAN, _JPEG_APP1 = b"\xff\xd8", 0xDA, 0xE1
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_DROPPED = {b"eXIf", b"iTXt", b"tEXt", b"zTXt"}
_WEBP_DROPPED = {b"EXIF", b"XMP "}
_WEBP_FLAGS_OF_DROPPED = 0b00001100


def pixel_count(content: bytes) -> int:
    """Pixels of all frames as the file's header tells them, nothing decoded; 0 when it tells none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content)) as image:
                return image.width * image.height * getattr(image, "n_frames", 1)
    except Image.DecompressionBombError:
        return TOO_MANY
    except UNREADABLE:
        return 0


def is_whole(content: bytes) -> bool:
    """Whether every pixel can be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content)) as image:
                image.load()
    except UNREADABLE:
        return False
    return True


def without_metadata(content: bytes) -> bytes:
    """The same picture, pixel for pixel, without EXIF and XMP: place, device, owner. How it is to be turned is kept."""
    if content.startswith(_JPEG_START):
        return _jpeg_without_metadata(content)
    if content.startswith(_PNG_START):
        return _png_without_metadata(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _webp_without_metadata(content)
    return content


def _jpeg_without_metadata(content: bytes) -> bytes:
    parts, place, dropped = [_JPEG_START], 2, False
    while place + 4 <= len(content) and content[place] == 0xFF and content[place + 1] != _JPEG_SCAN:
        end = place + 2 + int.from_bytes(content[place + 2 : place + 4], "big")
        if content[place + 1] == _JPEG_APP1:
            dropped = True
        else:
            parts.append(content[place:end])
        place = end
    if not dropped:
        return content
    parts.insert(1, _orientation_segment(content))
    return b"".join(parts) + content[place:]


def _orientation_segment(content: bytes) -> bytes:
    """An EXIF segment that says nothing but how to turn the picture; empty when it stands upright."""
    with Image.open(io.BytesIO(content)) as image:
        turned = image.getexif().get(ORIENTATION, 1)
    if turned not in range(2, 9):
        return b""
    exif = Image.Exif()
    exif[ORIENTATION] = turned
    data = exif.tobytes()
    return b"\xff\xe1" + (len(data) + 2).to_bytes(2, "big") + data


def _png_without_metadata(content: bytes) -> bytes:
    parts, stream = [_PNG_START], io.BytesIO(content[len(_PNG_START) :])
    while header := stream.read(8):
        body = stream.read(int.from_bytes(header[:4], "big") + 4)
        if header[4:] not in _PNG_DROPPED:
            parts.append(header + body)
    return b"".join(parts)


def _webp_without_metadata(content: bytes) -> bytes:
    parts = [b"WEBP", *_webp_chunks(io.BytesIO(content[12:]))]
    body = b"".join(parts)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _webp_chunks(stream: IO[bytes]) -> list[bytes]:
    kept = []
    while header := stream.read(8):
        size = int.from_bytes(header[4:], "little")
        body = stream.read(size + size % 2)
        if header[:4] in _WEBP_DROPPED:
            continue
        if header[:4] == b"VP8X":
            body = bytes([body[0] & ~_WEBP_FLAGS_OF_DROPPED]) + body[1:]
        kept.append(header + body)
    return kept
