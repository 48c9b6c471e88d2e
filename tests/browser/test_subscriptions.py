"""A resident follows a recommendation, hears of a report and stops; a communications editor sends the newsletter."""

import re

from django.core import mail
from django.utils import timezone

from core.mail.sending import send_due_letters
from home.subscriptions.digests import SETTLING, send_digests
from home.subscriptions.models import Newsletter, Subscription
from tests.factories.followup import ProgressReportFactory, adopted, forum_on, items_of
from tests.factories.home import NewsIndexPageFactory, NewsPageFactory

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def path_in_last_letter(live_site, pattern: str) -> str:
    return live_site.url + re.search(rf"https?://[^/\s]+(/\S*{pattern}\S*/)", mail.outbox[-1].body)[1]


def checked(page, violations) -> None:
    """Nothing for axe, and no bar sideways."""
    assert violations(page) == []
    assert page.evaluate(OVERFLOW) <= 0


def test_from_following_to_the_end_of_it(live_site, open_page, violations):
    item = items_of(adopted(forum_on("2017-04-26", 2), ["Создать единую базу инициатив"]))[0]
    page = open_page(width=320, javascript=False)
    page.goto(live_site.url + item.get_absolute_url())
    page.locator(".follow a").click()
    assert "Создать единую базу" in page.inner_text("main")
    page.fill("#id_email", "anna@novodumsk.example")
    page.check("input[name=frequency][value=at_once]")
    page.check("#id_consent")
    page.check("#id_mailing")
    page.wait_for_timeout(2000)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/me/sent/")
    assert not Subscription.objects.exists()
    page.goto(path_in_last_letter(live_site, "me/link/"))
    page.locator("main button[type=submit]").click()
    one = Subscription.objects.get()

    report = ProgressReportFactory(
        recommendation_key=item.translation_key, live=False, text="Базу открыли для всех.", date=timezone.localdate()
    )
    report.save_revision().publish()
    # As if the resident had come an hour before, and the report had been approved a while ago.
    Subscription.objects.update(told_until=timezone.now() - SETTLING * 60)
    type(report).objects.update(first_published_at=timezone.now() - SETTLING * 5)
    assert send_digests() == 1
    send_due_letters()
    assert "Базу открыли для всех." in mail.outbox[-1].body
    assert item.get_absolute_url() in mail.outbox[-1].body

    with_script = open_page(width=320)
    with_script.goto(path_in_last_letter(live_site, "mail/unsubscribe/"))
    checked(with_script, violations)
    with_script.locator("main button[type=submit]").click()
    with_script.wait_for_load_state()
    checked(with_script, violations)
    assert not Subscription.objects.filter(pk=one.pk).exists()


def test_the_forms_and_my_page_at_320_pixels(live_site, open_page, violations):
    item = items_of(adopted(forum_on("2017-04-26", 2), ["Создать единую базу инициатив"]))[0]
    page = open_page(width=320)
    for path in ("/subscribe/", f"/subscribe/?to=recommendation:{item.translation_key}", "/newsletters/"):
        page.goto(live_site.url + path)
        checked(page, violations)
    page.goto(f"{live_site.url}/subscribe/?to=recommendation:{item.translation_key}")
    page.fill("#id_email", "anna@novodumsk.example")
    page.check("#id_consent")
    page.check("#id_mailing")
    page.wait_for_timeout(2000)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/me/sent/")
    page.goto(path_in_last_letter(live_site, "me/link/"))
    page.locator("main button[type=submit]").click()
    page.wait_for_load_state()
    page.goto(f"{live_site.url}/me/")
    checked(page, violations)
    page.select_option("select[name=frequency]", "daily")
    page.locator("form[action$='/change/'] button").click()
    page.wait_for_url("**/me/")
    assert Subscription.objects.get().frequency == "daily"


def test_the_newsletter_in_three_clicks(live_site, editor):
    NewsPageFactory(parent=NewsIndexPageFactory(parent=live_site.home), title="Открыт сквер")
    type_of_news = live_site.home.get_descendants().last().specific
    type(type_of_news).objects.update(first_published_at=timezone.now())
    editor.goto(f"{live_site.url}/admin/newsletters/new/")
    editor.locator("main form button.button[type=submit]").click()
    editor.wait_for_url(re.compile(r"/newsletters/\d+/$"))
    assert "Открыт сквер" in editor.inner_text("main")
    editor.locator("form[action$='/send/'] button").click()
    editor.wait_for_url("**/admin/newsletters/")
    newsletter = Newsletter.objects.get()
    assert newsletter.sent_at
    editor.goto(live_site.url + newsletter.url)
    assert "Открыт сквер" in editor.inner_text("main")
