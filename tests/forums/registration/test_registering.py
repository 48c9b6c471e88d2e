import datetime as dt
import json

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar

from core.contacts.erasure import erase_expired
from core.following import Window
from core.models import Consent, Contact
from core.periodic import jobs
from forums.registration.actions import Register
from forums.registration.acts import NoRoom, TooLate, cancel, change, confirm, pass_places_on, take_offer
from forums.registration.addresses import token_of
from forums.registration.choices import PeriodState, Status
from forums.registration.happenings import registrations
from forums.registration.letters import remind
from forums.registration.models import Registration, RegistrationPeriod
from tests.factories.core import publish_translation
from tests.factories.proposals import ContactFactory
from tests.factories.registration import QuestionFactory, RegistrationFactory, RegistrationPeriodFactory
from tests.reading import words

from .conftest import filled, own_link

pytestmark = pytest.mark.django_db
ANNA = "anna@novodumsk.example"


def statuses() -> dict[str, str]:
    return dict(Registration.objects.values_list("name", "status"))


def entry(letter):
    """The calendar file that came with a letter: the method, and the event."""
    (attached,) = letter.attachments
    calendar = Calendar.from_ical(attached[1])
    return str(calendar["method"]), calendar.events[0]


def test_the_state_follows_from_two_moments(period):
    second = dt.timedelta(seconds=1)
    assert period.state_at(period.opens_at - second) == PeriodState.AHEAD
    assert period.state_at(period.opens_at) == PeriodState.OPEN
    assert period.state_at(period.closes_at - second) == PeriodState.OPEN
    assert period.state_at(period.closes_at) == PeriodState.CLOSED


def test_nothing_is_counted_before_the_button_is_pressed(client, period, base, last_link, letters):
    response = client.post(base, filled(period))
    assert response.url == "/me/sent/"
    registration = Registration.objects.get()
    assert (registration.status, registration.number, registration.contact) == (Status.UNCONFIRMED, None, None)
    assert "Дворы — 10" in words(client.get(base))
    link = last_link()
    client.get(link)
    assert Registration.objects.get().status == Status.UNCONFIRMED
    assert client.post(link).status_code == 200
    registration.refresh_from_db()
    assert (registration.status, registration.number, registration.contact.email) == (Status.PLACED, 1, ANNA)
    assert Consent.objects.get().kind == "processing"
    (letter,) = letters()
    assert entry(letter)[0] == "PUBLISH"
    assert Client().get(own_link(letter)).status_code == 200


def test_the_letter_that_asks_says_what_is_confirmed(client, period, base, letters):
    client.post(base, filled(period))
    (letter,) = letters()
    assert letter.subject == str(Register.subject)
    assert "Анна Придуманная" not in letter.body


def test_what_is_not_confirmed_is_erased(client, period, base):
    client.post(base, filled(period))
    with time_machine.travel(timezone.now() + dt.timedelta(days=8)):
        erase_expired()
    assert not Registration.objects.exists()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "\x00"}, "name"),
        ({"name": "я" * 121}, "name"),
        ({"email": "нет"}, "email"),
        ({"section": "999999"}, "section"),
        ({"section": ""}, "section"),
        ({"party_size": "0"}, "party_size"),
        ({"party_size": "4"}, "party_size"),
        ({"party_size": "много"}, "party_size"),
        ({"party_size": "9" * 30}, "party_size"),
        ({"needs": "я" * 501}, "needs"),
        ({"needs": "Пандус"}, "needs_consent"),
        ({"consent": ""}, "consent"),
    ],
)
def test_bad_input_is_answered_at_its_field(client, period, base, given, field):
    response = client.post(base, filled(period, **given))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert not Registration.objects.exists()


def test_the_organisers_questions_are_asked_and_kept(client, period, base):
    text = QuestionFactory(period=period, text="Откуда вы?", is_required=True)
    yes_no = QuestionFactory(period=period, text="Нужен ли обед?", kind="yes_no")
    choice = QuestionFactory(period=period, text="Какой чай?", kind="choice", options="Чёрный = Black\nЗелёный")
    page = words(client.get(base))
    assert "Откуда вы?" in page
    missing = client.post(base, filled(period))
    assert list(missing.context["form"].errors) == [f"question_{text.pk}"]
    wrong = filled(period, **{f"question_{text.pk}": "Из Заречья", f"question_{choice.pk}": "Кофе"})
    assert list(client.post(base, wrong).context["form"].errors) == [f"question_{choice.pk}"]
    given = {f"question_{text.pk}": "Из Заречья", f"question_{yes_no.pk}": "no", f"question_{choice.pk}": "Чёрный"}
    assert client.post(base, filled(period, **given)).status_code == 302
    expected = {str(text.pk): "Из Заречья", str(yes_no.pk): "no", str(choice.pk): "Чёрный"}
    assert Registration.objects.get().answers == expected


