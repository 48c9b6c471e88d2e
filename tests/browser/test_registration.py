"""From the form to the door: one comes, one waits, the first gives up, the second takes the place and is let in."""

import re

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from playwright.sync_api import expect

from core.roles import ORGANISERS
from forums.registration.models import CheckIn, Registration
from tests.factories.registration import QuestionFactory, RegistrationFactory, RegistrationPeriodFactory

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OWN = re.compile(r"https?://[^/\s]+(/\S*registration/\S+/)")
LINK = re.compile(r"https?://[^/\s]+(/\S*me/link/\S+/)")


def path_in(pattern, address: str) -> str:
    """The link in the last letter to ``address``."""
    letter = next(one for one in reversed(mail.outbox) if one.to == [address] and pattern.search(one.body))
    return pattern.search(letter.body)[1]


def checked(page, violations) -> None:
    """Nothing for axe, and no bar sideways."""
    assert violations(page) == []
    assert page.evaluate(OVERFLOW) <= 0


def register(page, live_site, period, violations, name: str, email: str) -> None:
    """Fill in the form, open the letter, press the button."""
    page.goto(f"{live_site.url}{period.forum.url}")
    page.locator(f"a.button[href='{period.forum.url}registration/']").click()
    page.fill("#id_name", name)
    page.fill("#id_email", email)
    page.locator("[name=section]").first.check()
    page.locator("[name^=question_]").last.check()
    page.check("#id_consent")
    checked(page, violations)
    page.wait_for_timeout(2000)
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/me/sent/")
    page.goto(f"{live_site.url}{path_in(LINK, email)}")
    page.locator("main button[type=submit]").click()
    page.wait_for_load_state()
    checked(page, violations)


def statuses() -> list[str]:
    return list(Registration.objects.order_by("number").values_list("status", flat=True))


def test_from_the_form_to_the_door(live_site, open_page, violations):
    period = RegistrationPeriodFactory(sections=[("Дворы", 1)])
    QuestionFactory(period=period, text="Нужен ли обед?", kind="yes_no", is_required=True)
    anna = open_page(width=320)
    register(anna, live_site, period, violations, "Анна Придуманная", "anna@novodumsk.example")
    boris = open_page(width=390, javascript=False)
    register(boris, live_site, period, lambda page: [], "Борис Небывалый", "boris@novodumsk.example")
    assert statuses() == ["placed", "waiting"]

    anna.goto(f"{live_site.url}{path_in(OWN, 'anna@novodumsk.example')}")
    checked(anna, violations)
    anna.locator("details:has([value=cancel]) summary").click()
    anna.locator("[value=cancel]").click()
    anna.wait_for_load_state()
    assert statuses() == ["cancelled", "offered"]

    boris.goto(f"{live_site.url}{path_in(OWN, 'boris@novodumsk.example')}")
    boris.locator("[value=take]").click()
    boris.wait_for_load_state()
    assert statuses() == ["cancelled", "placed"]

    door = organisers_page(live_site, open_page, width=390)
    door.goto(f"{live_site.url}/admin/registration/check-in/")
    door.fill("#door-q", "борис")
    door.locator("[data-door-tap] button").click()
    expect(door.locator("[data-door-count]")).to_have_text("1")
    expect(door.locator("[data-door-state]")).to_be_empty()
    assert Registration.objects.get(name="Борис Небывалый").arrived_at is not None


def organisers_page(live_site, open_page, **options):
    """A page in the admin, signed in as an organiser."""
    user = get_user_model().objects.create_user("organiser", "organiser@novodumsk.example", "secret")
    user.groups.add(Group.objects.get(name=ORGANISERS))
    page = open_page(**options)
    page.goto(f"{live_site.url}/admin/login/")
    page.fill("[name=username]", "organiser")
    page.fill("[name=password]", "secret")
    page.locator("form button[type=submit]").click()
    page.wait_for_load_state()
    return page


def test_check_ins_are_kept_without_a_connection(live_site, open_page, violations):
    period = RegistrationPeriodFactory()
    RegistrationFactory.create_batch(3, period=period)
    open_page.expect("ERR_INTERNET_DISCONNECTED")
    page = organisers_page(live_site, open_page, width=390)
    page.goto(f"{live_site.url}/admin/registration/check-in/")
    assert page.evaluate(OVERFLOW) <= 0
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
