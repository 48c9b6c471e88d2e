"""Chromium and a live server. Without Chromium the tests are skipped, but fail where CI=true."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group
from django.test import override_settings
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from core.roles import CHIEF_EDITORS, ROLES
from tests import databases
from tests.absent import absent
from tests.reading import link_in_letter

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

# Playwright's synchronous API keeps an event loop in the thread; Django would refuse the ORM beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    """One Chromium for the whole run."""
    if not CHROMIUM.exists():
        absent(f"Chromium is not installed at {CHROMIUM} (CHROMIUM= names another place)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def live_site(site_committed, live_server):
    """The small site behind a real server; ``live_site.url`` is its address."""
    site_committed.url = live_server.url
    return site_committed


@pytest.fixture
def open_page(browser: Browser):
    """``open_page(width=390, javascript=False, scheme="dark")`` → a fresh page; console errors fail the test.

    ``open_page.expect("422")`` lets those be that say so: a refusal that the test provokes.
    """
    contexts, complaints, expected = [], [], []

    def open_one(width: int = 1440, javascript: bool = True, scheme: str = "light", **options) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=javascript,
            color_scheme=scheme,
            reduced_motion="reduce",
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    open_one.expect = expected.append
    yield open_one
    for context in contexts:
        context.close()
    assert not [said for said in complaints if not any(words in said for words in expected)]


@pytest.fixture
def page(open_page) -> Page:
    """A page 1440 pixels wide."""
    return open_page()


@pytest.fixture(scope="module")
def demo_url(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[str]:
    """The address of a server with the whole demo, which no test changes."""
    with django_db_blocker.unblock(), databases.demo() as media:
        copied = shutil.copytree(media, tmp_path_factory.mktemp("demo") / "media")
        with override_settings(MEDIA_ROOT=copied):
            server = LiveServer("localhost")
            yield server.url
            server.stop()


@pytest.fixture
def violations():
    """``violations(page)`` → what axe finds against WCAG 2.2 AA: rule and the elements concerned."""

    def run(page: Page) -> list[str]:
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental"]
        # Describing what passes takes axe as long as all the rules; the rules are the same.
        options = {"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]}
        found = Axe().run(page, options=options).response["violations"]
        return [f"{rule['id']}: {[node['target'] for node in rule['nodes']]}" for rule in found]

    return run


def overflow(page: Page) -> int:
    """So many pixels stick out sideways."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.fixture
def checked(violations):
    """``checked(page)``: nothing for axe, and no bar sideways."""

    def check(page: Page) -> None:
        assert violations(page) == []
        assert overflow(page) <= 0

    return check


@pytest.fixture
def confirm(live_site):
    """``confirm(page)`` follows the link of the last letter (to an address) and presses the button."""

    def press(page: Page, to: str = "", look: Callable[[Page], None] = lambda page: None) -> None:
        page.goto(live_site.url + link_in_letter(to=to))
        look(page)
        page.locator("main button[type=submit]").click()
        page.wait_for_load_state()

    return press


@pytest.fixture
def sign_in(live_site):
    """``sign_in(page, CHIEF_EDITORS)`` makes an account of that role and signs ``page`` in; gives the account."""

    def enter(page: Page, role: str) -> AbstractUser:
        user = get_user_model().objects.create_user(f"user-{ROLES.index(role)}", "u@novodumsk.example", "secret")
        user.groups.add(Group.objects.get(name=role))
        page.goto(f"{live_site.url}/admin/login/")
        page.fill("[name=username]", user.username)
        page.fill("[name=password]", "secret")
        page.click("button[type=submit]")
        page.wait_for_url("**/admin/")
        return user

    return enter


@pytest.fixture
def editor(live_site, page, settings, sign_in) -> Page:
    """A page in the admin, where a chief editor has signed in.

    ``editor.add(parent, "councils/councilpage")`` opens the form of a new page, ``editor.publish()`` sends it.
    """
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0  # half a form is refused while it is being filled
    sign_in(page, CHIEF_EDITORS)

    def publish() -> None:
        more = page.get_by_role("button", name="Ещё")
        more.or_(page.locator("footer [data-w-dropdown-target=toggle]")).first.click()
        page.locator("[name=action-publish]").click()

    page.add = lambda parent, model: page.goto(f"{live_site.url}/admin/pages/add/{model}/{parent.pk}/")
    page.publish = publish
    return page
