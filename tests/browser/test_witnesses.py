"""A resident says that something is not done; an editor shows it, the resident's neighbours read it."""

from core.roles import EDITORS
from forums.witnesses.models import Witness
from tests.factories.followup import adopted, forum_on, items_of


def test_from_the_spot_to_the_page(live_site, open_page, sign_in, checked, confirm):
    item = items_of(adopted(forum_on("2017-04-26", 2), ["Поставить скамейку у поликлиники"]))[0]
    page = open_page(width=320, javascript=False)
    page.goto(live_site.url + item.get_absolute_url())
    page.locator(".witnesses a").click()
    page.check("input[name=seen][value=not_done]")
    page.fill("#id_text", "Скамейки нет, была там вчера.")
    page.fill("#id_email", "anna@novodumsk.example")
    page.check("#id_consent")
    page.wait_for_timeout(2000)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/me/sent/")
    confirm(page)

    admin = open_page()
    sign_in(admin, EDITORS)
    admin.goto(f"{live_site.url}/admin/witnesses/")
    admin.locator("form[action$='/publish/'] button").click()
    admin.wait_for_url("**/admin/witnesses/")
    assert Witness.objects.get().published_at

    reader = open_page(width=320)
    reader.goto(live_site.url + item.get_absolute_url())
    assert "Скамейки нет, была там вчера." in reader.inner_text(".witnesses").replace("\N{NO-BREAK SPACE}", " ")
    for path in (item.get_absolute_url(), f"{item.get_absolute_url()}witness/"):
        reader.goto(live_site.url + path)
        checked(reader)
