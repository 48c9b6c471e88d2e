"""Who reads and answers proposals."""

from typing import TypeAlias

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

User: TypeAlias = AbstractBaseUser | AnonymousUser
MODERATE = "proposals.moderate_proposal"


def may_moderate(user: User) -> bool:
    """Whether the user may read what residents propose and answer it."""
    return user.has_perm(MODERATE)
