"""Who may import a resolution, and where to."""

from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from forums.editions.models import ForumIndexPage, ForumPage
from forums.resolutions.models import ResolutionPage


def may_import(user) -> bool:
    """Whether the user may add pages anywhere: enough to see the screen."""
    return PagePermissionPolicy().user_has_permission(user, "add")


def may_add_to(user, page: Page) -> bool:
    """Whether the user may add a page under this forum, or a forum under this archive."""
    return page.permissions_for_user(user).can_add_subpage()


def forums_without_resolution(user) -> list[ForumPage]:
    """The forums that wait for a resolution and that the user may add one to, the newest first."""
    taken = {path[: -Page.steplen] for path in ResolutionPage.objects.values_list("path", flat=True)}
    forums = ForumPage.objects.filter(alias_of__isnull=True).newest_first()
    return [forum for forum in forums if forum.path not in taken and may_add_to(user, forum)]


def may_add_forum(user) -> bool:
    """Whether the import may make a forum that is not on the site yet."""
    archive = ForumIndexPage.objects.filter(alias_of__isnull=True).first()
    return archive is not None and may_add_to(user, archive)
