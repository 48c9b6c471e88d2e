"""Documents as files: whether one is what its name says."""

import zipfile
from typing import IO

#: How files begin, by extension.
BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    "pdf": (b"%PDF-",),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"),
    "rtf": (b"{\\rtf",),
    "zip": (b"PK\x03\x04", b"PK\x05\x06"),
}
#: A member that an archive of the kind has.
MEMBERS = {
    "docx": "[Content_Types].xml",
    "xlsx": "[Content_Types].xml",
    "pptx": "[Content_Types].xml",
    "odt": "mimetype",
}
TEXTS = {"csv", "html", "md", "txt"}
#: PDFs may have some bytes before their mark.
LOOKED_AT = 1024


def is_what_it_says(file: IO[bytes], extension: str) -> bool:
    """Whether the content fits the extension; extensions that are not known here are left to the allow-list."""
    file.seek(0)
    start = file.read(LOOKED_AT)
    if extension == "pdf":
        return BEGINNINGS["pdf"][0] in start
    if extension in BEGINNINGS:
        return start.startswith(BEGINNINGS[extension])
    if extension in MEMBERS:
        file.seek(0)
        try:
            with zipfile.ZipFile(file) as archive:
                return MEMBERS[extension] in archive.namelist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            return False
    if extension in TEXTS:
        return start.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" not in start
    return True
