import pytest
from django import forms
from django.utils import timezone

from core.models import FormUse
from core.public_forms import LONGEST, ProtectedForm, make_stamp, networks_of, visitor_address

pytestmark = pytest.mark.django_db


class LetterForm(ProtectedForm, forms.Form):
    form_name = "letters"
    limit_per_address = 3
    limit_per_network = 5
    text = forms.CharField()


@pytest.fixture
def send(rf):
    """Send the form: its errors, or None when it was accepted."""

    def post(age=LONGEST / 2, stamp=None, address="192.0.2.1", **data):
        data = {
            "text": "слова",
            "stamp": make_stamp("letters", timezone.now() - age) if stamp is None else stamp,
            **data,
        }
        request = rf.post("/", data, REMOTE_ADDR=address)
        form = LetterForm(request.POST, request=request)
        if form.is_valid() and form.is_accepted():
            return None
        return form

    return post


def test_a_person_gets_through(send):
    assert send() is None


@pytest.mark.parametrize("stamp", ["", "чужое", "W10:x:y", make_stamp("other")])
def test_a_stamp_that_is_not_ours_is_shown_again_with_a_good_one(send, stamp):
    form = send(stamp=stamp)
    assert form.non_field_errors()
    assert form["text"].value() == "слова"
    assert send(stamp=form.data["stamp"]) is None


def test_too_quick_and_too_slow_are_shown_again(send):
    for age in (LONGEST * 0, LONGEST * 2):
        form = send(age=age)
        assert form.status == 422
        assert send(stamp=form.data["stamp"]) is None


def test_a_replay_is_refused_and_a_second_press_is_not(send):
    stamp = make_stamp("letters", timezone.now() - LONGEST / 2)
    assert send(stamp=stamp) is None
    form = send(stamp=stamp)
    assert "already" in str(form.non_field_errors()) or "уже" in str(form.non_field_errors())
    assert send(stamp=form.data["stamp"]) is None


def test_a_robot_is_let_through_to_be_thanked(rf):
    request = rf.post("/", {"text": "слова", "website": "https://spam.example"})
    form = LetterForm(request.POST, request=request)
    assert form.is_valid()
    assert form.is_accepted()
    assert form.is_from_robot
    assert not FormUse.objects.exists()


def test_an_address_and_a_network_have_limits(send):
    assert [send() for _turn in range(3)] == [None] * 3
    assert send().status == 429
    assert send(address="192.0.2.2") is None
    assert send(address="192.0.2.3") is None
    assert send(address="192.0.2.4").status == 429
    assert send(address="198.51.100.1") is None


def test_no_address_is_kept(send):
    send()
    assert not FormUse.objects.filter(key__contains="192").exists()


@pytest.mark.parametrize(
    ("address", "own", "around"),
    [
        ("192.0.2.77", "192.0.2.77/32", "192.0.2.0/24"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64", "2001:db8:1::/48"),
        ("unknown", "unknown", "unknown"),
    ],
)
def test_networks(address, own, around):
    assert networks_of(address) == (own, around)


@pytest.mark.parametrize(
    ("header", "sent", "expected"),
    [
        ("", "203.0.113.5", "192.0.2.1"),
        ("X-Forwarded-For", "203.0.113.5", "203.0.113.5"),
        ("X-Forwarded-For", "198.51.100.1, 203.0.113.5", "203.0.113.5"),
        ("X-Forwarded-For", None, "192.0.2.1"),
    ],
)
def test_only_what_the_proxy_says_of_the_address_counts(rf, settings, header, sent, expected):
    settings.CLIENT_ADDRESS_HEADER = header
    headers = {"X-Forwarded-For": sent} if sent else {}
    assert visitor_address(rf.get("/", headers=headers, REMOTE_ADDR="192.0.2.1")) == expected
