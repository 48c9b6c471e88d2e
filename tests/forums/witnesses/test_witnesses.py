"""A resident says what became of a recommendation; an editor shows it, the responsible body answers."""

import io

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from PIL import Image

from core.contacts.erasure import erase_contact, erase_expired
from core.contacts.forms import AddressForm
from core.following import Window, happenings
from core.models import Contact, Letter
from core.models.contacts import UNCONFIRMED_LIFETIME
from core.roles import BODIES, EDITORS
from forums.followup.models import BodyMember
from forums.resolutions.models import Recommendation
from forums.witnesses.choices import Status
from forums.witnesses.forms import WitnessForm
from forums.witnesses.models import Witness
from tests.factories.core import stamped
from tests.factories.followup import AssignmentFactory, UserFactory, adopted, forum_on, items_of
from tests.factories.witnesses import WitnessFactory
from tests.reading import words

pytestmark = pytest.mark.django_db
NAME, ANNA = WitnessForm.form_name, "anna@novodumsk.example"
GOOD = {"seen": "not_done", "text": "Скамейки у поликлиники нет.", "email": ANNA, "consent": "on"}
QUEUE = "/admin/witnesses/"


def photograph() -> SimpleUploadedFile:
    target = io.BytesIO()
    made = Image.new("RGB", (40, 30), "green")
    exif = made.getexif()
    exif[0x010F] = "Тайная камера"
    made.save(target, "JPEG", exif=exif)
    return SimpleUploadedFile("двор.jpg", target.getvalue(), "image/jpeg")


@pytest.fixture
def item(site):
    return items_of(adopted(forum_on("2017-04-26", 2), ["Поставить скамейку у поликлиники"]))[0]


@pytest.fixture
def form(item) -> str:
    return f"{item.get_absolute_url()}witness/"


@pytest.fixture
def duty(item):
    return AssignmentFactory(recommendation_key=item.translation_key, contact_email="body@novodumsk.example")


def staff(role: str, body=None) -> Client:
    user = UserFactory()
    user.groups.add(Group.objects.get(name=role))
    if body:
        BodyMember.objects.create(user=user, body=body)
    client = Client()
    client.force_login(user)
    return client


def letters_to(email: str) -> list[str]:
    return list(Letter.objects.filter(recipient=email).order_by("pk").values_list("event", flat=True))


# --- the resident -------------------------------------------------------------------------------------------------


def test_editors_and_the_body_are_told_when_the_address_is_confirmed(client, form, duty, last_link):
    staff(EDITORS)
    response = client.post(form, stamped(NAME, {**GOOD, "upload": photograph()}))
    assert response.url == "/me/sent/"
    witness = Witness.objects.get()
    assert (witness.status, witness.author) == (Status.UNCONFIRMED, None)
    assert not Letter.objects.filter(event__startswith="witnesses").exists()

    client.post(last_link())

    witness.refresh_from_db()
    assert (witness.status, witness.author.email) == (Status.RECEIVED, ANNA)
    told = Letter.objects.filter(event=f"witnesses.received:{witness.pk}").values_list("recipient", flat=True)
    assert duty.contact_email in told
    assert len(told) == 2
    assert not Image.open(io.BytesIO(bytes(witness.picture))).getexif()


def test_nobody_sees_it_before_an_editor_has_read_it(client, item, form, last_link):
    client.post(form, stamped(NAME, {**GOOD, "upload": photograph()}))
    client.post(last_link())
    witness = Witness.objects.get()
    assert GOOD["text"] not in words(client.get(item.get_absolute_url()))
    assert client.get(f"{form}{witness.pk}/picture/").status_code == 404


def test_what_is_not_confirmed_is_erased(client, form):
    client.post(form, stamped(NAME, GOOD))
    with time_machine.travel(timezone.now() + UNCONFIRMED_LIFETIME * 1.1, tick=False):
        erase_expired()
    assert not Witness.objects.exists()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"seen": ""}, "seen"),
        ({"seen": "maybe"}, "seen"),
        ({"text": ""}, "text"),
        ({"text": "я" * 1501}, "text"),
        ({"email": "нет"}, "email"),
        ({"consent": ""}, "consent"),
        ({"upload": SimpleUploadedFile("a.pdf", b"%PDF-1.4 not a picture")}, "upload"),
        ({"upload": SimpleUploadedFile("a.jpg", b"0" * 6 * 1024 * 1024)}, "upload"),
    ],
)
def test_bad_input_is_answered_at_its_field(client, form, change, field):
    response = client.post(form, stamped(NAME, {**GOOD, **change}))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert not Witness.objects.exists()


def test_a_declaration_asks_for_nothing(client, item, form):
    Recommendation.objects.filter(pk=item.pk).update(kind=Recommendation.Kind.DECLARATORY)
    assert client.get(form).status_code == 404
    assert form not in client.get(item.get_absolute_url()).content.decode()


def test_the_page_of_a_recommendation_leads_to_the_form(client, item, form):
    page = client.get(item.get_absolute_url())
    assert f'href="{form}"' in page.content.decode()
    assert not page.cookies
    assert client.get(form).status_code == 200


