"""Pictures that visitors send: drawn anew, upright, without what the camera wrote into them."""

import io

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from PIL import Image, ImageOps, UnidentifiedImageError

MAX_BYTES = 5 * 1024 * 1024
#: Pictures are made no larger than this on either side.
MAX_SIDE = 1600
MAX_PIXELS = 40_000_000


def drawn_anew(content: bytes, refusal: str | Promise) -> bytes:
    """The picture as JPEG. Raises ``ValidationError`` with the words of ``refusal`` for what is no picture."""
    refused = ValidationError(refusal)
    try:
        with Image.open(io.BytesIO(content), formats=["JPEG", "PNG", "WEBP"]) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise refused
            upright = ImageOps.exif_transpose(picture).convert("RGB")
            upright.thumbnail((MAX_SIDE, MAX_SIDE))
            target = io.BytesIO()
            upright.save(target, "JPEG", quality=85)
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise refused from error
    return target.getvalue()