def test_the_english_page_asks_in_english(client, site, period):
    publish_translation(period.forum.get_parent().specific, site.en, title="Forums", slug="forums")
    english = publish_translation(period.forum, site.en, title="Forum", slug="forum-en")
    period.sections.update(title_english="Yards")
    QuestionFactory(
        period=period, text="Какой чай?", text_english="Which tea?", kind="choice", options="Да = Black\nНет"
    )
    page = words(client.get(f"{english.url}registration/"))
    assert "Yards" in page
    assert "Which tea?" in page
    assert "Black" in page


def test_one_address_has_one_registration_at_a_forum(client, period, base, last_link):
    RegistrationFactory(period=period, contact=ContactFactory(email=ANNA))
    client.post(base, filled(period))
    assert "registration/" in client.post(last_link()).content.decode()
    assert Registration.objects.count() == 1


def test_the_form_closes_to_the_minute(client, period, base, last_link):
    period.closes_at = timezone.now() + dt.timedelta(days=1)
    period.save()
    client.post(base, filled(period))
    link = last_link()
    with time_machine.travel(period.closes_at + dt.timedelta(seconds=1)):
        assert 'name="name"' not in client.get(base).content.decode()
        client.post(base, filled(period, email="boris@novodumsk.example"))
        client.post(link)
    assert not Registration.objects.exists()


def test_a_full_section_has_a_waiting_list_and_a_free_place_is_offered_to_the_first(period, letters):
    full = period.sections.last()
    one, two, three = (
        confirm(
            RegistrationFactory(
                period=period, section=full, name=name, status=Status.UNCONFIRMED, number=None, contact=None
            ),
            ContactFactory(),
        )
        for name in ("Анна", "Борис", "Вера")
    )
    assert statuses() == {"Анна": Status.PLACED, "Борис": Status.WAITING, "Вера": Status.WAITING}
    assert len(letters()) == 3
    cancel(one.pk)
    assert statuses() == {"Анна": Status.CANCELLED, "Борис": Status.OFFERED, "Вера": Status.WAITING}
    cancelled, offer = letters()
    assert entry(cancelled)[0] == "CANCEL"
    assert offer.to == [two.contact.email]
    assert pass_places_on() == 0
    with time_machine.travel(timezone.now() + dt.timedelta(hours=25)):
        assert pass_places_on() == 1
        assert statuses() == {"Анна": Status.CANCELLED, "Борис": Status.LAPSED, "Вера": Status.OFFERED}
        with pytest.raises(TooLate):
            take_offer(two.pk)
        take_offer(three.pk)
    assert statuses()["Вера"] == Status.PLACED


def test_no_offer_goes_out_or_holds_after_the_cut_off(period, letters):
    full = period.sections.last()
    one = RegistrationFactory(period=period, section=full)
    two = RegistrationFactory(period=period, section=full, status=Status.WAITING)
    with time_machine.travel(period.closes_at - dt.timedelta(hours=1)):
        cancel(one.pk)
        two.refresh_from_db()
        assert two.offered_until == period.closes_at
    three = RegistrationFactory(period=period, section=full, status=Status.WAITING)
    with time_machine.travel(period.closes_at + dt.timedelta(minutes=1)):
        with pytest.raises(TooLate):
            take_offer(two.pk)
        pass_places_on()
        three.refresh_from_db()
        assert three.status == Status.WAITING


def test_a_party_that_does_not_fit_lets_a_smaller_one_pass(period):
    section = period.sections.first()
    RegistrationFactory(period=period, party_size=3)
    leaving = RegistrationFactory(period=period, party_size=1)
    RegistrationFactory.create_batch(2, period=period, party_size=3)
    large = RegistrationFactory(period=period, party_size=3, status=Status.WAITING)
    small = RegistrationFactory(period=period, party_size=1, status=Status.WAITING)
    cancel(leaving.pk)
    assert [one.pk for one in section.registrations.filter(status=Status.OFFERED)] == [small.pk]
    assert section.registrations.filter(status=Status.WAITING).get() == large


