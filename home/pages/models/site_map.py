"""The site map for people; robots have ``sitemap.xml``."""

from dataclasses import dataclass, field

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core.models import BasePage
from core.visibility import readable

FRONT_PAGE_DEPTH = 2
#: Below a section stand at most so many of its pages: the rest is found in the section itself.
PER_SECTION = 12


@dataclass
class Branch:
    """A section and the first of the pages below it; ``more`` says that there are others."""

    page: Page
    pages: list[Page] = field(default_factory=list)
    more: bool = False


class SiteMapPage(BasePage):
    """Sections and what stands right below them, in the order of the menu."""

    subpage_types: list[str] = []
    max_count_per_parent = 1
    search_kind = None

    class Meta:
        verbose_name = _("site map")
        verbose_name_plural = _("site maps")

    @cached_property
    def branches(self) -> list[Branch]:
        """The tree two levels deep."""
        front = self.get_parent()
        sections = list(readable(front.get_children()).exclude(pk=self.pk))
        found = {section.path: Branch(section) for section in sections}
        below = readable(Page.objects.descendant_of(front).filter(depth=FRONT_PAGE_DEPTH + 2))
        firsts = [path for section in sections for path in _first_paths(section)]
        for page in below.filter(path__in=firsts).order_by("path"):
            if branch := found.get(page.path[: -Page.steplen]):
                branch.pages.append(page)
        for branch in found.values():
            branch.more = branch.page.numchild > len(branch.pages)
        return list(found.values())


def _first_paths(section: Page) -> list[str]:
    """Paths that the first children of ``section`` have, as far as none was removed."""
    return [section._get_path(section.path, section.depth + 1, number) for number in range(1, PER_SECTION + 1)]
