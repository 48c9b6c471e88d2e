"""HTML to PDF, with nothing fetched from anywhere: only the fonts that come with the site."""

import io
from pathlib import Path

import font_manrope
import plutoprint
from django.template.loader import render_to_string

FONTS = Path(font_manrope.__file__).parent / "files"
SCHEME = "font:"


class _FontsOnly(plutoprint.ResourceFetcher):
    """Answers ``font:Manrope-Bold.ttf``; refuses every other address, of the network and of the disk."""

    def fetch_url(self, url: str) -> plutoprint.ResourceData:
        name = Path(url.removeprefix(SCHEME)).name
        if not url.startswith(SCHEME) or not (FONTS / name).is_file():
            raise ValueError(f"a printed page may not load {url}")
        return plutoprint.ResourceData((FONTS / name).read_bytes(), "font/ttf")


def render_pdf(name: str, context: dict, title: str) -> bytes:
    """The templates ``name``.html and ``name``.css as a PDF. Styles name fonts as ``url(font:Manrope-Bold.ttf)``."""
    book = plutoprint.Book(plutoprint.PAGE_SIZE_A4, plutoprint.PAGE_MARGINS_NONE, plutoprint.MEDIA_TYPE_PRINT)
    book.custom_resource_fetcher = _FontsOnly()
    book.load_html(render_to_string(f"{name}.html", context), user_style=render_to_string(f"{name}.css", context))
    book.set_metadata(plutoprint.PDF_METADATA_TITLE, title)
    target = io.BytesIO()
    book.write_to_pdf_stream(target)
    return target.getvalue()
