"""Who sends the newsletter."""

from typing import TypeAlias

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

User: TypeAlias = AbstractBaseUser | AnonymousUser
SEND = "subscriptions.send_newsletter"


def may_send(user: User) -> bool:
    return user.has_perm(SEND)
