"""Who sees registrations, writes to people and checks them in."""

from typing import TypeAlias

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

User: TypeAlias = AbstractBaseUser | AnonymousUser
MANAGE = "registration.manage_registration"


def may_manage(user: User) -> bool:
    """Whether the user may see who comes, and let people in."""
    return user.has_perm(MANAGE)
