"""From the form to the door: one comes, one waits, the first gives up, the second takes the place and is let in."""

import pytest
from playwright.sync_api import expect

from core.roles import ORGANISERS
from forums.registration.models import CheckIn, Registration
from tests.browser.conftest import overflow
from tests.factories.registration import QuestionFactory, RegistrationFactory, RegistrationPeriodFactory
from tests.reading import link_in_letter

#: The link of a registration in its owner's letters.
OWN = r"registration/\S+/"


@pytest.fixture
def register(live_site, confirm):
    """``register(page, period, name, email, look)``: fill in the form, open the letter, press the button."""

    def fill(page, period, name: str, email: str, look) -> None:
        page.goto(f"{live_site.url}{period.forum.url}")
        page.locator(f"a.button[href='{period.forum.url}registration/']").click()
        page.fill("#id_name", name)
        page.fill("#id_email", email)
        page.locator("[name=section]").first.check()
        page.locator("[name^=question_]").last.check()
        page.check("#id_consent")
        look(page)
        page.wait_for_timeout(2000)
        page.locator("main form button[type=submit]").click()
        page.wait_for_url("**/me/sent/")
        confirm(page, email)
        look(page)

    return fill


def fits(page) -> None:
    """What can be told of a page without scripts."""
    assert overflow(page) <= 0


def statuses() -> list[str]:
    return list(Registration.objects.order_by("number").values_list("status", flat=True))


def test_from_the_form_to_the_door(live_site, open_page, sign_in, register, checked):
    period = RegistrationPeriodFactory(sections=[("Дворы", 1)])
    QuestionFactory(period=period, text="Нужен ли обед?", kind="yes_no", is_required=True)
    anna = open_page(width=320)
    register(anna, period, "Анна Придуманная", "anna@novodumsk.example", checked)
    boris = open_page(width=390, javascript=False)
    register(boris, period, "Борис Небывалый", "boris@novodumsk.example", fits)
    assert statuses() == ["placed", "waiting"]

    anna.goto(f"{live_site.url}{link_in_letter(OWN, 'anna@novodumsk.example')}")
    checked(anna)
    anna.locator("details:has([value=cancel]) summary").click()
    anna.locator("[value=cancel]").click()
    anna.wait_for_load_state()
    assert statuses() == ["cancelled", "offered"]

    boris.goto(f"{live_site.url}{link_in_letter(OWN, 'boris@novodumsk.example')}")
    boris.locator("[value=take]").click()
    boris.wait_for_load_state()
    assert statuses() == ["cancelled", "placed"]

    door = open_page(width=390)
    sign_in(door, ORGANISERS)
    door.goto(f"{live_site.url}/admin/registration/check-in/")
    door.fill("#door-q", "борис")
    door.locator("[data-door-tap] button").click()
    expect(door.locator("[data-door-count]")).to_have_text("1")
    expect(door.locator("[data-door-state]")).to_be_empty()
    assert Registration.objects.get(name="Борис Небывалый").arrived_at is not None


def test_check_ins_are_kept_without_a_connection(live_site, open_page, sign_in):
    period = RegistrationPeriodFactory()
    RegistrationFactory.create_batch(3, period=period)
    open_page.expect("ERR_INTERNET_DISCONNECTED")
    page = open_page(width=390)
    sign_in(page, ORGANISERS)
    page.goto(f"{live_site.url}/admin/registration/check-in/")
    assert overflow(page) <= 0
    page.context.set_offline(True)
    for number in range(3):
        page.locator("[data-door-tap] button").nth(number).click()
    page.locator("[data-door-tap] button").first.click()
    page.fill("[data-door-walk-in] [name=name]", "Глеб Выдуманный")
    page.locator("[data-door-walk-in] button").click()
    expect(page.locator("[data-door-state]")).to_contain_text("5")
    assert not CheckIn.objects.exists()
    page.context.set_offline(False)
    expect(page.locator("[data-door-state]")).to_be_empty()
    assert CheckIn.objects.count() == 5
    assert Registration.objects.filter(arrived_at__isnull=False).count() == 3
    page.reload()
    assert page.locator("[data-door-count]").inner_text() == "3"
