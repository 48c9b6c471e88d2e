"""Reads one file from standard input and writes its text; run as a script, knows nothing of the site.

Files come from outside: memory and processor time are bounded before a byte is looked at.
"""

import io
import sys
from collections.abc import Iterator

_MAX_MEMORY = 1_500 * 1024 * 1024
_MAX_PROCESSOR_SECONDS = 25
_MAX_PAGES = 500


def bound() -> None:
    """Limit what this process may take. (Windows has no such limits; the time limit outside remains.)"""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MAX_MEMORY, _MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_MAX_PROCESSOR_SECONDS, _MAX_PROCESSOR_SECONDS))


def read_docx(data: bytes) -> Iterator[str]:
    import docx
    from docx.table import Table

    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield " ".join(cell.text for cell in row.cells)
        else:
            yield block.text


def read_odt(data: bytes) -> Iterator[str]:
    import odfdo

    for element in odfdo.Document(io.BytesIO(data)).body.get_elements("//text:p|//text:h"):
        yield element.inner_text


def read_pdf(data: bytes) -> Iterator[str]:
    import pypdf

    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(data)).pages):
        if number >= _MAX_PAGES:
            return
        yield page.extract_text()


def read_txt(data: bytes) -> Iterator[str]:
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1251"):
        try:
            yield data.decode(encoding)
            return
        except UnicodeDecodeError:
            continue
    yield data.decode("cp1251", errors="replace")


READERS = {"docx": read_docx, "odt": read_odt, "pdf": read_pdf, "txt": read_txt}


def main() -> None:
    bound()
    read = READERS[sys.argv[1]]
    data = sys.stdin.buffer.read()
    for part in read(data):
        sys.stdout.buffer.write(part.encode("utf-8", errors="replace") + b"\n")


if __name__ == "__main__":
    main()
