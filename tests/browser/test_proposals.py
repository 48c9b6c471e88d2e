"""A resident proposes, confirms, looks at «Моя страница» and is erased; another supports without a script."""

import re

from forums.proposals.models import Proposal
from tests.factories.proposals import ProposalFactory, ProposalPeriodFactory


def test_from_the_form_to_erasure(live_site, open_page, checked, confirm):
    period = ProposalPeriodFactory()
    ProposalFactory(period=period, number=7, what="Установить скамейки на улице Набережной")
    page = open_page(width=320)
    page.goto(f"{live_site.url}{period.forum.url}proposals/new/")
    page.locator("#id_what").press_sequentially("Поставить скамейку на Набережной улице", delay=5)
    page.wait_for_selector(".proposals-similar")
    assert page.locator(".proposals-similar a").first.get_attribute("href").endswith("/proposals/7/")
    checked(page)
    page.fill("#id_why", "Негде присесть по дороге в поликлинику.")
    page.fill("#id_email", "anna@novodumsk.example")
    page.check("#id_consent")
    page.wait_for_timeout(2000)
    page.get_by_role("button", name=re.compile("Отправить|Send")).click()
    page.wait_for_url("**/me/sent/")
    checked(page)
    confirm(page, look=checked)
    page.goto(f"{live_site.url}/me/")
    checked(page)
    assert "Поставить скамейку" in page.inner_text("main")
    assert Proposal.objects.get(number=1).status == "received"
    page.locator("form[action$='/me/erase/'] button").click()
    page.wait_for_load_state()
    checked(page)
    assert not Proposal.objects.filter(number=1).exists()


def test_supporting_without_a_script(live_site, open_page, confirm):
    period = ProposalPeriodFactory()
    proposal = ProposalFactory(period=period, number=7)
    page = open_page(width=390, javascript=False)
    page.goto(f"{live_site.url}{period.forum.url}proposals/7/")
    page.locator(".proposals-support a").click()
    page.fill("#id_email", "boris@novodumsk.example")
    page.check("#id_consent")
    page.wait_for_timeout(2000)
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/me/sent/")
    confirm(page)
    page.goto(f"{live_site.url}{period.forum.url}proposals/7/")
    assert "1" in page.inner_text(".proposals-support")
    assert proposal.supports.count() == 1
