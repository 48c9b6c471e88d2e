"""Pictures for shared links, drawn by the server: the page's title, what it is, the town. One for each address.

The address carries the words, signed: nobody can have the site draw words of their own. A drawn picture is kept in the
storage of files, under the words' digest.
"""

import hashlib
import io
from pathlib import Path

import font_manrope
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils.text import Truncator
from PIL import Image, ImageDraw, ImageFont

from .colours import mix

WIDTH, HEIGHT, EDGE = 1200, 630, 72
SIGNER = Signer(salt="core.share")
FONTS = Path(font_manrope.__file__).parent / "files"
#: Sizes that a title is tried in, and the most lines of it.
TITLE_SIZES, MOST_LINES = (76, 64, 54, 46), 5


class UnknownPicture(Exception):
    """No page of this site asks for such a picture."""


def picture_address(title: str, label: str, town: str, accent: str) -> str:
    """Where the picture with these words is: ``label`` says what the page is, ``accent`` is ``#rrggbb``."""
    words = [Truncator(title).chars(160), label, town, accent]
    return reverse("core:share", args=[SIGNER.sign_object(words, compress=True)])


def picture(token: str) -> bytes:
    """The PNG that the last step of :func:`picture_address` asks for. Raises :class:`UnknownPicture`."""
    try:
        title, label, town, accent = SIGNER.unsign_object(token)
    except (BadSignature, ValueError) as error:
        raise UnknownPicture from error
    digest = hashlib.sha256("\0".join((title, label, town, accent)).encode()).hexdigest()[:32]
    name = f"share/{digest}.png"
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(draw(title, label, town, accent)))
    with default_storage.open(name) as kept:
        return kept.read()


def draw(title: str, label: str, town: str, accent: str) -> bytes:
    """A PNG of 1200 × 630 pixels: white words on the darkened accent."""
    ground = mix(accent, "#0c1626", 0.45)
    image = Image.new("RGB", (WIDTH, HEIGHT), ground)
    pen = ImageDraw.Draw(image)
    pen.rectangle([0, HEIGHT - 14, WIDTH, HEIGHT], fill=mix(accent, "#ffffff", 0.35))
    top = EDGE
    if label:
        font = _font("SemiBold", 30)
        width = pen.textlength(label, font)
        pen.rounded_rectangle([EDGE, top, EDGE + width + 44, top + 58], 29, fill=mix(accent, "#ffffff", 0.85))
        pen.text((EDGE + 22, top + 28), label, font=font, fill=ground, anchor="lm")
        top += 96
    for size in TITLE_SIZES:
        font = _font("Bold", size)
        lines = _lines(pen, title, font)
        if len(lines) * size * 1.2 <= HEIGHT - EDGE - 90 - top and len(lines) <= MOST_LINES:
            break
    for line in lines[:MOST_LINES]:
        pen.text((EDGE, top), line, font=font, fill="#ffffff")
        top += round(font.size * 1.2)
    pen.text((EDGE, HEIGHT - EDGE), town, font=_font("Medium", 32), fill=mix(accent, "#ffffff", 0.75), anchor="ls")
    buffer = io.BytesIO()
    image.quantize(32).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"Manrope-{weight}.ttf", size)


def _lines(pen: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """``text`` in lines that fit between the edges; a no-break space holds its words together."""
    lines: list[str] = []
    for word in text.replace("\n", " ").split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and pen.textlength(longer, font) <= WIDTH - 2 * EDGE:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
