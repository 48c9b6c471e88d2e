"""What is private or unpublished shows nowhere: every public address is asked, and what each role may open."""

import io
import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client
from openpyxl import load_workbook
from wagtail.models import Page, PageViewRestriction

SECRET = "Тайна"
#: Pages without which there is no site to walk.
SHELL = ("homepage", "indexpage", "contentpage", "feedbackpage", "registerpage")
#: Where a walk starts that no link leads to.
STARTS = ("/", "/en/", "/sitemap.xml", "/robots.txt", "/search/?q=%D1%82%D0%B0%D0%B9%D0%BD%D0%B0", "/nowhere/")
IN_THE_ADMIN = (
    "/admin/",
    "/admin/pages/",
    "/admin/choose-page/",
    "/admin/choose-page/search/?q=%D0%A2%D0%B0%D0%B9%D0%BD%D0%B0",
    "/admin/pages/search/?q=%D0%A2%D0%B0%D0%B9%D0%BD%D0%B0",
    "/admin/reports/site-history/",
    "/admin/reports/aging-pages/",
    "/admin/reports/locked/",
    "/admin/reports/page-types-usage/",
)
LINK = re.compile(r"""(?:href|src|action|data-[\w-]+)=["']([^"'#]+)|<loc>([^<]+)</loc>|<link [^>]*href="([^"]+)""")
#: Enough for every kind of address of the demo; lists have more pages than that.
MOST = 700


def hide(how: str, kinds: set[str] | None) -> int:
    """Give pages of content a secret title, and make them unpublished or private; the number of such pages."""
    pages = [page for page in Page.objects.filter(depth__gt=2, live=True) if is_content(page, kinds)]
    for page in pages:
        changes = {
            "title": f"{SECRET} {page.pk}",
            "draft_title": f"{SECRET} {page.pk}",
            "seo_title": "",
            "search_description": "",
        }
        Page.objects.filter(pk=page.pk).update(**changes, live=how != "unpublished")
        if how == "private":
            PageViewRestriction.objects.create(page_id=page.pk, restriction_type=PageViewRestriction.LOGIN)
    call_command("reindex", verbosity=0)
    return len(pages)


def is_content(page: Page, kinds: set[str] | None) -> bool:
    kind = page.content_type.model
    return kind in kinds if kinds else not kind.endswith(SHELL)


def kind_of(address: str) -> str:
    """Addresses that differ in numbers and pages of lists only are of one kind."""
    parts = urlsplit(address)
    return re.sub(r"\d+", "0", unquote(parts.path)) + "?" + re.sub(r"=[^&]*", "", parts.query)


def words_of(response) -> str:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    kind = response.get("Content-Type", "")
    if "spreadsheet" in kind:
        sheets = load_workbook(io.BytesIO(body), read_only=True)
        return " ".join(str(cell) for sheet in sheets for row in sheet.values for cell in row if cell)
    return unescape(body.decode(errors="replace")) if not kind.startswith(("image/", "font/")) else ""


def walk(client: Client, starts: tuple[str, ...], inside: str = "/") -> Iterator[tuple[str, str]]:
    """Every address that can be reached, with what it says."""
    waiting, seen = deque(starts), set()
    while waiting and len(seen) < MOST:
        address = waiting.popleft()
        if kind_of(address) in seen:
            continue
        seen.add(kind_of(address))
        response = client.get(address)
        assert response.status_code < 500, address
        if response.status_code in (301, 302):
            waiting.append(urlsplit(response["Location"])._replace(scheme="", netloc="").geturl())
            continue
        text = words_of(response)
        yield address, text
        for found in LINK.findall(text):
            target = urljoin(f"http://127.0.0.1{address}", next(filter(None, found)))
            parts = urlsplit(target)
            if (
                parts.hostname == "127.0.0.1"
                and parts.path.startswith(inside)
                and not parts.path.startswith("/static/")
            ):
                waiting.append(parts._replace(scheme="", netloc="", fragment="").geturl())


#: A page is shown by those that name it, so these are hidden while the others are there.
NAMED = {"councilpage", "contestpage", "resolutionpage", "eventpage"}
NAMING = {"practicepage", "newspage", "documentpage"}


@pytest.mark.parametrize(
    ("how", "kinds"),
    [
        ("private", None),
        ("private", NAMED),
        ("unpublished", NAMED),
        ("private", NAMING),
        ("unpublished", {"projectpage"}),
        ("private", {"projectpage"}),
    ],
)
def test_no_public_address_tells_of_what_is_hidden(demo, how, kinds):
    assert hide(how, kinds) >= 5
    leaks, count = leaks_on(walk(Client(HTTP_HOST="127.0.0.1"), STARTS))
    assert not leaks
    assert count > 100


def leaks_on(walked: Iterator[tuple[str, str]]) -> tuple[list[str], int]:
    """Addresses that tell of something hidden, with the words around it, and how many were asked."""
    leaks, count = [], 0
    for address, text in walked:
        count += 1
        # The words that somebody searched for are shown to them.
        said = text.replace('value="Тайна"', "") if "q=" in address else text
        if match := re.search(rf"{SECRET} \d", said):
            leaks.append(f"{address}: {said[max(0, match.start() - 90) : match.end()]!r}")
    return leaks, count


@pytest.mark.parametrize("username", ["ispolnitel"])
def test_who_edits_no_pages_hears_of_no_drafts(demo, username):
    """A responsible body works in the admin: choosers, reports and lists tell it what everybody may read."""
    hide("unpublished", None)
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(get_user_model().objects.get(username=username))
    leaks, count = leaks_on(walk(client, IN_THE_ADMIN, inside="/admin/"))
    assert not leaks
    assert count > 12
