"""Where registrations stand on the site: below the page of their forum, behind a signed link."""

import uuid

from django.http import Http404
from django.utils.crypto import constant_time_compare, salted_hmac

from forums.editions.models import ForumPage

from .models import Registration

FORM = "registration/"
SALT = "registration.addresses"
#: Hexadecimal digits of the signature in a link.
SIGNED = 20


def _signature(key: uuid.UUID) -> str:
    return salted_hmac(SALT, key.hex, algorithm="sha256").hexdigest()[:SIGNED]


def token_of(registration: Registration) -> str:
    """What stands in the links of a registration; it holds until the registration is erased."""
    return f"{registration.key.hex}-{_signature(registration.key)}"


def read_token(token: str) -> uuid.UUID:
    """The key of the registration that a link is for. Raises ``Http404`` when the link is not ours."""
    digits, _dash, signature = token.partition("-")
    try:
        key = uuid.UUID(hex=digits)
    except ValueError:
        raise Http404("no link to a registration") from None
    if not constant_time_compare(signature, _signature(key)):
        raise Http404("a link that was not signed here")
    return key


def page_of(registration: Registration) -> ForumPage:
    """The forum's page in the language of the registration; in the first one where there is no other."""
    forum = registration.period.forum
    if forum.locale.language_code == registration.language:
        return forum
    other = ForumPage.objects.live().filter(
        translation_key=forum.translation_key, locale__language_code=registration.language
    )
    return other.first() or forum


def manage_path(registration: Registration) -> str:
    """Path of the page on which the owner takes, changes or cancels the place."""
    return f"{page_of(registration).url}{FORM}{token_of(registration)}/"
