"""What may be sent along with a proposal: a picture, drawn anew without what the camera wrote into it, or a PDF."""

import re

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from core.sent_pictures import MAX_BYTES, drawn_anew

from .models import ProposalFile


def read_file(upload: UploadedFile) -> ProposalFile:
    """An unsaved file of a proposal. Raises ``ValidationError`` that says what to send instead."""
    if upload.size is None or upload.size > MAX_BYTES:
        raise ValidationError(_("The file is larger than 5 MB. Choose a smaller one."))
    content = upload.read()
    name = re.sub(r"[^\w .()-]", "", upload.name or "")[-100:].strip() or "file"
    if content.startswith(b"%PDF-"):
        return ProposalFile(name=name, content_type="application/pdf", content=content)
    picture = drawn_anew(content, _("Choose a picture (JPEG, PNG, WebP) or a PDF."))
    return ProposalFile(name=f"{name.rpartition('.')[0] or name}.jpg", content_type="image/jpeg", content=picture)