def test_more_places_are_offered_by_the_clock(period):
    waiting = RegistrationFactory(period=period, section=period.sections.last(), status=Status.WAITING, party_size=2)
    pass_places_on()
    period.sections.filter(pk=waiting.section_id).update(capacity=2)
    pass_places_on()
    waiting.refresh_from_db()
    assert waiting.status == Status.OFFERED


def test_a_change_raises_the_sequence_and_keeps_the_entry(period, letters):
    registration = RegistrationFactory(period=period)
    change(registration.pk, registration.section, 2)
    change(registration.pk, period.sections.last(), 1)
    cancel(registration.pk)
    methods, events = zip(*(entry(letter) for letter in letters()), strict=True)
    assert methods == ("PUBLISH", "PUBLISH", "CANCEL")
    assert [event["sequence"] for event in events] == [1, 2, 3]
    assert len({str(event["uid"]) for event in events}) == 1
    assert events[-1]["status"] == "CANCELLED"
    assert "organizer" in events[0]


def test_who_finds_no_room_keeps_the_place(period, letters):
    full = period.sections.last()
    RegistrationFactory(period=period, section=full)
    registration = RegistrationFactory(period=period)
    with pytest.raises(NoRoom):
        change(registration.pk, full, 1)
    registration.refresh_from_db()
    assert (registration.section, registration.sequence, registration.status) == (
        period.sections.first(), 0, Status.PLACED,
    )  # fmt: skip
    address = f"{period.forum.url}registration/{token_of(registration)}/"
    answer = Client().post(address, {"act": "change", "section": full.pk, "party_size": 1})
    assert answer.status_code == 409
    assert not letters()


def test_the_owner_changes_and_cancels_by_the_link_alone(period, base):
    registration = RegistrationFactory(period=period)
    address = f"{base}{token_of(registration)}/"
    stranger = Client()
    assert "Придуманный" in words(stranger.get(address))
    assert stranger.post(address, {"act": "change", "section": "x", "party_size": ""}).status_code == 422
    data = {"act": "change", "section": registration.section_id, "party_size": 3}
    assert stranger.post(address, data).status_code == 302
    assert stranger.post(address, {"act": "cancel"}).status_code == 302
    assert stranger.post(address, {"act": "cancel"}).status_code == 409
    registration.refresh_from_db()
    assert (registration.party_size, registration.status) == (3, Status.CANCELLED)


@pytest.mark.parametrize("token", ["x", "0" * 32, f"{'0' * 32}-{'0' * 20}", "нет-нет", "\x00-"])
def test_a_link_that_is_not_ours_is_not_found(client, base, token):
    assert client.get(f"{base}{token}/").status_code == 404


def test_a_link_of_another_forum_is_not_found(client, period, base):
    other = RegistrationFactory(period=RegistrationPeriodFactory(forum__parent=period.forum.get_parent().specific))
    assert client.get(f"{base}{token_of(other)}/").status_code == 404


def test_the_calendar_entry_can_be_downloaded(client, period, base):
    registration = RegistrationFactory(period=period)
    response = client.get(f"{base}{token_of(registration)}/forum.ics")
    assert response["Content-Type"].startswith("text/calendar")
    assert response["Cache-Control"].count("no-store")


def test_a_reminder_goes_once_to_those_who_have_a_place(period, letters):
    registration = RegistrationFactory(period=period)
    RegistrationFactory(period=period, status=Status.WAITING)
    assert remind() == 0
    day = timezone.make_aware(dt.datetime.combine(period.forum.starts_on - dt.timedelta(days=2), dt.time(10)))
    with time_machine.travel(day):
        assert remind() == 1
        assert remind() == 0
        (letter,) = letters()
    assert letter.to == [registration.contact.email]
    assert entry(letter)[1]["sequence"] == 1
    with time_machine.travel(day + dt.timedelta(days=2)):
        assert remind() == 0


