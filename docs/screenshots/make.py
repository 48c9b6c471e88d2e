"""Take the screenshots anew from a running site with the demo content.

    .venv/bin/python docs/screenshots/make.py ADDRESS LOGIN PASSWORD [NAME ...]

``make serve`` prints all three. Chromium is taken from ``CHROMIUM`` or ``/usr/bin/chromium``. Each picture becomes
``docs/screenshots/NAME.png``, without names all of them. What is uploaded on the way is deleted again.
"""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

from docx import Document
from PIL import Image
from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
VIEWPORT = {"width": 1280, "height": 860}
LARGEST = 250_000
TIMEOUT = 30_000
DOCUMENT = (
    (None, "РЕЗОЛЮЦИЯ"),
    (None, "IX Общественного форума города Новодумска"),
    (None, "«Дворы, где знают соседей»"),
    (None, "14 мая 2025 года"),
    (None, "Мы, участники форума, отмечаем, что всё больше дворов жители обустраивают сами."),
    (None, "Участники форума рекомендуют:"),
    (None, "Органам местного самоуправления:"),
    ("List Bullet", "Создать единую базу городских социальных проектов."),
    ("List Bullet", "Регулярно проводить ярмарки вакансий. Возродить семинары по теме ЖКХ."),
    (None, "Некоммерческим организациям:"),
    ("List Bullet", "Укреплять связи между поколениями."),
    (None, "Резолюция принята открытым голосованием."),
)


class Site:
    """The running site and the browser's page, signed in."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address.rstrip("/")

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)

    def sign_in(self, login: str, password: str) -> None:
        self.open("/admin/login/")
        self.page.fill("[name=username]", login)
        self.page.fill("[name=password]", password)
        self.page.click("button[type=submit]")
        self.page.wait_for_url("**/admin/")

    def number(self, *slugs: str, language: str = "ru") -> int:
        """The primary key of a page by its slug and, after it, those of its descendants."""
        parent: dict[str, int] = {}
        for slug in slugs:
            found = self.ask(slug=slug, locale="ru", **parent)
            parent = {"child_of": found}
        return found if language == "ru" else self.ask(translation_of=found, locale=language)

    def ask(self, **params: str | int) -> int:
        """The first page that the admin's own interface names."""
        answer = self.page.request.get(f"{self.address}/admin/api/main/pages/", params=params)
        return answer.json()["items"][0]["id"]

    def edit(self, *slugs: str, language: str = "ru") -> None:
        self.open(f"/admin/pages/{self.number(*slugs, language=language)}/edit/")


def word_file() -> bytes:
    document = Document()
    for style, text in DOCUMENT:
        document.add_paragraph(text, style=style)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def front(site: Site) -> None:
    site.open("/")
    site.page.evaluate("scrollTo(0, 340)")


def resolution(site: Site) -> None:
    site.open("/forums/forum-3/resolution/")
    site.page.locator(".items__item").first.scroll_into_view_if_needed()
    site.page.evaluate("scrollBy(0, 250)")


def review(site: Site) -> None:
    site.open("/admin/resolution-import/")
    file = {"name": "резолюция.docx", "mimeType": "", "buffer": word_file()}
    site.page.set_input_files("input[type=file]", file)
    site.page.click("form[enctype] button[type=submit]")
    site.page.locator("[data-import-counts]").wait_for()


def discard(site: Site) -> None:
    """Delete the review that :func:`review` has begun."""
    site.open("/admin/resolution-import/")
    site.page.locator("tr", has_text="резолюция.docx").locator("button[name=cancel]").first.click()


def draft(site: Site) -> None:
    site.edit("forum-3", "resolution")
    site.page.locator("footer [data-w-dropdown-target=toggle]").first.click()


def translate(site: Site) -> None:
    site.edit("forum-3", "resolution", language="en")
    site.page.wait_for_timeout(3000)


def programme(site: Site) -> None:
    site.edit("forum-4")
    site.page.locator("[id$=-programme-section]").evaluate("section => section.scrollIntoView()")


def board(site: Site) -> None:
    site.open("/admin/followup/")


def boundary(site: Site) -> None:
    site.edit("staraya-pristan")
    tools = site.page.locator("[data-boundary-tools]")
    tools.wait_for()
    tools.scroll_into_view_if_needed()
    site.page.evaluate("document.querySelector('[data-boundary-tools]').scrollIntoView({block: 'center'})")


def projects(site: Site) -> None:
    site.open(f"/admin/projects/import/{site.number('projects')}/")


SHOTS: dict[str, Callable[[Site], None]] = {
    shot.__name__: shot for shot in (front, resolution, review, draft, translate, programme, board, boundary, projects)
}
AFTER = {"review": discard}


def save(picture: bytes, name: str) -> None:
    """A palette keeps text sharp and the file small."""
    file = HERE / f"{name}.png"
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for colours in (256, 128, 64):
        image.quantize(colours, dither=Image.Dither.NONE).save(file, optimize=True)
        if file.stat().st_size <= LARGEST:
            break
    sys.stdout.write(f"{file.name}: {file.stat().st_size // 1000} kB\n")


def main(address: str, login: str, password: str, *names: str) -> None:
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=VIEWPORT, locale="ru-RU", reduced_motion="reduce")
        page.set_default_timeout(TIMEOUT)
        site = Site(page, address)
        site.sign_in(login, password)
        for name in names or SHOTS:
            SHOTS[name](site)
            page.wait_for_timeout(500)
            save(page.screenshot(), name)
            if name in AFTER:
                AFTER[name](site)
        browser.close()


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
