"""Who may do what: editors everything, responsible bodies only what is assigned to them."""

from typing import TypeAlias
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.utils import timezone

from .models import Assignment, BodyMember

User: TypeAlias = AbstractBaseUser | AnonymousUser

#: Who may publish reports is an editor of follow-up; who may only add them writes for a responsible body.
PUBLISH_REPORTS, ADD_REPORTS = "followup.publish_progressreport", "followup.add_progressreport"


def is_editor(user: User) -> bool:
    """Whether the user may publish reports, and so see all of the follow-up."""
    return user.has_perm(PUBLISH_REPORTS)


def may_report(user: User) -> bool:
    """Whether the user has anything to do with the follow-up at all."""
    return is_editor(user) or user.has_perm(ADD_REPORTS)


def own_keys(user: User) -> set[UUID] | None:
    """Recommendations now assigned to the user's bodies; None stands for all of them: an editor's."""
    if is_editor(user):
        return None
    bodies = set(BodyMember.objects.filter(user=user).values_list("body__translation_key", flat=True))
    in_force: dict[UUID, UUID] = {}
    made = Assignment.objects.filter(date__lte=timezone.localdate()).order_by("date", "pk")
    for key, body in made.values_list("recommendation_key", "body__translation_key"):
        in_force[key] = body
    return {key for key, body in in_force.items() if body in bodies}


def may_touch(user: User, key: UUID) -> bool:
    """Whether the user may write about this recommendation."""
    allowed = own_keys(user)
    return allowed is None or key in allowed
