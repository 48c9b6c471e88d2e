"""Pictures of the demo's main pages for ``docs/screens``: ``python -m tests.screens ADDRESS`` (``make screens``)."""

import os
import sys
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FOLDER = Path(__file__).resolve().parents[1] / "docs" / "screens"
PAGES = {
    "front": "/",
    "progress": "/forums/forum-4/progress/",
    "resolution": "/forums/forum-3/resolution/",
    "recommendation": "/forums/forum-3/resolution/1-1/",
    "councils": "/councils/",
    "projects": "/projects/",
    "practices": "/practices/",
    "contests": "/contests/",
}
#: Name, width, further options of the browser, the look's cookie, the medium.
WAYS: list[tuple[str, int, dict[str, Any], str, str]] = [
    ("390", 390, {}, "", "screen"),
    ("1440", 1440, {}, "", "screen"),
]
#: The first three pages in the other looks as well.
OTHER_WAYS: list[tuple[str, int, dict[str, Any], str, str]] = [
    ("1440-dark", 1440, {"color_scheme": "dark"}, "", "screen"),
    ("390-low-vision", 390, {}, "150.bw.wide", "screen"),
    ("print", 794, {}, "", "print"),
]
#: What is lower on a page is cut off: the files stay small.
TALLEST = 2600


def take(browser: Browser, address: str, name: str, path: str, way: tuple[str, int, dict[str, Any], str, str]) -> None:
    kind, width, options, look, medium = way
    context = browser.new_context(viewport={"width": width, "height": TALLEST}, reduced_motion="reduce", **options)
    if look:
        context.add_cookies([{"name": "view", "value": look, "url": address}])
    page = context.new_page()
    page.emulate_media(media=medium)
    page.goto(address + path, wait_until="networkidle")
    taken = FOLDER / f"{name}-{kind}.png"
    page.screenshot(path=taken)
    context.close()
    with Image.open(taken) as picture:
        picture.convert("RGB").save(taken.with_suffix(".webp"), quality=60, method=6)
    taken.unlink()


def main(address: str) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for place, (name, path) in enumerate(PAGES.items()):
            for way in (*WAYS, *(OTHER_WAYS if place < 3 else ())):
                take(browser, address, name, path, way)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
