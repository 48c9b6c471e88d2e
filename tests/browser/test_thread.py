"""The whole thread in a real browser: from a resident's idea to a recommendation, and to what came of it."""

import datetime as dt

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from core.mail.sending import send_due_letters
from core.roles import BODIES, ORGANISERS
from forums.followup.models import BodyMember, ProgressReport
from forums.proposals.models import Proposal
from forums.resolutions.models import Recommendation, ResolutionPage
from home.subscriptions.digests import SETTLING, send_digests
from home.subscriptions.models import Subscription
from tests.factories.core import AddresseeFactory
from tests.factories.followup import AssignmentFactory, OrganisationFactory
from tests.factories.proposals import ProposalPeriodFactory

IDEA = "Поставить скамейки на улице Озёрной"
ITEM = "Создать места отдыха: поставить скамейки на улице Озёрной и у поликлиники"
#: A form filled in faster than this was filled in by a machine.
READING = 2000


@pytest.fixture
def period(live_site):
    AddresseeFactory(title="Органы местного самоуправления", locale=live_site.ru)
    return ProposalPeriodFactory()


def send(page: Page, email: str, *consents: str) -> None:
    """Fill in what every public form asks, and send it."""
    if page.locator("#id_email").count():
        page.fill("#id_email", email)
    for name in consents:
        if page.locator(f"#id_{name}").count():
            page.check(f"#id_{name}")
    page.wait_for_timeout(READING)
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_load_state()


def propose(page: Page, live_site, period, confirm) -> Proposal:
    page.goto(f"{live_site.url}{period.forum.url}proposals/new/")
    page.fill("#id_what", IDEA)
    page.fill("#id_why", "Негде присесть по дороге в поликлинику.")
    send(page, "anna@novodumsk.example", "consent")
    confirm(page)
    return Proposal.objects.get(what=IDEA)


def support_and_follow(page: Page, address: str, confirm) -> None:
    page.goto(address)
    page.locator(".proposals-support a").click()
    send(page, "boris@novodumsk.example", "consent")
    confirm(page)
    page.goto(address)
    page.locator(".follow a").click()
    page.check("input[name=frequency][value=at_once]")
    send(page, "boris@novodumsk.example", "consent", "mailing")
    if not Subscription.objects.exists():
        confirm(page)


def publish_proposal(page: Page, live_site, proposal: Proposal) -> None:
    page.goto(f"{live_site.url}/admin/proposals/")
    page.select_option(f"#id_p{proposal.pk}-verdict", "publish")
    page.fill(f"#id_p{proposal.pk}-sentence", "Предложение обсудит секция.")
    page.locator(f"form[action$='/{proposal.pk}/decide/'] button[type=submit]").click()
    page.locator("form[action$='/publish/'] button[type=submit]").click()
    page.wait_for_load_state()


def draft(page: Page, live_site, period, proposal: Proposal) -> None:
    page.goto(f"{live_site.url}/admin/proposals/board/{period.pk}/")
    page.select_option("#id_addressee", label="Органы местного самоуправления")
    page.fill("#id_text", ITEM)
    page.check(f"input[name=proposals][value='{proposal.pk}'] >> nth=0")
    page.locator("button[value=keep]").click()
    page.wait_for_load_state()


def adopt(page: Page, live_site, period) -> Recommendation:
    """The day came: the forum is over, its document is imported and published."""
    forum = period.forum
    forum.starts_on = forum.ends_on = timezone.localdate() - dt.timedelta(days=1)
    forum.save()
    text = f"РЕЗОЛЮЦИЯ\n{forum.title}\n\nУчастники Форума рекомендуют:\n\nОрганам местного самоуправления:\n- {ITEM}.\n"
    text += "- Регулярно проводить встречи с жителями.\n"
    page.goto(f"{live_site.url}/admin/resolution-import/?forum={forum.pk}")
    page.set_input_files("[name=file]", {"name": "r.txt", "mimeType": "text/plain", "buffer": text.encode()})
    page.select_option("[name=forum]", str(forum.pk))
    page.locator("form[enctype] button[type=submit]").click()
    page.locator("button[name=confirm]").click()
    page.wait_for_url("**/admin/pages/*/edit/**")
    page.get_by_role("button", name="Ещё").or_(page.locator("footer [data-w-dropdown-target=toggle]")).first.click()
    page.locator("[name=action-publish]").click()
    page.wait_for_load_state()
    assert ResolutionPage.objects.get().live
    return Recommendation.objects.get(text__startswith="Создать места отдыха")


