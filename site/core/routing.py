"""From an address to a page in two queries, however deep it lies."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wagtail.models import Page

if TYPE_CHECKING:
    from .models import BasePage


def nearest_descendant(page: "BasePage", components: Sequence[str]) -> tuple[Page | None, list[str]]:
    """The deepest page below ``page`` on the way that ``components`` name, and the components left over.

    Wagtail walks the tree page by page, two queries each; the way is one string, ``url_path``. A child page wins over
    a sub-address (``forum.ics``) that its parent serves itself. Gives None when not even the first step exists.
    """
    ways = {}
    way = page.url_path
    for length, component in enumerate(components, start=1):
        way += f"{component}/"
        ways[way] = length
    steps = list(Page.objects.descendant_of(page).filter(url_path__in=ways).order_by("depth"))
    parent: Page = page
    for step in steps:
        step._cached_parent_obj = parent  # treebeard's own cache: get_parent() asks the database no more
        parent = step
    if not steps or [step.depth for step in steps] != list(range(page.depth + 1, page.depth + 1 + len(steps))):
        return None, list(components)
    found = parent.specific
    found._cached_parent_obj = parent._cached_parent_obj
    return found, list(components[ways[found.url_path] :])
