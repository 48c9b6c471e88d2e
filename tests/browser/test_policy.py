"""The admin under a policy that lets no inline script run: every screen is opened, any complaint fails."""

import re
from collections import deque

from core.roles import ADMINISTRATORS
from tests.factories.home import NewsPageFactory

#: Not screens: they end the session, ask for a choice made before, or give a file.
LEFT_OUT = re.compile(r"/(logout|bulk|export)|\.(xlsx|csv|pdf|docx)|export=")
#: Where no link leads.
STARTS = (
    "/admin/",
    "/admin/account/",
    "/admin/second-factor/setup/",
    "/admin/searchpicks/add/",
    "/admin/images/multiple/add/",
)
MOST = 90


def kind_of(address: str) -> str:
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+", "N", address.partition("?")[0])


def test_no_screen_of_the_admin_needs_an_inline_script(live_site, open_page, settings, sign_in):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    NewsPageFactory(parent=live_site.home)
    page = open_page(timezone_id="Asia/Yekaterinburg")
    sign_in(page, ADMINISTRATORS)
    waiting, seen = deque(STARTS), set()
    while waiting and len(seen) < MOST:
        address = waiting.popleft()
        if kind_of(address) in seen or LEFT_OUT.search(address):
            continue
        seen.add(kind_of(address))
        page.goto(f"{live_site.url}{address}")
        for link in page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))"):
            if link.startswith("/admin/"):
                waiting.append(link.partition("#")[0])
    assert len(seen) > 60


def test_widgets_work_all_the_same(live_site, open_page, settings, sign_in):
    """A date's calendar and a page's chooser open, though nothing in the page started them by a script."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    news = NewsPageFactory(parent=live_site.home)
    page = open_page()
    sign_in(page, ADMINISTRATORS)
    page.goto(f"{live_site.url}/admin/pages/{news.pk}/edit/")
    page.click("[name=date]")
    page.locator(".xdsoft_datetimepicker:visible").wait_for()
    page.keyboard.press("Escape")
    assert page.locator("template[data-call]").count() == 0
