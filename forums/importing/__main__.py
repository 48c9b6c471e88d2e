"""The process of the import: a file on standard input, its lines with roles as JSON on standard output.

Run by :func:`forums.importing.process.annotate_file`, within the bounds of ``documents.__main__``.
"""

import sys

from documents import read
from documents.__main__ import serve
from forums.importing.parser import annotate


def main(name: str) -> None:
    """Answer for a file called *name*."""
    serve(lambda data: {"annotated": annotate(read(data, name)).to_json()})


if __name__ == "__main__":
    main(*sys.argv[1:])
