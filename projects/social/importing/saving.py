"""A plan carried out: every project or none."""

from contextlib import ExitStack
from typing import Any

from anyascii import anyascii
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.html import escape
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from core.models import Organisation
from core.tables.columns import folded

from ..models import ProjectFunding, ProjectIndexPage, ProjectNeed, ProjectPage, ProjectStage
from .directory import Directory
from .planning import ProjectDraft, make_plan, marks_of

#: How many projects are written in one transaction.
AT_ONCE = 10


class FaultyTable(ValueError):
    """The table has faults, perhaps only since its preview; the message says what to do."""


def may_import(index: ProjectIndexPage, user: Any, *, publish: bool) -> bool:
    """Whether ``user`` may add projects below ``index``, and publish them."""
    permissions = index.permissions_for_user(user)
    return permissions.can_publish_subpage() if publish else permissions.can_add_subpage()


def import_projects(content: bytes, index: ProjectIndexPage, user: Any, *, publish: bool) -> list[ProjectPage]:
    """Make pages of every row of the table ``content``, live or as drafts; gives them in the table's order.

    The table is checked anew first: what stood in a preview may have changed since. Pages are written a few at a time,
    each time in a transaction of its own, so that others may write in between. When a later one fails, the earlier ones
    are taken back; when the process itself ends, the same table brings the rest, since what is there is left alone.

    Raises ``PermissionDenied``, ``UnreadableTable``, or :class:`FaultyTable`, and then nothing is made.
    """
    if not may_import(index, user, publish=publish):
        raise PermissionDenied
    plan = make_plan(content, index)
    if plan.faults:
        raise FaultyTable(_("The table has faults again. Check it once more."))
    made: list[ProjectPage] = []
    added: dict[str, Organisation] = {}
    with ExitStack() as undo:
        undo.callback(_take_back, made, added)
        for start in range(0, len(plan.drafts), AT_ONCE):
            _carry_out(plan.drafts[start : start + AT_ONCE], index, user, publish, made, added)
        undo.pop_all()
    return made


def _carry_out(
    drafts: list[ProjectDraft],
    index: ProjectIndexPage,
    user: Any,
    publish: bool,
    made: list[ProjectPage],
    added: dict[str, Organisation],
) -> None:
    """Some projects, unless somebody has made them since; ``made`` and ``added`` get what is new."""
    pages: list[ProjectPage] = []
    with transaction.atomic():
        index = ProjectIndexPage.objects.select_for_update().get(pk=index.pk)  # two imports take turns
        directory = Directory.load(index.locale)
        slugs = set(index.get_children().values_list("slug", flat=True))
        for draft in drafts:
            if directory.has(marks_of(draft)):
                continue
            if draft.new_organisation:
                name = folded(draft.new_organisation)
                if name not in directory.organisations:
                    new = Organisation.objects.create(title=draft.new_organisation, locale=index.locale)
                    directory.organisations[name] = added[name] = new
                draft.fields["organisation"] = directory.organisations[name]
            pages.append(_save(_build(draft, index, slugs), index, user, publish))
    made += pages


def _take_back(made: list[ProjectPage], added: dict[str, Organisation]) -> None:
    with transaction.atomic():
        for page in reversed(made):
            page.delete()
        Organisation.objects.filter(pk__in=[one.pk for one in added.values()]).delete()


def _build(draft: ProjectDraft, index: ProjectIndexPage, slugs: set[str]) -> ProjectPage:
    words = escape(draft.fields.pop("how_to_help"))
    slug = _free_slug(draft.fields["title"], slugs)
    page = ProjectPage(
        **draft.fields, slug=slug, locale=index.locale, how_to_help=f"<p>{words}</p>" if words else "", live=False
    )
    page.stages = [ProjectStage(stage=draft.stage, since=draft.since)]
    page.fundings = [ProjectFunding(year=year, source=source, amount=amount) for year, source, amount in draft.fundings]
    page.needs = [ProjectNeed(kind=kind, text=words) for kind, words in draft.needs]
    for child in (*page.stages.all(), *page.fundings.all(), *page.needs.all()):
        child.locale = index.locale
    page.topics.set(draft.topics)
    return page


def _save(page: ProjectPage, index: ProjectIndexPage, user: Any, publish: bool) -> ProjectPage:
    page.owner = user
    index.add_child(instance=page)
    log(page, "wagtail.create", user=user)
    revision = page.save_revision(user=user)
    if publish:
        revision.publish(user=user)
    return page


def _free_slug(title: str, taken: set[str]) -> str:
    """A slug in Latin letters that no project has; remembered as taken."""
    base = slugify(anyascii(title))[:80].strip("-") or "proekt"
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    taken.add(slug)
    return slug
