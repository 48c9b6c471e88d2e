"""Documents that are uploaded are what their names say."""

import io
import zipfile

import pytest

from core.document_files import is_what_it_says


def archive(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name in names:
            made.writestr(name, "text")
    return target.getvalue()


@pytest.mark.parametrize(
    ("extension", "content", "fits"),
    [
        ("pdf", b"%PDF-1.7 ...", True),
        ("pdf", b"\r\n%PDF-1.4", True),
        ("pdf", b"MZ\x90\x00", False),
        ("docx", archive("[Content_Types].xml", "word/document.xml"), True),
        ("docx", archive("evil.exe"), False),
        ("docx", b"%PDF-1.7", False),
        ("odt", archive("mimetype"), True),
        ("rtf", rb"{\rtf1 text}", True),
        ("rtf", b"<html>", False),
        ("doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", True),
        ("zip", archive("a"), True),
        ("zip", b"Rar!", False),
        ("csv", "имя;год".encode("cp1251"), True),
        ("txt", "имя".encode("utf-16"), True),
        ("txt", b"MZ\x00\x01", False),
    ],
)
def test_content_must_fit_the_extension(extension, content, fits):
    assert is_what_it_says(io.BytesIO(content), extension) is fits