def test_my_page_export_and_erasure(item, last_link):
    shown = WitnessFactory(recommendation_key=item.translation_key, author__email=ANNA, status=Status.PUBLISHED)
    WitnessFactory(recommendation_key=item.translation_key, author=shown.author)
    client = Client()
    client.post("/me/", stamped(AddressForm.form_name, {"email": ANNA}))
    client.post(last_link())
    assert shown.text in words(client.get("/me/"))
    assert len(client.get("/me/my-data.json").json()["witnesses"]) == 2
    erase_contact(Contact.objects.get(email=ANNA))
    assert list(Witness.objects.values_list("pk", "author")) == [(shown.pk, None)]


# --- the editor and the body --------------------------------------------------------------------------------------


def test_an_editor_shows_it_and_the_body_answers(client, item, form, duty):
    witness = WitnessFactory(recommendation_key=item.translation_key, author__email=ANNA)
    editor, body = staff(EDITORS), staff(BODIES, duty.body)
    assert witness.text in words(editor.get(QUEUE))
    assert witness.text not in words(body.get(QUEUE))

    editor.post(f"{QUEUE}{witness.pk}/publish/")
    editor.post(f"{QUEUE}{witness.pk}/publish/")
    assert witness.text in words(client.get(item.get_absolute_url()))
    assert witness.text in words(body.get(QUEUE))

    said = {f"a{witness.pk}-answer": "Поставим в мае.", f"a{witness.pk}-answered_by": "Управление благоустройства"}
    body.post(f"{QUEUE}{witness.pk}/answer/", said)
    page = words(client.get(item.get_absolute_url()))
    assert "Поставим в мае." in page
    assert "Управление благоустройства" in page
    assert witness.text not in words(body.get(QUEUE))
    assert letters_to(ANNA) == [f"witnesses.published:{witness.pk}", f"witnesses.answered:{witness.pk}"]


def test_a_refusal_needs_a_reason_which_the_author_reads(item):
    witness = WitnessFactory(
        recommendation_key=item.translation_key, author__email=ANNA, picture=b"1", has_picture=True
    )
    editor = staff(EDITORS)
    assert editor.post(f"{QUEUE}{witness.pk}/decline/", {f"r{witness.pk}-reason": ""}).status_code == 422
    editor.post(f"{QUEUE}{witness.pk}/decline/", {f"r{witness.pk}-reason": "На снимке другая улица."})
    witness.refresh_from_db()
    assert (witness.status, witness.has_picture, bytes(witness.picture)) == (Status.DECLINED, False, b"")
    assert "На снимке другая улица." in Letter.objects.get(recipient=ANNA).text


def test_an_answer_needs_words_and_a_name(item):
    witness = WitnessFactory(recommendation_key=item.translation_key, status=Status.PUBLISHED)
    answer = staff(EDITORS).post(f"{QUEUE}{witness.pk}/answer/", {f"a{witness.pk}-answer": "Поставим."})
    assert answer.status_code == 422
    witness.refresh_from_db()
    assert witness.answered_at is None


def test_another_body_neither_answers_nor_decides(item, duty):
    witness = WitnessFactory(recommendation_key=item.translation_key, status=Status.PUBLISHED, has_picture=True)
    waiting = WitnessFactory(recommendation_key=item.translation_key)
    other = staff(BODIES, AssignmentFactory(recommendation_key=witness.recommendation_key, date="2016-01-01").body)
    said = {f"a{witness.pk}-answer": "Нет.", f"a{witness.pk}-answered_by": "Кто-то"}
    other.post(f"{QUEUE}{witness.pk}/answer/", said)
    own = staff(BODIES, duty.body)
    own.post(f"{QUEUE}{waiting.pk}/publish/")
    own.post(f"{QUEUE}{waiting.pk}/decline/", {f"r{waiting.pk}-reason": "Нет."})
    witness.refresh_from_db()
    waiting.refresh_from_db()
    assert witness.answer == ""
    assert waiting.status == Status.RECEIVED
    assert other.get(f"{QUEUE}{witness.pk}/picture/").status_code != 200


def test_those_who_follow_are_told(item):
    now = timezone.now()
    WitnessFactory(recommendation_key=item.translation_key, status=Status.PUBLISHED, published_at=now)
    WitnessFactory(recommendation_key=item.translation_key, received_at=now)
    key = str(item.translation_key)
    window = Window(now - UNCONFIRMED_LIFETIME, now + UNCONFIRMED_LIFETIME, "ru")
    assert len(happenings("recommendation", [key], window)[key]) == 1


# --- what it costs ------------------------------------------------------------------------------------------------


def test_lists_in_as_many_queries_for_many(client, item):
    editor = staff(EDITORS)

    def asked() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as page:
            client.get(item.get_absolute_url())
        with CaptureQueriesContext(connection) as queue:
            editor.get(QUEUE)
        return len(page), len(queue)

    def add(count: int) -> None:
        made = {"recommendation_key": item.translation_key}
        WitnessFactory.create_batch(count, **made)
        WitnessFactory.create_batch(count, status=Status.PUBLISHED, published_at=timezone.now(), **made)

    add(1)
    asked()
    few = asked()
    add(8)
    assert asked() == few
