"""A resident follows a recommendation, hears of a report and stops; a communications editor sends the newsletter."""

import re

from django.core import mail
from django.utils import timezone

from core.mail.sending import send_due_letters
from home.subscriptions.digests import SETTLING, send_digests
from home.subscriptions.models import Newsletter, Subscription
from tests.factories.followup import ProgressReportFactory, adopted, forum_on, items_of
from tests.factories.home import NewsIndexPageFactory, NewsPageFactory
from tests.reading import link_in_letter


def test_from_following_to_the_end_of_it(live_site, open_page, checked, confirm):
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
    confirm(page)
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
    with_script.goto(live_site.url + link_in_letter(r"mail/unsubscribe/\S+/"))
    checked(with_script)
    with_script.locator("main button[type=submit]").click()
    with_script.wait_for_load_state()
    checked(with_script)
    assert not Subscription.objects.filter(pk=one.pk).exists()


def test_the_forms_and_my_page_at_320_pixels(live_site, open_page, checked, confirm):
    item = items_of(adopted(forum_on("2017-04-26", 2), ["Создать единую базу инициатив"]))[0]
    page = open_page(width=320)
    for path in ("/subscribe/", f"/subscribe/?to=recommendation:{item.translation_key}", "/newsletters/"):
        page.goto(live_site.url + path)
        checked(page)
    page.goto(f"{live_site.url}/subscribe/?to=recommendation:{item.translation_key}")
    page.fill("#id_email", "anna@novodumsk.example")
    page.check("#id_consent")
    page.check("#id_mailing")
    page.wait_for_timeout(2000)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/me/sent/")
    confirm(page)
    page.goto(f"{live_site.url}/me/")
    checked(page)
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