def test_my_page_shows_exports_and_erases(period, base, signed_in):
    full = period.sections.last()
    registration = RegistrationFactory(
        period=period, section=full, contact=ContactFactory(email=ANNA), name="Анна Придуманная", needs="Пандус"
    )
    waiting = RegistrationFactory(period=period, section=full, status=Status.WAITING)
    anna = signed_in(ANNA)
    assert token_of(registration) in anna.get("/me/").content.decode()
    data = json.loads(anna.get("/me/my-data.json").content)
    assert [(row["number"], row["needs"]) for row in data["registrations"]] == [(registration.number, "Пандус")]
    anna.post("/me/erase/")
    registration.refresh_from_db()
    waiting.refresh_from_db()
    assert (registration.name, registration.needs, registration.contact) == ("", "", None)
    assert (registration.status, waiting.status) == (Status.CANCELLED, Status.OFFERED)
    assert not Contact.objects.filter(email=ANNA).exists()
    assert Client().get(f"{base}{token_of(registration)}/").status_code == 404


def test_needs_have_a_consent_of_their_own(client, period, base, signed_in, last_link):
    client.post(base, filled(period, needs="Пандус", needs_consent="on"))
    client.post(last_link())
    assert {one.kind for one in Consent.objects.all()} == {"processing", "needs"}
    client.post("/me/consents/needs/withdraw/")
    registration = Registration.objects.get()
    assert (registration.needs, registration.status) == ("", Status.PLACED)


def test_without_needs_nobody_consents_to_them(client, period, base, last_link):
    client.post(base, filled(period, needs_consent="on"))
    client.post(last_link())
    assert [one.kind for one in Consent.objects.all()] == ["processing"]


def test_my_page_asks_no_more_for_more_registrations(period, signed_in):
    anna = ContactFactory(email=ANNA)
    RegistrationFactory(period=period, contact=anna)
    parent = period.forum.get_parent().specific
    client = signed_in(ANNA)
    client.get("/me/")
    counted = []
    for _turn in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get("/me/")
        counted.append(len(queries))
        for _number in range(3):
            RegistrationFactory(period=RegistrationPeriodFactory(forum__parent=parent), contact=anna)
    assert counted[0] == counted[1]


def test_a_forum_has_one_registration_in_all_its_languages(site, period):
    publish_translation(period.forum.get_parent().specific, site.en, title="Forums", slug="forums")
    english = publish_translation(period.forum, site.en, title="Forum", slug="forum-en")
    another = RegistrationPeriod(forum=english, opens_at=period.opens_at, closes_at=period.closes_at)
    with pytest.raises(ValidationError, match="forum"):
        another.full_clean()
    period.full_clean()


def test_those_who_follow_the_forum_are_told(period):
    keys = [str(period.forum.translation_key)]
    around = Window(period.opens_at - dt.timedelta(hours=1), period.opens_at + dt.timedelta(hours=1), "ru")
    (opened,) = registrations(keys, around)
    assert (opened.at, opened.url) == (period.opens_at, f"{period.forum.url}registration/")
    late = Window(period.closes_at - around.ahead - dt.timedelta(hours=1), period.closes_at - around.ahead, "ru")
    (closing,) = registrations(keys, late)
    assert closing.at == period.closes_at - around.ahead
    assert not list(registrations(keys, Window(period.closes_at, period.closes_at + dt.timedelta(days=1), "ru")))


def test_the_clock_passes_places_on_and_reminds():
    assert jobs()["pass_places_on"].every == dt.timedelta(minutes=5)
    assert jobs()["remind_of_forum"].at == dt.time(10)


def test_the_button_shows_on_the_forums_page_while_registration_is_open(client, period, base):
    parent = period.forum.get_parent()
    for page in (period.forum.url, parent.url):
        assert f'href="{base}"' in client.get(page).content.decode()
    answer = period.forum.as_answer
    assert [url for _label, url in answer.links] == [base]
    home = parent.get_parent().specific
    home.sections = [{"type": "forum", "value": {"heading": "Форум"}}]
    home.save_revision().publish()
    for address in ("/", "/search/?q=записаться+на+форум"):
        assert f'href="{base}"' in client.get(address).content.decode()
    with time_machine.travel(period.closes_at + dt.timedelta(minutes=1)):
        assert f'href="{base}"' not in client.get(period.forum.url).content.decode()


def test_a_forum_without_registration_has_no_form(client, period):
    other = RegistrationPeriodFactory(forum__parent=period.forum.get_parent().specific)
    address = f"{other.forum.url}registration/"
    assert client.get(address).status_code == 200
    other.delete()
    assert client.get(address).status_code == 404
