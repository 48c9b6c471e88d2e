"""The bin of deleted pages: they keep their records and addresses for 30 days, and come back as they were."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, ReferenceIndex
from wagtail.signals import page_published, page_unpublished

from core.extensions import extensions_of
from core.models import BinnedPage

#: The name under which rooms tell what hangs on pages: a function of pages that yields :class:`Hanging`.
HANGING = "what hangs on pages"
OWN_ROOMS = ("core.", "forums.", "home.", "projects.")
SLUG = "bin"


@dataclass(frozen=True)
class Hanging:
    """Something that would lose its ground with a page: what it is, and the object to open, if there is one."""

    label: str
    instance: Any = None


def bin_root() -> Page:
    """The page below which deleted ones stand: under the root, outside of every site."""
    root = Page.get_first_root_node()
    found = root.get_children().filter(slug=SLUG, content_type__model="page").first()
    return found or root.add_child(instance=Page(title=_("Bin"), slug=SLUG, live=False))


def is_in_bin(page: Page) -> bool:
    return BinnedPage.objects.filter(page__path__in=page.get_ancestors(inclusive=True).values("path")).exists()


def hanging_on(page: Page) -> list[Hanging]:
    """What would be orphaned if ``page`` and all below it went: records, and things that name one of the pages."""
    pages = list(page.get_descendants(inclusive=True).specific())
    makers: list[Callable[[list[Page]], Iterable[Hanging]]] = extensions_of(HANGING)
    found = [hanging for make in makers for hanging in make(pages)]
    inside = {str(one.pk) for one in pages}
    references = ReferenceIndex.get_references_to_in_bulk(pages)
    for source, links in references.group_by_source_object():
        named = [link for link in links if not isinstance(link.source_field, RichTextField | StreamField)]
        outside = not (isinstance(source, Page) and str(source.pk) in inside)
        if named and outside and type(source).__module__.startswith(OWN_ROOMS) and not _is_translation(source, pages):
            found.append(Hanging(f"{source._meta.verbose_name}: {source}", source))
    return found


def _is_translation(source: Any, pages: Iterable[Page]) -> bool:
    return getattr(source, "translation_key", None) in {page.translation_key for page in pages}


@transaction.atomic
def throw_away(page: Page, user: Any) -> BinnedPage:
    """Unpublish the page with all below it and put it into the bin."""
    tree = page.get_descendants(inclusive=True)
    published = {str(one.pk): [one.live_revision_id, one.has_unpublished_changes] for one in tree.filter(live=True)}
    entry = BinnedPage.objects.create(page=page, parent=page.get_parent(), published=published, deleted_by=user)
    shown = list(Page.objects.filter(pk__in=published).specific())
    Page.objects.filter(pk__in=published).update(live=False, has_unpublished_changes=True, live_revision=None)
    for one in shown:
        one.live = False
        page_unpublished.send(sender=one.specific_class, instance=one)
    Page.objects.get(pk=page.pk).specific.move(bin_root(), "last-child")
    return entry


@transaction.atomic
def put_back(entry: BinnedPage) -> Page:
    """Put the page where it stood and publish what was published. Its parent must still be there."""
    page, parent = Page.objects.get(pk=entry.page_id).specific, entry.parent
    page.slug = _free_slug(page, parent)
    page.save(clean=False)
    page.move(parent, "last-child")
    for pk, (revision, changes) in entry.published.items():
        Page.objects.filter(pk=pk).update(live=True, live_revision=revision, has_unpublished_changes=changes)
    for one in Page.objects.filter(pk__in=entry.published).specific():
        page_published.send(sender=one.specific_class, instance=one, revision=one.live_revision)
    entry.delete()
    return Page.objects.get(pk=page.pk).specific


def _free_slug(page: Page, parent: Page) -> str:
    slug, number = page.slug, 2
    while not Page._slug_is_available(slug, parent, page):
        slug, number = f"{page.slug}-{number}", number + 1
    return slug


def empty_bin() -> int:
    """Delete for good what has been in the bin for 30 days; gives the number of pages."""
    expired = list(BinnedPage.objects.expired().select_related("page"))
    for entry in expired:
        entry.page.specific.delete()
    return len(expired)
