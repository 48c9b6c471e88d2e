"""A resident says that something is not done; an editor shows it, the resident's neighbours read it."""

import re

from django.contrib.auth.models import Group
from django.core import mail

from core.roles import EDITORS
from forums.witnesses.models import Witness
from tests.factories.followup import UserFactory, adopted, forum_on, items_of

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_from_the_spot_to_the_page(live_site, open_page, violations):
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
    path = re.search(r"https?://[^/\s]+(/\S*me/link/\S+/)", mail.outbox[-1].body)[1]
    page.goto(live_site.url + path)
    page.locator("main button[type=submit]").click()

    user = UserFactory(username="editor")
    user.set_password("secret")
    user.save()
    user.groups.add(Group.objects.get(name=EDITORS))
    admin = open_page()
    admin.goto(f"{live_site.url}/admin/login/")
    admin.fill("[name=username]", "editor")
    admin.fill("[name=password]", "secret")
    admin.click("button[type=submit]")
    admin.goto(f"{live_site.url}/admin/witnesses/")
    admin.locator("form[action$='/publish/'] button").click()
    admin.wait_for_url("**/admin/witnesses/")
    assert Witness.objects.get().published_at

    reader = open_page(width=320)
    reader.goto(live_site.url + item.get_absolute_url())
    assert "Скамейки нет, была там вчера." in reader.inner_text(".witnesses").replace("\N{NO-BREAK SPACE}", " ")
    for path in (item.get_absolute_url(), f"{item.get_absolute_url()}witness/"):
        reader.goto(live_site.url + path)
        assert violations(reader) == []
        assert reader.evaluate(OVERFLOW) <= 0
