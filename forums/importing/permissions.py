"""Who may import a resolution, where to, and who may add to the vocabulary on the way."""

from typing import Any

from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from forums.editions.models import ForumIndexPage, ForumPage
from forums.resolutions.models import ResolutionPage


def may_import(user: Any) -> bool:
    """Whether the user may add pages anywhere: enough to see the screen."""
    return PagePermissionPolicy().user_has_permission(user, "add")


def may_add_to(user: Any, page: Page) -> bool:
    """Whether the user has the right to add a page under this one, whatever stands there already."""
    return user.is_active and (user.is_superuser or "add" in page.permissions_for_user(user).permissions)


def may_make_addressees(user: Any) -> bool:
    """Whether the import may add addressees to the vocabulary for this user; a command has no user and may."""
    return user is None or user.has_perm("core.add_addressee")


def resolution_of(forum: Page) -> ResolutionPage | None:
    """The forum's resolution, published or not: a second one is never made."""
    return ResolutionPage.objects.child_of(forum).first()


def forums_without_resolution(user: Any) -> list[ForumPage]:
    """The forums that wait for a resolution and that the user may add one to, the newest first."""
    taken = {path[: -Page.steplen] for path in ResolutionPage.objects.values_list("path", flat=True)}
    forums = ForumPage.objects.filter(alias_of__isnull=True).newest_first()
    return [forum for forum in forums if forum.path not in taken and may_add_to(user, forum)]


def archive() -> ForumIndexPage | None:
    """Where the import makes a forum that is not on the site yet."""
    return ForumIndexPage.objects.filter(alias_of__isnull=True).first()
