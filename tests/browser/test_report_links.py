"""A responsible contact reports by the link of Monday's letter, without a script; approved, readers see it."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from core.mail.sending import send_due_letters
from forums.resolutions.models import Recommendation
from tests.browser.conftest import overflow
from tests.factories.followup import AssignmentFactory, adopted
from tests.factories.forums import ForumIndexPageFactory, ForumPageFactory


@pytest.fixture
def fund(live_site) -> Recommendation:
    """A one-off whose report is due tomorrow."""
    today = timezone.localdate()
    index = ForumIndexPageFactory(parent=live_site.home)
    forum = ForumPageFactory(
        title="I форум", slug="forum-1", number=1, starts_on=today - dt.timedelta(days=200), parent=index
    )
    adopted(forum, [Recommendation(text="Создать благотворительный фонд", kind=Recommendation.Kind.ONE_OFF)])
    item = Recommendation.objects.get()
    AssignmentFactory(
        recommendation_key=item.translation_key,
        date=today - dt.timedelta(days=100),
        due_on=today + dt.timedelta(days=1),
        contact_email="petrova@novodumsk.example",
    )
    return item


def letter_link(live_site) -> str:
    call_command("send_weekly_letters")
    send_due_letters()
    (letter,) = [one for one in mail.outbox if one.to == ["petrova@novodumsk.example"]]
    return live_site.url + re.search(r"^https?://[^/]+(/report/\S+)$", letter.body, re.MULTILINE)[1]


def test_from_the_letter_to_the_public_page(live_site, fund, editor, open_page):
    contact = open_page(width=320, javascript=False)
    contact.goto(letter_link(live_site))
    assert overflow(contact) <= 0
    contact.check("[name=said][value=in_progress]")
    contact.fill("[name=text]", "Фонд учреждён, устав на регистрации.")
    contact.fill("[name=url]", "https://novodumsk.example/fund")
    contact.wait_for_timeout(2000)
    contact.locator("main button[type=submit]").click()
    contact.wait_for_load_state()
    assert "Фонд учреждён" in contact.inner_text("main")
    assert overflow(contact) <= 0

    editor.goto(f"{live_site.url}/admin/followup/?tab=waiting")
    editor.get_by_role("link", name="Ждёт проверки").click()
    editor.locator("[data-workflow-action-name=approve]").first.click()
    editor.wait_for_url("**/admin/followup/**")

    reader = open_page(width=390, javascript=False)
    reader.goto(f"{live_site.url}{fund.section.page.url}{fund.slug}/")
    assert "Фонд учреждён" in reader.inner_text("main")
    assert reader.locator("a[href='https://novodumsk.example/fund']").count() == 1


def test_every_answer_of_the_link_is_for_everybody(live_site, fund, open_page, checked):
    """The form, the form with faults and the refusal: nothing for axe, no bar sideways at 320 pixels."""
    open_page.expect("422")
    open_page.expect("404")
    page = open_page(width=320)
    address = letter_link(live_site)
    for go in (
        lambda: page.goto(address),
        lambda: page.locator("main button[type=submit]").click(),
        lambda: page.goto(f"{live_site.url}/report/nonsense/"),
    ):
        go()
        page.wait_for_load_state()
        checked(page)
