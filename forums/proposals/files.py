"""What may be sent along with a proposal: a picture, drawn anew without what the camera wrote into it, or a PDF."""

import io
import re

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from .models import ProposalFile

MAX_BYTES = 5 * 1024 * 1024
#: Pictures are made no larger than this on either side.
MAX_SIDE = 1600
MAX_PIXELS = 40_000_000


def read_file(upload: UploadedFile) -> ProposalFile:
    """An unsaved file of a proposal. Raises ``ValidationError`` that says what to send instead."""
    if upload.size is None or upload.size > MAX_BYTES:
        raise ValidationError(_("The file is larger than 5 MB. Choose a smaller one."))
    content = upload.read()
    name = re.sub(r"[^\w .()-]", "", upload.name or "")[-100:].strip() or "file"
    if content.startswith(b"%PDF-"):
        return ProposalFile(name=name, content_type="application/pdf", content=content)
    return ProposalFile(
        name=f"{name.rpartition('.')[0] or name}.jpg", content_type="image/jpeg", content=_drawn(content)
    )


def _drawn(content: bytes) -> bytes:
    """The picture as JPEG, upright, without place and time of the shot."""
    refusal = ValidationError(_("Choose a picture (JPEG, PNG, WebP) or a PDF."))
    try:
        with Image.open(io.BytesIO(content), formats=["JPEG", "PNG", "WEBP"]) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise refusal
            upright = ImageOps.exif_transpose(picture).convert("RGB")
            upright.thumbnail((MAX_SIDE, MAX_SIDE))
            target = io.BytesIO()
            upright.save(target, "JPEG", quality=85)
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise refusal from error
    return target.getvalue()
