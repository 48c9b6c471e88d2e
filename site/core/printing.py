"""Printed pages: a template and its styles become a PDF, with the site's own fonts and nothing from elsewhere."""

import io
from pathlib import Path
from typing import Any

import font_manrope
import plutoprint
from django.template.loader import render_to_string

FONTS = Path(font_manrope.__file__).parent / "files"
FONT_SCHEME = "font:"


class _FontFetcher(plutoprint.ResourceFetcher):
    """Answers ``font:Manrope-Bold.ttf``; refuses every other address, of the network and of the disk."""

    def fetch_url(self, url: str) -> plutoprint.ResourceData:
        name = Path(url.removeprefix(FONT_SCHEME)).name
        if not url.startswith(FONT_SCHEME) or not (FONTS / name).is_file():
            raise ValueError(f"a printed page may not load {url}")
        return plutoprint.ResourceData((FONTS / name).read_bytes(), "font/ttf")


def render_pdf(name: str, context: dict[str, Any], title: str) -> bytes:
    """Return the templates ``name``.html and ``name``.css as a PDF. Nothing is fetched but the site's own fonts.

    Styles name them as ``url(font:Manrope-Bold.ttf)``.
    """
    book = plutoprint.Book(plutoprint.PAGE_SIZE_A4, plutoprint.PAGE_MARGINS_NONE, plutoprint.MEDIA_TYPE_PRINT)
    book.custom_resource_fetcher = _FontFetcher()
    book.load_html(render_to_string(f"{name}.html", context), user_style=render_to_string(f"{name}.css", context))
    book.set_metadata(plutoprint.PDF_METADATA_TITLE, title)
    target = io.BytesIO()
    book.write_to_pdf_stream(target)
    return target.getvalue()
