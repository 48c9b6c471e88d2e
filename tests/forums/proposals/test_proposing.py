import datetime as dt
import io
import json

import pytest
import time_machine
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from core.contacts.erasure import erase_expired
from core.models import Consent, Contact
from forums.proposals.acts import publish_decisions
from forums.proposals.choices import PeriodState, Status
from forums.proposals.forms import NewProposalForm, ProposalForm, SupportForm
from forums.proposals.models import Decision, Proposal, ProposalSettings, Support
from forums.proposals.similar import find_similar
from tests.factories.core import TerritoryFactory, TopicFactory, stamped
from tests.factories.forums import ForumPageFactory, resolution_with, section_with
from tests.factories.proposals import ContactFactory, ProposalFactory
from tests.reading import words

pytestmark = pytest.mark.django_db
ANNA = "anna@novodumsk.example"
NAME = NewProposalForm.form_name
GOOD = {
    "what": "Сделать светофор у школы на улице Придуманной",
    "why": "Дети переходят дорогу без светофора.",
    "place": "улица Придуманная",
    "coordinates": "55.1598, 61.4026",
    "email": ANNA,
    "author_name": "Анна Придуманная",
    "show_name": "on",
    "consent": "on",
}


def picture() -> SimpleUploadedFile:
    target = io.BytesIO()
    made = Image.new("RGB", (40, 30), "green")
    exif = made.getexif()
    exif[0x010F] = "Тайная камера"
    made.save(target, "JPEG", exif=exif)
    return SimpleUploadedFile("двор.jpg", target.getvalue(), "image/jpeg")


def test_the_state_of_a_period_follows_from_its_dates(period):
    day = dt.timedelta(days=1)
    assert period.state_on(period.opens_on - day) == PeriodState.AHEAD
    assert period.state_on(period.opens_on) == PeriodState.OPEN
    assert period.state_on(period.closes_on) == PeriodState.OPEN
    assert period.state_on(period.closes_on + day) == PeriodState.CLOSED


def test_a_proposal_is_numbered_when_its_author_confirms_it(client, period, base, last_link):
    topic, territory = TopicFactory(), TerritoryFactory()
    data = stamped(NAME, {**GOOD, "topic": topic.pk, "territory": territory.pk, "upload": picture()})
    response = client.post(f"{base}new/", data)
    assert response.url == "/me/sent/"
    proposal = Proposal.objects.get()
    assert (proposal.status, proposal.number, proposal.author) == (Status.UNCONFIRMED, None, None)
    assert not Contact.objects.exists()
    client.post(last_link())
    proposal.refresh_from_db()
    assert (proposal.status, proposal.number) == (Status.RECEIVED, 1)
    assert proposal.author.email == ANNA
    assert (float(proposal.latitude), float(proposal.longitude)) == (55.1598, 61.4026)
    assert proposal.topic == topic
    assert {consent.kind for consent in Consent.objects.all()} == {"processing", "name"}
    assert client.get(f"{base}1/").status_code == 404
    kept = Image.open(io.BytesIO(bytes(proposal.file.content)))
    assert not kept.getexif()


def test_what_is_not_confirmed_is_erased(client, period, base, last_link):
    client.post(f"{base}new/", stamped(NAME, GOOD))
    with time_machine.travel(timezone.now() + dt.timedelta(days=8)):
        erase_expired()
    assert not Proposal.objects.exists()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"what": ""}, "what"),
        ({"what": "я" * 301}, "what"),
        ({"why": "\x00"}, "why"),
        ({"email": "нет"}, "email"),
        ({"consent": ""}, "consent"),
        ({"coordinates": "где-то"}, "coordinates"),
        ({"coordinates": "95, 300"}, "coordinates"),
        ({"topic": "999999"}, "topic"),
        ({"upload": SimpleUploadedFile("a.exe", b"MZ\x00\x01")}, "upload"),
        ({"upload": SimpleUploadedFile("a.jpg", b"\xff\xd8\xff\xe0broken")}, "upload"),
        ({"upload": SimpleUploadedFile("a.pdf", b"%PDF-" + b"0" * 5 * 1024 * 1024)}, "upload"),
    ],
)
def test_bad_input_is_answered_at_its_field(client, period, base, change, field):
    response = client.post(f"{base}new/", stamped(NAME, {**GOOD, **change}))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert not Proposal.objects.exists()


def test_a_replay_is_refused(client, period, base):
    data = stamped(NAME, GOOD)
    assert client.post(f"{base}new/", data).status_code == 302
    assert client.post(f"{base}new/", data).status_code == 422
    assert Proposal.objects.count() == 1


def test_without_a_script_what_is_similar_is_a_step_of_its_own(client, period, base):
    ProposalFactory(period=period, number=7, what="Установить светофор около школы на Придуманной улице")
    response = client.post(f"{base}new/", stamped(NAME, GOOD))
    assert response.status_code == 200
    assert f"{base}7/support/" in response.content.decode()
    assert not Proposal.objects.filter(status=Status.UNCONFIRMED).exists()
    data = stamped(NAME, {**GOOD, "looked": response.context["form"].data["looked"]})
    assert client.post(f"{base}new/", data).status_code == 302