def settle(page: Page, live_site, period, proposal: Proposal) -> None:
    page.goto(f"{live_site.url}/admin/proposals/outcomes/{period.pk}/")
    section = page.locator(f"section[aria-labelledby='proposal-{proposal.pk}']")
    expect(section).to_contain_text("Найдено по словам")
    assert section.locator("select option:checked").count() == 1
    section.locator("button[type=submit]").click()
    page.wait_for_load_state()


def report(page: Page, live_site, key) -> None:
    page.goto(f"{live_site.url}/admin/followup/?tab=all")
    page.locator(f"a[href*='progressreport/add'][href*='{key}']").click()
    page.locator("#id_outcome").select_option("in_progress")
    page.locator("#id_text").fill("Первые четыре скамейки стоят у поликлиники.")
    page.locator("[name=action-submit]").click()
    page.wait_for_url("**/admin/followup/**")


def approve(page: Page, live_site) -> None:
    page.goto(f"{live_site.url}/admin/followup/?tab=waiting")
    page.get_by_role("link", name="Ждёт проверки").click()
    page.locator("[data-workflow-action-name=approve]").first.click()
    page.wait_for_url("**/admin/followup/**")


def digest() -> str:
    """What the follower is written to; as if everything had happened a while ago."""
    Subscription.objects.update(told_until=timezone.now() - SETTLING * 60)
    ProgressReport.objects.update(first_published_at=timezone.now() - SETTLING * 5)
    send_digests()
    send_due_letters()
    return mail.outbox[-1].body


def test_from_an_idea_to_what_came_of_it(live_site, period, open_page, sign_in, confirm, settings):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    anna, boris = open_page(width=390, javascript=False), open_page(width=390, javascript=False)
    organiser, clerk = open_page(), open_page()
    sign_in(organiser, ORGANISERS)

    proposal = propose(anna, live_site, period, confirm)
    publish_proposal(organiser, live_site, proposal)
    public = f"{live_site.url}{period.forum.url}proposals/{proposal.number}/"
    support_and_follow(boris, public, confirm)
    assert proposal.supports.count() == 1

    draft(organiser, live_site, period, proposal)
    item = adopt(organiser, live_site, period)
    settle(organiser, live_site, period, proposal)
    boris.goto(public)
    expect(boris.locator("main")).to_contain_text("Создать места отдыха")

    boris.goto(f"{live_site.url}{item.get_absolute_url()}")
    expect(boris.locator("main")).to_contain_text(IDEA)
    boris.locator(".follow a").click()
    boris.check("input[name=frequency][value=at_once]")
    send(boris, "boris@novodumsk.example", "consent", "mailing")
    if Subscription.objects.count() < 2:
        confirm(boris)

    body = OrganisationFactory(title="Управление благоустройства")
    AssignmentFactory(recommendation_key=item.translation_key, date=timezone.localdate(), body=body)
    BodyMember.objects.create(user=sign_in(clerk, BODIES), body=body)
    report(clerk, live_site, item.translation_key)
    approve(organiser, live_site)
    assert "Первые четыре скамейки стоят у поликлиники." in digest()

    anna.goto(f"{live_site.url}/me/")
    anna.locator("form[action$='/me/erase/'] button").click()
    anna.wait_for_load_state()
    boris.goto(f"{live_site.url}{item.get_absolute_url()}")
    expect(boris.locator("main")).to_contain_text(IDEA)
    expect(boris.locator("main")).to_contain_text("Первые четыре скамейки")
    boris.goto(public)
    expect(boris.locator("main")).to_contain_text("Негде присесть")
    assert Proposal.objects.get(pk=proposal.pk).author is None
