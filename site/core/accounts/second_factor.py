"""The second factor: time codes of an app on a telephone (TOTP, RFC 6238), and recovery codes for when it is lost."""

import secrets

from django.conf import settings
from django.db import transaction
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

#: Recovery codes: how many, of how many characters, from an alphabet without look-alikes.
CODES, LENGTH, ALPHABET = 10, 10, "abcdefghjkmnpqrstuvwxyz23456789"
EVERYBODY, SUPERUSERS = "*", "superusers"


def has_second_factor(user) -> bool:
    """Whether the user has set up an app."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def must_have_second_factor(user) -> bool:
    """Whether the setting ``SECOND_FACTOR_REQUIRED`` names the user's role."""
    named = set(settings.SECOND_FACTOR_REQUIRED)
    if EVERYBODY in named or (user.is_superuser and SUPERUSERS in named):
        return True
    return bool(named) and user.groups.filter(name__in=named).exists()


def unconfirmed_device(user) -> TOTPDevice:
    """The app's device while it is being set up; the same until it is confirmed, so that a reload changes nothing."""
    device = TOTPDevice.objects.filter(user=user, confirmed=False).first()
    return device or TOTPDevice.objects.create(user=user, name="app", confirmed=False)


def confirm(device: TOTPDevice) -> None:
    """Take the app into use; an older one of the same user is none any more."""
    with transaction.atomic():
        TOTPDevice.objects.filter(user=device.user).exclude(pk=device.pk).delete()
        device.confirmed = True
        device.save(update_fields=["confirmed"])


def make_recovery_codes(user) -> list[str]:
    """New recovery codes, each of which serves once; the old ones are worth nothing any more."""
    codes = ["".join(secrets.choice(ALPHABET) for _ in range(LENGTH)) for _ in range(CODES)]
    with transaction.atomic():
        StaticDevice.objects.filter(user=user).delete()
        device = StaticDevice.objects.create(user=user, name="recovery")
        for code in codes:
            device.token_set.create(token=code)
    return codes


def recovery_codes_left(user) -> int:
    return sum(device.token_set.count() for device in StaticDevice.objects.filter(user=user))


def turn_off(user) -> None:
    """Forget the user's app and recovery codes."""
    with transaction.atomic():
        TOTPDevice.objects.filter(user=user).delete()
        StaticDevice.objects.filter(user=user).delete()