def test_similar_proposals_and_recommendations_by_dictionary_forms(period):
    ProposalFactory(period=period, what="Установить светофоры около школ")
    ProposalFactory(period=period, what="Провести праздник двора")
    ProposalFactory(period=period, what="Светофор у школы", status=Status.RECEIVED)
    forum = ForumPageFactory(parent=period.forum.get_parent().specific)
    resolution_with(
        [section_with(["Рассмотреть установку светофора возле каждой школы", "Развивать библиотеки"])], parent=forum
    )
    found = [one.text for one in find_similar("Поставить у школы светофор", period.forum, period)]
    assert sorted(found) == ["Рассмотреть установку светофора возле каждой школы", "Установить светофоры около школ"]


def test_the_piece_for_the_script_is_answered_whatever_is_typed(client, period, base):
    for typed in ("", "x", "\x00" * 20, "я" * 300, "<script>"):
        assert client.get(f"{base}similar/", {"q": typed}).status_code == 200


def test_the_form_closes_with_the_period(client, period, base):
    assert "59" in client.get(f"{base}new/").content.decode()
    with time_machine.travel(timezone.now() + dt.timedelta(days=10)):
        response = client.get(f"{base}new/")
        assert 'name="what"' not in response.content.decode()
        client.post(f"{base}new/", stamped(NAME, GOOD))
    assert not Proposal.objects.exists()


def test_a_municipality_may_switch_it_off(client, site, period, base):
    ProposalSettings.objects.create(site=site.site, enabled=False)
    for address in (base, f"{base}new/", f"{base}log/", f"{base}proposals.csv"):
        assert client.get(address).status_code == 404
    assert base not in client.get(period.forum.url).content.decode()


def test_support_from_a_confirmed_address_counts_once(client, period, base, last_link, signed_in):
    proposal = ProposalFactory(period=period)
    address = f"{base}{proposal.number}/support/"
    client.post(address, stamped(SupportForm.form_name, {"email": ANNA, "consent": "on"}))
    assert not Support.objects.exists()
    client.post(last_link())
    assert Support.objects.count() == 1
    letters = len(mail.outbox)
    known = signed_in("boris@novodumsk.example")
    for _turn in range(2):
        assert known.post(address, stamped(SupportForm.form_name, {})).status_code == 200
    assert Support.objects.count() == 2
    assert len(mail.outbox) == letters + 1
    assert "2" in words(client.get(f"{base}{proposal.number}/"))


def test_a_returned_proposal_has_one_more_try(period, base, signed_in):
    proposal = ProposalFactory(period=period, status=Status.RECEIVED, author=ContactFactory(email=ANNA))
    decision = Decision.objects.create(proposal=proposal, verdict="return", sentence="Назовите улицу.")
    publish_decisions([decision])
    anna, other = signed_in(ANNA), signed_in("boris@novodumsk.example")
    address = f"{base}{proposal.number}/edit/"
    assert address in anna.get("/me/").content.decode()
    assert other.get(address).status_code == 302
    assert "Назовите улицу." in words(anna.get(address))
    changed = {"what": "Скамейки на улице Сочинённой", "why": "Отдохнуть."}
    assert other.post(address, stamped(ProposalForm.form_name, changed)).status_code == 302
    assert anna.post(address, stamped(ProposalForm.form_name, changed)).status_code == 302
    proposal.refresh_from_db()
    assert (proposal.what, proposal.status, proposal.tries) == (changed["what"], Status.RECEIVED, 2)
    assert anna.get(address).status_code == 302


def test_my_page_exports_and_erases(period, base, signed_in, client):
    author = ContactFactory(email=ANNA)
    kept = ProposalFactory(period=period, author=author, author_name="Анна Придуманная", publish_name=True)
    ProposalFactory(period=period, author=author, status=Status.RECEIVED)
    supported = ProposalFactory(period=period)
    Support.objects.create(proposal=supported, contact=author)
    anna = signed_in(ANNA)
    data = json.loads(anna.get("/me/my-data.json").content)
    assert [row["role"] for row in data["proposals"]] == ["author", "author", "supporter"]
    assert "Анна Придуманная" in words(client.get(f"{base}{kept.number}/"))
    anna.post("/me/erase/")
    page = client.get(f"{base}{kept.number}/")
    assert page.status_code == 200
    assert "Анна Придуманная" not in words(page)
    assert Proposal.objects.count() == 2
    assert Support.objects.count() == 1


def test_a_name_goes_with_its_consent(period, base, signed_in, client):
    author = ContactFactory(email=ANNA)
    proposal = ProposalFactory(period=period, author=author, author_name="Анна Придуманная", publish_name=True)
    Consent.objects.create(contact=author, kind="name", version="1", text="…", given_by="…")
    signed_in(ANNA).post("/me/consents/name/withdraw/")
    assert "Анна Придуманная" not in words(client.get(f"{base}{proposal.number}/"))
